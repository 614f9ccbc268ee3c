package io.keystonedb.sdk.support;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * A request with a value for every member that the SDK in use knows, and what by their names are
 * tables, keys and items in it.
 */
final class FullRequest {
  /** Where a listing begins is no table that the request is about. */
  private static final Pattern TABLE_NAME = Pattern.compile("(?!ExclusiveStart).*TableName");

  private static final Pattern TABLE_ARN = Pattern.compile("(Source)?TableArn|ResourceArn");
  private static final Set<String> KEYS_AND_ITEMS = Set.of("Key", "Keys", "Item");

  private final Set<String> tables = new LinkedHashSet<>();
  private final List<Map<String, AttributeValue>> items = new ArrayList<>();
  private final boolean isOfStreams;
  private final SdkRequest request;

  /** One for an operation; {@code isOfStreams} if it is of the client of streams. */
  FullRequest(Class<?> type, boolean isOfStreams) {
    this.isOfStreams = isOfStreams;
    SdkPojo builder = (SdkPojo) Reflection.staticCall(type, "builder");
    fill(builder, 0);
    request = (SdkRequest) ((Buildable) builder).build();
  }

  SdkRequest request() {
    return request;
  }

  Set<String> tables() {
    return tables;
  }

  List<Map<String, AttributeValue>> items() {
    return items;
  }

  private void fill(SdkPojo builder, int depth) {
    for (SdkField<?> field : builder.sdkFields()) {
      if (depth < 5) {
        Object value = value(field, field.memberName(), depth);
        if (value != null) {
          field.set(builder, value);
        }
      }
    }
  }

  private Object value(SdkField<?> field, String name, int depth) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.STRING) {
      return string(name);
    }
    if (type == MarshallingType.INTEGER) {
      return 1;
    }
    if (type == MarshallingType.LONG) {
      return 1L;
    }
    if (type == MarshallingType.BOOLEAN) {
      return true;
    }
    if (type == MarshallingType.SDK_BYTES) {
      return SdkBytes.fromUtf8String("x");
    }
    if (type == MarshallingType.SDK_POJO) {
      SdkPojo inner = field.constructor().get();
      if (inner instanceof AttributeValue.Builder value) {
        return value.s("x").build();
      }
      fill(inner, depth + 1);
      return ((Buildable) inner).build();
    }
    if (type == MarshallingType.LIST) {
      SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
      Object one = value(element, name, depth);
      return one == null ? null : List.of(one, value(element, name, depth));
    }
    return type == MarshallingType.MAP ? map(field, name, depth) : null;
  }

  private String string(String name) {
    if (TABLE_NAME.matcher(name).matches()) {
      return newTable();
    }
    if (TABLE_ARN.matcher(name).matches() || (isOfStreams && name.equals("StreamArn"))) {
      return "arn:aws:dynamodb:eu-west-1:123456789012:table/" + newTable() + "/stream/label";
    }
    return name.equals("Statement") ? "DELETE FROM \"" + newTable() + "\"" : name;
  }

  private String newTable() {
    String table = "table-" + tables.size();
    tables.add(table);
    return table;
  }

  private Object map(SdkField<?> field, String name, int depth) {
    SdkField<?> value = field.getTrait(MapTrait.class).valueFieldInfo();
    if (name.equals("RequestItems")) {
      return Map.of(newTable(), value(value, name, depth), newTable(), value(value, name, depth));
    }
    Object content = value(value, name, depth);
    Object key = "attribute-" + items.size();
    Map<Object, Object> map = content == null ? Map.of() : Map.of(key, content);
    if (content instanceof AttributeValue attribute && KEYS_AND_ITEMS.contains(name)) {
      items.add(Map.of((String) key, attribute));
    }
    return map;
  }
}
