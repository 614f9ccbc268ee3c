package io.keystonedb.migration;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * What has to be known of a table to tell its items apart. Immutable.
 *
 * @param key the attributes of its key
 * @param sortKeys the sort key attributes of its indexes, by their names
 */
record TableInfo(List<String> key, Map<String, List<String>> sortKeys) {
  static TableInfo of(TableDescription table) {
    Map<String, List<String>> sortKeys = new HashMap<>();
    table
        .localSecondaryIndexes()
        .forEach(index -> sortKeys.put(index.indexName(), sort(index.keySchema())));
    table
        .globalSecondaryIndexes()
        .forEach(index -> sortKeys.put(index.indexName(), sort(index.keySchema())));
    return new TableInfo(
        table.keySchema().stream().map(KeySchemaElement::attributeName).toList(), sortKeys);
  }

  private static List<String> sort(List<KeySchemaElement> schema) {
    return schema.stream()
        .filter(element -> element.keyType() == KeyType.RANGE)
        .map(KeySchemaElement::attributeName)
        .toList();
  }

  /** The key of an item; null if it lacks a part of it. */
  @Nullable Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> found = new LinkedHashMap<>();
    for (String name : key) {
      AttributeValue value = item.get(name);
      if (value == null) {
        return null;
      }
      found.put(name, value);
    }
    return found;
  }
}
