package io.keystonedb;

import io.keystonedb.internal.expression.KeyConditions;
import io.keystonedb.internal.expression.PositionalKeyConditions;
import io.keystonedb.internal.expression.SortRange;
import io.keystonedb.internal.operation.RequestValues;
import org.jspecify.annotations.Nullable;

/**
 * What to read of one partition of a table or index, in the order of the sort key.
 *
 * <p>Collects its parameters and is then given to {@link Table#query}, as often as wanted and to
 * any table. Not thread-safe.
 */
public final class Query {
  private final Value partition;
  private KeyConditions.@Nullable Term sort;
  private @Nullable String index;
  private @Nullable String filter;
  private @Nullable String projection;
  private @Nullable Integer limit;
  private @Nullable Item startKey;
  private boolean descending;
  private final Parameters parameters = new Parameters();

  private Query(Value partition) {
    this.partition = partition;
  }

  /** A query of the partition with a key. */
  public static Query of(String partition) {
    return new Query(Value.string(partition));
  }

  /** A query of the partition with a key. */
  public static Query of(byte[] partition) {
    return new Query(Value.binary(partition));
  }

  /** A query of the partition with a key. */
  public static Query of(Value partition) {
    return new Query(partition);
  }

  /** Only items whose sort key begins with a string. */
  public Query skBeginsWith(String prefix) {
    return skBeginsWith(Value.string(prefix));
  }

  /** Only items whose sort key begins with some bytes. */
  public Query skBeginsWith(byte[] prefix) {
    return skBeginsWith(Value.binary(prefix));
  }

  /** Only items whose sort key, a string or binary, begins with a value. */
  public Query skBeginsWith(Value prefix) {
    return range(SortRange.Operator.BEGINS_WITH, prefix);
  }

  /** Only the item whose sort key is a string. */
  public Query skEquals(String value) {
    return skEquals(Value.string(value));
  }

  /** Only the item whose sort key is a value. */
  public Query skEquals(Value value) {
    return sort(new KeyConditions.Equal(value));
  }

  /** Only items whose sort key is less than a value. */
  public Query skLessThan(Value value) {
    return range(SortRange.Operator.LT, value);
  }

  /** Only items whose sort key is at most a value. */
  public Query skAtMost(Value value) {
    return range(SortRange.Operator.LE, value);
  }

  /** Only items whose sort key is greater than a value. */
  public Query skGreaterThan(Value value) {
    return range(SortRange.Operator.GT, value);
  }

  /** Only items whose sort key is at least a value. */
  public Query skAtLeast(Value value) {
    return range(SortRange.Operator.GE, value);
  }

  /** Only items whose sort key lies between two strings, both included. */
  public Query skBetween(String lower, String upper) {
    return skBetween(Value.string(lower), Value.string(upper));
  }

  /** Only items whose sort key lies between two values, both included. */
  public Query skBetween(Value lower, Value upper) {
    return sort(new KeyConditions.Range(new SortRange(SortRange.Operator.BETWEEN, lower, upper)));
  }

  private Query range(SortRange.Operator operator, Value bound) {
    return sort(new KeyConditions.Range(new SortRange(operator, bound, null)));
  }

  private Query sort(KeyConditions.Term condition) {
    if (sort != null) {
      throw new IllegalStateException("the query already has a condition on its sort key");
    }
    sort = condition;
    return this;
  }

  /** Reads an index instead of the table. */
  public Query index(String name) {
    index = name;
    return this;
  }

  /** Keeps only items for which an expression holds, after they were read. */
  public Query filter(String expression) {
    filter = expression;
    return this;
  }

  /** Returns only some attributes. */
  public Query projection(String expression) {
    projection = expression;
    return this;
  }

  /** The attribute that a {@code #name} of an expression stands for. */
  public Query name(String placeholder, String attribute) {
    parameters.name(placeholder, attribute);
    return this;
  }

  /** The value that a {@code :value} of an expression stands for. */
  public Query value(String placeholder, Value value) {
    parameters.value(placeholder, value);
    return this;
  }

  /** Reads at most so many items, before the filter. */
  public Query limit(int items) {
    limit = items;
    return this;
  }

  /** Starts behind the last key of the page before. */
  public Query startKey(@Nullable Item lastKey) {
    startKey = lastKey;
    return this;
  }

  /** Reads from the end of the partition. */
  public Query descending() {
    descending = true;
    return this;
  }

  io.keystonedb.internal.operation.Query.Input toRequest(String tableName) {
    return io.keystonedb.internal.operation.Query.Input.of(
        tableName,
        new PositionalKeyConditions(partition, sort),
        index,
        limit,
        !descending,
        startKey == null ? null : RequestValues.decoded(startKey),
        projection,
        filter,
        parameters.names(),
        parameters.values());
  }
}
