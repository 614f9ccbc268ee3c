/** The command line. */
@NullMarked
package io.keystonedb.server.internal.cli;

import org.jspecify.annotations.NullMarked;
