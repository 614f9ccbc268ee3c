package io.keystonedb.internal.engine;

/**
 * The newest stream of a table, as the table knows it; what else there is to know of a stream is in
 * its {@link StreamDefinition}, which outlives the table.
 *
 * @param number its place in the layout of keys; never used again in the same database
 * @param label what tells it from other streams of the table, such as {@code
 *     2026-08-15T10:20:30.123}
 * @param viewType what its records show, such as {@code KEYS_ONLY}
 * @param enabled whether writes are recorded
 */
public record TableStream(int number, String label, String viewType, boolean enabled) {}
