/** How long things take, beside other emulators, and how much work calls are. */
@NullMarked
package io.keystonedb.benchmarks;

import org.jspecify.annotations.NullMarked;
