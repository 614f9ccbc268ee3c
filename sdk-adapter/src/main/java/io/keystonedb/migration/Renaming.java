package io.keystonedb.migration;

import io.keystonedb.sdk.support.SdkMember;
import io.keystonedb.sdk.support.UnsetValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.utils.builder.Buildable;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Renames tables and attributes in whatever is asked and answered, from the SDK's description of
 * its shapes. Names inside expressions are renamed as well; statements of PartiQL are not touched.
 * Immutable.
 */
final class Renaming implements NameTranslation {
  private static final SdkMember TABLE_NAME = new SdkMember("TableName");
  private static final Set<String> TABLE_NAMES =
      Set.of("TableName", "ExclusiveStartTableName", "LastEvaluatedTableName", "TableNames");

  /** Maps from names of tables. */
  private static final Set<String> BY_TABLE =
      Set.of(
          "RequestItems",
          "UnprocessedItems",
          "UnprocessedKeys",
          "Responses",
          "ItemCollectionMetrics");

  private static final Set<String> EXPRESSIONS =
      Set.of(
          "KeyConditionExpression",
          "FilterExpression",
          "ConditionExpression",
          "UpdateExpression",
          "ProjectionExpression");

  /** Names of attributes as such. */
  private static final Set<String> ATTRIBUTE_NAMES =
      Set.of("AttributeName", "AttributesToGet", "NonKeyAttributes");

  private final Names names;

  Renaming(Names names) {
    this.names = names;
  }

  @Override
  public SdkRequest toSide(SdkRequest request) {
    return (SdkRequest) shape(request, "", true);
  }

  @Override
  public @Nullable SdkResponse fromSide(SdkRequest request, @Nullable SdkResponse answer) {
    return answer == null ? null : (SdkResponse) shape(answer, tableOf(request), false);
  }

  /** A copy of a shape under other names; the table is the primary's name of what it is about. */
  private Object shape(SdkPojo shape, String table, boolean toSide) {
    if (!(shape instanceof ToCopyableBuilder<?, ?> copyable)) {
      return shape;
    }
    String own = tableOf(shape);
    if (!own.isEmpty() && !toSide) {
      own = names.tableAtPrimary(own);
    }
    String inside = own.isEmpty() ? table : own;
    SdkPojo builder = (SdkPojo) copyable.toBuilder();
    for (SdkField<?> field : shape.sdkFields()) {
      Object value = field.getValueOrDefault(shape);
      if (value != null && !UnsetValues.isUnset(value)) {
        field.set(builder, member(field.memberName(), value, inside, toSide));
      }
    }
    return ((Buildable) builder).build();
  }

  private Object member(String name, Object value, String table, boolean toSide) {
    UnaryOperator<String> attribute = attribute(table, toSide);
    if (TABLE_NAMES.contains(name)) {
      return texts(value, each -> toSide ? names.tableAtShadow(each) : names.tableAtPrimary(each));
    }
    if (ATTRIBUTE_NAMES.contains(name)) {
      return texts(value, attribute);
    }
    if (EXPRESSIONS.contains(name) && value instanceof String expression) {
      return ExpressionNames.rename(expression, attribute);
    }
    if (value instanceof Map<?, ?> map) {
      return map(name, map, table, toSide);
    }
    return value(value, table, toSide);
  }

  private Object value(Object value, String table, boolean toSide) {
    if (value instanceof AttributeValue) {
      return value;
    }
    if (value instanceof SdkPojo shape) {
      return shape(shape, table, toSide);
    }
    if (value instanceof List<?> list) {
      List<Object> renamed = new ArrayList<>(list.size());
      list.forEach(
          each ->
              renamed.add(
                  each instanceof Map<?, ?> item
                      ? map("Item", item, table, toSide)
                      : value(each, table, toSide)));
      return renamed;
    }
    return value;
  }

  private Map<String, Object> map(String name, Map<?, ?> map, String table, boolean toSide) {
    Map<String, Object> renamed = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          String text = (String) key;
          if (name.equals("ExpressionAttributeNames")) {
            renamed.put(text, attribute(table, toSide).apply((String) value));
          } else if (name.equals("ExpressionAttributeValues")) {
            renamed.put(text, value);
          } else if (BY_TABLE.contains(name)) {
            String atPrimary = toSide ? text : names.tableAtPrimary(text);
            renamed.put(
                toSide ? names.tableAtShadow(text) : atPrimary, value(value, atPrimary, toSide));
          } else {
            renamed.put(attribute(table, toSide).apply(text), value(value, table, toSide));
          }
        });
    return renamed;
  }

  private UnaryOperator<String> attribute(String table, boolean toSide) {
    Map<String, String> renamed =
        toSide ? names.attributesAtShadow(table) : names.attributesAtPrimary(table);
    return name -> renamed.getOrDefault(name, name);
  }

  private static Object texts(Object value, UnaryOperator<String> rename) {
    return value instanceof List<?> list
        ? list.stream().map(each -> rename.apply((String) each)).toList()
        : rename.apply((String) value);
  }

  private static String tableOf(SdkPojo shape) {
    String table = TABLE_NAME.string(shape);
    return table == null ? "" : table;
  }
}
