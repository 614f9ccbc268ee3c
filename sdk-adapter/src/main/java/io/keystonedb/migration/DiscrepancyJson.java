package io.keystonedb.migration;

import io.keystonedb.internal.json.JsonOutput;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A discrepancy as one JSON object; values are in the service's JSON. */
final class DiscrepancyJson {
  private DiscrepancyJson() {}

  static String line(Discrepancy discrepancy) {
    JsonOutput out = new JsonOutput();
    out.beginObject();
    out.name("id").literal(Long.toString(discrepancy.id()));
    out.name("kind").string(discrepancy.kind().name());
    out.name("operation").string(discrepancy.operation());
    text("table", discrepancy.table(), out);
    text("index", discrepancy.index(), out);
    if (!discrepancy.key().isEmpty()) {
      out.name("key");
      ValueJson.item(discrepancy.key(), out);
    }
    out.name("primary").string(discrepancy.primary());
    out.name("shadow").string(discrepancy.shadow());
    out.name("differences").beginArray();
    discrepancy.differences().forEach(each -> difference(each, out));
    out.endArray();
    out.name("context").beginObject();
    new TreeMap<>(discrepancy.context()).forEach((name, value) -> text(name, value, out));
    out.endObject();
    out.name("firstSeen").string(discrepancy.firstSeen().toString());
    out.name("lastSeen").string(discrepancy.lastSeen().toString());
    out.name("count").literal(Long.toString(discrepancy.count()));
    discrepancy.cause().ifPresent(id -> out.name("followsFrom").literal(Long.toString(id)));
    text("expected", discrepancy.expected(), out);
    out.endObject();
    return ValueJson.text(out);
  }

  private static void difference(Difference difference, JsonOutput out) {
    out.beginObject();
    out.name("path").string(difference.path());
    out.name("kind").string(difference.kind().name());
    value("primary", difference.primary(), out);
    value("shadow", difference.shadow(), out);
    out.endObject();
  }

  private static void value(String name, @Nullable AttributeValue value, JsonOutput out) {
    if (value != null) {
      out.name(name);
      ValueJson.value(value, out);
    }
  }

  private static void text(String name, @Nullable String text, JsonOutput out) {
    if (text != null) {
      out.name(name).string(text);
    }
  }
}
