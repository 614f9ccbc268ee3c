/**
 * Clients of the AWS SDK for Java v2 that run on a {@link io.keystonedb.Database} in process: no
 * socket, no endpoint, no credentials.
 *
 * <p>The application brings its own SDK. Oldest supported is 2.17.102; the tests run on 2.17.102,
 * 2.34.0 and 2.57.8. Nothing here knows single operations: SDK shapes describe themselves ({@code
 * SdkPojo.sdkFields()}), operations of the engine describe themselves ({@code Structure}), and both
 * are matched by member name.
 */
@NullMarked
package io.keystonedb.sdk;

import org.jspecify.annotations.NullMarked;
