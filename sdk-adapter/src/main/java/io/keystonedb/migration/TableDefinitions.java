package io.keystonedb.migration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** What a table's data depends on, as text that compares: keys, their types, indexes. */
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
