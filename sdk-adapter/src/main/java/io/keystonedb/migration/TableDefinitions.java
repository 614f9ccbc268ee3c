package io.keystonedb.migration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * What a table's data depends on, as text that compares: keys, their types, indexes, and the
 * attribute by which items expire.
 */
final class TableDefinitions {
  private TableDefinitions() {}

  static String show(TableDescription table) {
    Map<String, String> types = new TreeMap<>();
    table
        .attributeDefinitions()
        .forEach(each -> types.put(each.attributeName(), each.attributeTypeAsString()));
    StringBuilder text = new StringBuilder("key ").append(key(table.keySchema(), types));
    Map<String, String> indexes = new TreeMap<>();
    table
        .localSecondaryIndexes()
        .forEach(
            each ->
                indexes.put(
                    each.indexName(),
                    "local " + key(each.keySchema(), types) + projection(each.projection())));
    table
        .globalSecondaryIndexes()
        .forEach(
            each ->
                indexes.put(
                    each.indexName(),
                    "global " + key(each.keySchema(), types) + projection(each.projection())));
    indexes.forEach(
        (name, definition) -> text.append("; index ").append(name).append(' ').append(definition));
    return text.toString();
  }

  /** The attribute by which items expire; null if the side does not say. */
  static @Nullable String expiry(Side side, String table) {
    Outcome outcome = side.call(DescribeTimeToLiveRequest.builder().tableName(table).build());
    if (!(outcome.answer() instanceof DescribeTimeToLiveResponse answer)
        || answer.timeToLiveDescription() == null) {
      return null;
    }
    return switch (answer.timeToLiveDescription().timeToLiveStatus()) {
      case ENABLED, ENABLING ->
          "; time to live by " + answer.timeToLiveDescription().attributeName();
      default -> "";
    };
  }

  private static String key(List<KeySchemaElement> schema, Map<String, String> types) {
    return schema.stream()
        .map(
            each ->
                each.keyTypeAsString()
                    + " "
                    + each.attributeName()
                    + " "
                    + types.get(each.attributeName()))
        .toList()
        .toString();
  }

  private static String projection(@Nullable Projection projection) {
    return projection == null
        ? ""
        : " "
            + projection.projectionTypeAsString()
            + projection.nonKeyAttributes().stream().sorted().toList();
  }
}
