package io.keystonedb.internal.json;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.value.SetOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Writes records by their shapes. What a request held may be in an answer again, so attribute
 * values come plain or as {@link Decoded}. Stateless.
 */
public final class AnswerWriter {
  private AnswerWriter() {}

  /** Writes a record as an object. */
  public static void write(Structure structure, Record record, JsonOutput out) {
    out.beginObject();
    members(structure, record, out);
    out.endObject();
  }

  /** Writes the members that a record has, into an object that was begun. */
  public static void members(Structure structure, Record record, JsonOutput out) {
    List<Member> members = structure.members();
    for (int i = 0; i < members.size(); i++) {
      Object value = structure.get(record, i);
      if (value != null) {
        out.name(members.get(i).name());
        write(members.get(i).shape(), value, out);
      }
    }
  }

  private static void write(Shape shape, Object value, JsonOutput out) {
    if (shape instanceof Shape.Text) {
      out.string((String) value);
    } else if (shape instanceof Shape.AttributeMap) {
      item((Item) plain(value), out);
    } else if (shape instanceof Structure structure) {
      write(structure, (Record) value, out);
    } else if (shape instanceof Shape.ListOf list) {
      out.beginArray();
      for (Object element : (List<?>) value) {
        write(list.element(), element, out);
      }
      out.endArray();
    } else if (shape instanceof Shape.MapOf map) {
      out.beginObject();
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        out.name((String) entry.getKey());
        write(map.value(), entry.getValue(), out);
      }
      out.endObject();
    } else if (shape instanceof Shape.AttributeValue) {
      value((Value) plain(value), out);
    } else if (shape instanceof Shape.Timestamp) {
      out.literal(seconds((Instant) value));
    } else {
      out.literal(value.toString());
    }
  }

  private static Object plain(Object value) {
    return value instanceof Decoded<?> decoded ? decoded.get() : value;
  }

  private static String seconds(Instant instant) {
    return BigDecimal.valueOf(instant.toEpochMilli(), 3).toPlainString();
  }

  private static void item(Item item, JsonOutput out) {
    out.beginObject();
    for (int i = 0; i < item.size(); i++) {
      out.name(item.nameAt(i));
      value(item.valueAt(i), out);
    }
    out.endObject();
  }

  private static void value(Value value, JsonOutput out) {
    out.beginObject().name(value.type().name());
    switch (value.type()) {
      case S -> out.string(((Value.S) value).value());
      case N -> number((Value.N) value, out);
      case B -> binary((Value.B) value, out);
      case BOOL -> out.literal(((Value.Bool) value).value() ? "true" : "false");
      case NULL -> out.literal("true");
      case L -> {
        out.beginArray();
        ((Value.L) value).values().forEach(element -> value(element, out));
        out.endArray();
      }
      case M -> item(((Value.M) value).values(), out);
      case SS -> {
        out.beginArray();
        SetOrder.of((Value.SS) value).forEach(out::string);
        out.endArray();
      }
      case NS -> {
        out.beginArray();
        SetOrder.of((Value.NS) value).forEach(element -> number(element, out));
        out.endArray();
      }
      case BS -> {
        out.beginArray();
        SetOrder.of((Value.BS) value).forEach(element -> binary(element, out));
        out.endArray();
      }
    }
    out.endObject();
  }

  private static void number(Value.N number, JsonOutput out) {
    out.string(number.text());
  }

  private static void binary(Value.B binary, JsonOutput out) {
    out.plainString(Base64.getEncoder().encode(binary.toByteArray()));
  }
}
