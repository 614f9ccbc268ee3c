package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.ItemRanges;
import io.keystonedb.internal.engine.RowRange;
import io.keystonedb.internal.expression.KeyQuery;
import io.keystonedb.internal.expression.SortRange;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import io.keystonedb.internal.value.ValueOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /** Whether all branches of a clause name all partition attributes. */
  static boolean isKeyed(WhereClause where, KeyAttributes key) {
    return where.branches().stream()
        .allMatch(
            branch ->
                key.partition().stream().allMatch(attribute -> branch.valuesOf(attribute) != null));
  }

  /**
   * The ranges in the order in which they are read.
   *
   * @throws KeystoneException if branches of the clause overlap in the sort key
   */
  static List<RowRange<Item>> of(ReadTarget target, WhereClause where, StatementOrder order) {
    List<WhereClause> branches = where.branches();
    if (branches.size() == 1) {
      return ranges(target, queries(target.key(), where, order));
    }
    Set<KeyQuery> queries = new LinkedHashSet<>();
    for (WhereClause branch : branches) {
      queries.addAll(queries(target.key(), branch, order));
    }
    if (branches.stream().noneMatch(branch -> branch.excludesAny(target.key().sort()))) {
      checkDistinct(queries);
    }
    return united(target, queries, order);
  }

  /** Observed: the branches of one partition are one open range, or single sort keys. */
  private static void checkDistinct(Set<KeyQuery> queries) {
    Set<List<Value>> open = new HashSet<>();
    for (KeyQuery query : queries) {
      if (query.sortPrefix().isEmpty()) {
        open.add(query.partition());
      }
    }
    Set<List<Value>> seen = new HashSet<>();
    for (KeyQuery query : queries) {
      if (!seen.add(query.partition()) && open.contains(query.partition())) {
        throw KeystoneException.validation(
            "Overlapping conditions with range keys are not supported in where clause");
      }
    }
  }

  /** The ranges of several branches, each part only once. */
  private static List<RowRange<Item>> united(
      ReadTarget target, Set<KeyQuery> queries, StatementOrder order) {
    Comparator<List<Value>> byValue = ValueOrder::compareAll;
    Map<List<Value>, List<KeyQuery>> byPartition =
        new TreeMap<>(order.partitionsDescending() ? byValue.reversed() : byValue);
    for (KeyQuery query : queries) {
      byPartition.computeIfAbsent(query.partition(), partition -> new ArrayList<>()).add(query);
    }
    List<RowRange<Item>> ranges = new ArrayList<>();
    for (List<KeyQuery> ofPartition : byPartition.values()) {
      List<RowRange<Item>> united = RowRange.united(ranges(target, ofPartition));
      if (order.descending()) {
        Collections.reverse(united);
      }
      ranges.addAll(united);
    }
    return ranges;
  }

  private static List<RowRange<Item>> ranges(ReadTarget target, List<KeyQuery> queries) {
    List<RowRange<Item>> ranges = new ArrayList<>();
    for (KeyQuery query : queries) {
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
