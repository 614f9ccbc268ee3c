package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.ItemRanges;
import io.keystonedb.internal.engine.RowRange;
import io.keystonedb.internal.expression.KeyQuery;
import io.keystonedb.internal.expression.SortRange;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which ranges of a table or index a SELECT reads: those of the keys it names by equality or IN,
 * narrowed by what it says of sort keys from left to right. A statement that does not name all
 * partition attributes reads everything.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.select.html">Select
 *     statements: full table scans</a>
 */
final class StatementRanges {
  private StatementRanges() {}

  /** Whether a clause names all partition attributes. */
  static boolean isKeyed(WhereClause where, KeyAttributes key) {
    return key.partition().stream().allMatch(attribute -> where.valuesOf(attribute) != null);
  }

  /** The ranges in the order in which they are read. */
  static List<RowRange<Item>> of(ReadTarget target, WhereClause where, StatementOrder order) {
    List<RowRange<Item>> ranges = new ArrayList<>();
    for (KeyQuery query : queries(target.key(), where, order)) {
      ranges.add(ItemRanges.of(target.ref(), target.index(), query));
    }
    return ranges;
  }

  private static List<KeyQuery> queries(
      KeyAttributes key, WhereClause where, StatementOrder order) {
    List<List<Value>> partitions = List.of(List.of());
    for (KeyAttribute attribute : key.partition()) {
      partitions = extended(partitions, where.valuesOf(attribute), order.partitionsDescending());
    }
    List<List<Value>> prefixes = List.of(List.of());
    SortRange range = null;
    for (KeyAttribute attribute : key.sort()) {
      List<Value> values = where.valuesOf(attribute);
      if (values == null) {
        range = where.rangeOf(attribute);
        break;
      }
      prefixes = extended(prefixes, values, order.descending());
    }
    List<KeyQuery> queries = new ArrayList<>();
    for (List<Value> partition : partitions) {
      for (List<Value> prefix : prefixes) {
        queries.add(new KeyQuery(partition, prefix, range));
      }
    }
    return queries;
  }

  /** Every list with every value behind it. */
  private static List<List<Value>> extended(
      List<List<Value>> lists, @Nullable List<Value> ascending, boolean descending) {
    List<Value> values = new ArrayList<>(ascending == null ? List.of() : ascending);
    if (descending) {
      Collections.reverse(values);
    }
    List<List<Value>> extended = new ArrayList<>();
    for (List<Value> list : lists) {
      for (Value value : values) {
        List<Value> longer = new ArrayList<>(list);
        longer.add(value);
        extended.add(longer);
      }
    }
    return extended;
  }
}
