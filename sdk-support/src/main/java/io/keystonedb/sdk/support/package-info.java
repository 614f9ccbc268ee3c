/**
 * What the modules of KeystoneDB know of the AWS SDK for Java v2, whatever its version: what each
 * operation reads and writes, members of shapes by their names, and classes of clients that are
 * made at run time. It knows nothing of the engine.
 *
 * <p>For these modules only: it may change in any release.
 */
@NullMarked
package io.keystonedb.sdk.support;

import org.jspecify.annotations.NullMarked;
