package io.keystonedb;

import io.keystonedb.internal.operation.Query.Input;
import io.keystonedb.internal.shape.Decoded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The queries and scans of {@link RandomCalls}. */
final class RandomReads {
  private static final String[] FILTERS = {
    "a = :v", "attribute_exists(#n)", "size(b) > :v", "pk = :v", "pk.x = :v", "a = :missing", "a ="
  };
  private static final String[] PROJECTIONS = {"a, b", "#n", "pk", "a, a.b", "b["};

  private final RandomParts random;
  private final @Nullable String filter;
  private final @Nullable String projection;
  private final Map<String, String> names;
  private final Map<String, Value> values;
  private final @Nullable Integer limit;
  private final @Nullable Item startKey;

  private RandomReads(RandomParts random) {
    this.random = random;
    filter = random.rarely(3) ? random.pick(FILTERS) : null;
    projection = random.rarely(4) ? random.pick(PROJECTIONS) : null;
    names = random.names(filter + projection);
    values = random.values(filter);
    limit = random.rarely(3) ? random.pick(1, 2, 5, 0, -1) : null;
    startKey =
        random.rarely(8)
            ? Item.builder()
                .value("pk", random.pick(random.text(), random.any()))
                .value("sk", random.pick(random.number(), random.any()))
                .build()
            : null;
  }

  private static @Nullable Decoded<Item> decoded(@Nullable Item item) {
    return item == null ? null : Decoded.of(item);
  }

  // Scans

  static RandomCalls.Call<Page> scan(RandomParts random, String table) {
    return new RandomReads(random).scan(table);
  }

  private RandomCalls.Call<Page> scan(String table) {
    String index = random.rarely(3) ? random.pick("gsi", "gsi-all", "lsi", "nope") : null;
    Integer segment = random.rarely(4) ? random.pick(0, 1, 2, -1) : null;
    Integer total = segment == null ? null : random.pick(2, 3, 0);
    return new RandomCalls.Call<>(
        "Scan",
        table,
        on -> on.scan(scan(index, segment, total)),
        io.keystonedb.internal.operation.Scan.Input.of(
            table,
            index,
            limit,
            decoded(startKey),
            total,
            segment,
            projection,
            filter,
            names.isEmpty() ? null : names,
            values.isEmpty() ? null : Decoded.of(Item.copyOf(values))),
        answer -> {
          var output = (io.keystonedb.internal.operation.Scan.Output) answer;
          return new Page(output.items(), output.scannedCount(), output.lastEvaluatedKey());
        });
  }

  private Scan scan(@Nullable String index, @Nullable Integer segment, @Nullable Integer total) {
    Scan scan = Scan.create().startKey(startKey);
    if (index != null) {
      scan.index(index);
    }
    if (segment != null && total != null) {
      scan.segment(segment, total);
    }
    if (limit != null) {
      scan.limit(limit);
    }
    if (filter != null) {
      scan.filter(filter);
    }
    if (projection != null) {
      scan.projection(projection);
    }
    names.forEach(scan::name);
    values.forEach(scan::value);
    return scan;
  }

  // Queries

  /** A condition on a sort key, for the builder and as text. */
  private record SortCondition(UnaryOperator<Query> builder, String text, List<Value> operands) {}

  static RandomCalls.Call<Page> query(RandomParts random, String table) {
    return new RandomReads(random).query(table);
  }

  private RandomCalls.Call<Page> query(String table) {
    String index =
        table.equals("indexed") && random.rarely(2) ? random.pick("gsi", "gsi-all", "lsi") : null;
    String partitionName = index != null && index.startsWith("gsi") ? "g" : "pk";
    String sortName = index == null ? "sk" : "h";
    boolean sorted = !table.equals("plain") && !"gsi".equals(index);
    Value partition = random.rarely(10) ? random.shallow() : random.text();
    SortCondition sort = sorted && random.rarely(2) ? sortCondition() : null;
    boolean forward = random.rarely(2);

    Map<String, String> allNames = new LinkedHashMap<>(names);
    Map<String, Value> allValues = new LinkedHashMap<>(values);
    allNames.put("#partition", partitionName);
    allValues.put(":partition", partition);
    String condition = "#partition = :partition";
    if (sort != null) {
      condition += " AND " + sort.text;
      allNames.put("#sort", sortName);
      for (int i = 0; i < sort.operands.size(); i++) {
        allValues.put(":sort" + i, sort.operands.get(i));
      }
    }
    return new RandomCalls.Call<>(
        "Query",
        table,
        on -> on.query(query(partition, sort, index, forward)),
        new Input(
            table,
            index,
            null,
            null,
            limit,
            null,
            null,
            null,
            null,
            forward,
            decoded(startKey),
            null,
            projection,
            filter,
            condition,
            allNames,
            Decoded.of(Item.copyOf(allValues)),
            null),
        answer -> {
          var output = (io.keystonedb.internal.operation.Query.Output) answer;
          return new Page(output.items(), output.scannedCount(), output.lastEvaluatedKey());
        });
  }

  private SortCondition sortCondition() {
    Value first = random.rarely(10) ? random.shallow() : random.number();
    Value second = random.rarely(10) ? random.shallow() : random.number();
    List<Value> one = List.of(first);
    return random.pick(
        new SortCondition(query -> query.skEquals(first), "#sort = :sort0", one),
        new SortCondition(query -> query.skLessThan(first), "#sort < :sort0", one),
        new SortCondition(query -> query.skAtMost(first), "#sort <= :sort0", one),
        new SortCondition(query -> query.skGreaterThan(first), "#sort > :sort0", one),
        new SortCondition(query -> query.skAtLeast(first), "#sort >= :sort0", one),
        new SortCondition(query -> query.skBeginsWith(first), "begins_with(#sort, :sort0)", one),
        new SortCondition(
            query -> query.skBetween(first, second),
            "#sort BETWEEN :sort0 AND :sort1",
            List.of(first, second)));
  }

  private Query query(
      Value partition, @Nullable SortCondition sort, @Nullable String index, boolean forward) {
    Query query = Query.of(partition).startKey(startKey);
    if (sort != null) {
      sort.builder.apply(query);
    }
    if (index != null) {
      query.index(index);
    }
    if (limit != null) {
      query.limit(limit);
    }
    if (filter != null) {
      query.filter(filter);
    }
    if (projection != null) {
      query.projection(projection);
    }
    if (!forward) {
      query.descending();
    }
    names.forEach(query::name);
    values.forEach(query::value);
    return query;
  }
}
