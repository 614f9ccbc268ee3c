/** How long things take, beside DynamoDB Local in process. */
@NullMarked
package io.keystonedb.benchmarks;

import org.jspecify.annotations.NullMarked;
