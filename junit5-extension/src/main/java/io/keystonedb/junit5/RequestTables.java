package io.keystonedb.junit5;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tables that a request is about, whatever its operation. Stateless. */
final class RequestTables {
  private static final Pattern IN_STATEMENT =
      Pattern.compile("(?i)\\b(?:from|into|update)\\s+\"?([A-Za-z0-9_.:/-]+)");

  private RequestTables() {}

  static Set<String> of(SdkPojo request) {
    Set<String> tables = new LinkedHashSet<>();
    collect(request, tables);
    return tables;
  }

  /** The name in an ARN, or the name itself. */
  static String name(String nameOrArn) {
    return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
  }

  private static void collect(SdkPojo shape, Set<String> tables) {
    for (SdkField<?> field : shape.sdkFields()) {
      Object value = field.getValueOrDefault(shape);
      switch (field.locationName()) {
        case "TableName" -> {
          if (value != null) {
            tables.add(name((String) value));
          }
        }
        case "RequestItems" -> {
          if (value instanceof Map<?, ?> items) {
            items.keySet().forEach(name -> tables.add(name((String) name)));
          }
        }
        case "Statement" -> statement((String) value, tables);
        default -> inside(value, tables);
      }
    }
  }

  private static void inside(@Nullable Object value, Set<String> tables) {
    if (value instanceof SdkPojo shape && !(value instanceof AttributeValue)) {
      collect(shape, tables);
    } else if (value instanceof List<?> list) {
      list.forEach(each -> inside(each, tables));
    }
  }

  private static void statement(@Nullable String text, Set<String> tables) {
    Matcher matcher = IN_STATEMENT.matcher(text == null ? "" : text);
    while (matcher.find()) {
      tables.add(name(matcher.group(1)));
    }
  }
}
