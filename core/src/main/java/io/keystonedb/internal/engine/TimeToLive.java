package io.keystonedb.internal.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether items of a table expire, as it was last said.
 *
 * @param attribute holds the epoch second at which an item expires
 * @param enabled false if items no longer expire
 * @param changedAt when a request last changed it; null if none did
 * @param order the place of the order by expiry in the layout of keys; never used again in the same
 *     database
 */
public record TimeToLive(
    String attribute, boolean enabled, @Nullable Instant changedAt, int order) {}
