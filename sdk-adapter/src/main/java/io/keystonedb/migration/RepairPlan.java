package io.keystonedb.migration;

import io.keystonedb.internal.json.JsonOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What would make the shadow like the primary again, as files for {@code aws dynamodb
 * batch-write-item --request-items file://…}. Nothing is written to a database. Nothing is ever
 * deleted: items that only the shadow has are listed apart, one key per line, for a person to
 * decide.
 *
 * @param files what to run, in any order; each puts up to 25 items as the primary had them when the
 *     plan was made
 * @param puts how many items that are
 * @param onlyAtShadow the file with the keys of items that only the shadow has, by table
 * @param extras how many items that are
 */
public record RepairPlan(List<Path> files, int puts, Path onlyAtShadow, int extras) {
  private static final int PER_FILE = 25;

  /** Copies what could change. */
  public RepairPlan {
    files = List.copyOf(files);
  }

  /**
   * Makes a plan.
   *
   * @param discrepancies what was found
   * @param primary is asked for the items as they are now
   * @param rules the names of tables and attributes at the shadow
   * @param directory where the files go; comes into being
   */
  public static RepairPlan write(
      List<Discrepancy> discrepancies,
      DynamoDbClient primary,
      ComparisonRules rules,
      Path directory) {
    Map<String, List<Map<String, AttributeValue>>> puts = new TreeMap<>();
    List<TableKey> extras = new ArrayList<>();
    for (TableKey key : keys(discrepancies)) {
      var answer =
          primary.getItem(get -> get.tableName(key.table()).key(key.key()).consistentRead(true));
      if (answer.hasItem()) {
        puts.computeIfAbsent(key.table(), table -> new ArrayList<>()).add(answer.item());
      } else {
        extras.add(key);
      }
    }
    return write(puts, extras, rules.names(), directory);
  }

  private static Set<TableKey> keys(List<Discrepancy> discrepancies) {
    Set<TableKey> keys = new LinkedHashSet<>();
    for (Discrepancy each : discrepancies) {
      String table = each.table();
      if (table != null && !table.isEmpty() && !each.key().isEmpty()) {
        keys.add(TableKey.of(table, each.key()));
      }
    }
    return keys;
  }

  private static RepairPlan write(
      Map<String, List<Map<String, AttributeValue>>> puts,
      List<TableKey> extras,
      Names names,
      Path directory) {
    try {
      Files.createDirectories(directory);
      List<Path> files = new ArrayList<>();
      int count = 0;
      for (Map.Entry<String, List<Map<String, AttributeValue>>> entry : puts.entrySet()) {
        List<Map<String, AttributeValue>> items = entry.getValue();
        for (int from = 0; from < items.size(); from += PER_FILE) {
          int number = from / PER_FILE + 1;
          Path file = directory.resolve("%s-%04d.json".formatted(entry.getKey(), number));
          List<Map<String, AttributeValue>> batch =
              items.subList(from, Math.min(items.size(), from + PER_FILE));
          Files.writeString(file, batch(entry.getKey(), batch, names));
          files.add(file);
        }
        count += items.size();
      }
      Path onlyAtShadow = directory.resolve("only-at-shadow.jsonl");
      Files.writeString(onlyAtShadow, lines(extras, names));
      return new RepairPlan(files, count, onlyAtShadow, extras.size());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the repair plan to " + directory, e);
    }
  }

  private static String batch(String table, List<Map<String, AttributeValue>> items, Names names) {
    JsonOutput out = new JsonOutput();
    out.beginObject().name(names.tableAtShadow(table)).beginArray();
    for (Map<String, AttributeValue> item : items) {
      out.beginObject().name("PutRequest").beginObject().name("Item");
      ValueJson.item(names.itemAtShadow(table, item), out);
      out.endObject().endObject();
    }
    out.endArray().endObject();
    return ValueJson.text(out);
  }

  private static String lines(List<TableKey> extras, Names names) {
    StringBuilder lines = new StringBuilder();
    for (TableKey key : extras) {
      JsonOutput out = new JsonOutput();
      out.beginObject().name("TableName").string(names.tableAtShadow(key.table())).name("Key");
      ValueJson.item(names.itemAtShadow(key.table(), key.key()), out);
      out.endObject();
      lines.append(ValueJson.text(out)).append('\n');
    }
    return lines.toString();
  }
}
