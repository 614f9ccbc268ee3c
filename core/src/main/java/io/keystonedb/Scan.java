package io.keystonedb;

import io.keystonedb.internal.operation.RequestValues;
import org.jspecify.annotations.Nullable;

/**
 * What to read of a whole table or index, or of one segment of it.
 *
 * <p>Collects its parameters and is then given to {@link Table#scan}, as often as wanted and to any
 * table. Not thread-safe.
 */
public final class Scan {
  private @Nullable String index;
  private @Nullable String filter;
  private @Nullable String projection;
  private @Nullable Integer limit;
  private @Nullable Item startKey;
  private @Nullable Integer segment;
  private @Nullable Integer totalSegments;
  private final Parameters parameters = new Parameters();

  private Scan() {}

  /** A scan of everything. */
  public static Scan create() {
    return new Scan();
  }

  /** Reads an index instead of the table. */
  public Scan index(String name) {
    index = name;
    return this;
  }

  /** Keeps only items for which an expression holds, after they were read. */
  public Scan filter(String expression) {
    filter = expression;
    return this;
  }

  /** Returns only some attributes. */
  public Scan projection(String expression) {
    projection = expression;
    return this;
  }

  /** The attribute that a {@code #name} of an expression stands for. */
  public Scan name(String placeholder, String attribute) {
    parameters.name(placeholder, attribute);
    return this;
  }

  /** The value that a {@code :value} of an expression stands for. */
  public Scan value(String placeholder, Value value) {
    parameters.value(placeholder, value);
    return this;
  }

  /** Reads at most so many items, before the filter. */
  public Scan limit(int items) {
    limit = items;
    return this;
  }

  /** Starts behind the last key of the page before. */
  public Scan startKey(@Nullable Item lastKey) {
    startKey = lastKey;
    return this;
  }

  /**
   * Reads one of several segments that together are everything.
   *
   * @param number from zero
   * @param total how many segments there are
   */
  public Scan segment(int number, int total) {
    segment = number;
    totalSegments = total;
    return this;
  }

  io.keystonedb.internal.operation.Scan.Input toRequest(String tableName) {
    return io.keystonedb.internal.operation.Scan.Input.of(
        tableName,
        index,
        limit,
        startKey == null ? null : RequestValues.decoded(startKey),
        totalSegments,
        segment,
        projection,
        filter,
        parameters.names(),
        parameters.values());
  }
}
