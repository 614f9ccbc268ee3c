package io.keystonedb.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedException;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.ValueRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads attribute values of requests. JSON of another type than declared is thrown at once; a
 * malformed value is only noted, because reading has to go on: the first is due when the operation
 * asks for it, and only if the rest of the body is what it should be.
 *
 * <p>Inside, a value is a {@link Value} or the {@link MalformedException} that says why there is
 * none. The depth of recursion is bounded by the service's limit on nesting.
 */
final class ValueReader {
  static final Shape SHAPE = new Shape.AttributeValue();

  private final JsonParser parser;

  ValueReader(JsonParser parser) {
    this.parser = parser;
  }

  /** The value that begins at the current token. */
  Decoded<Value> single(String attribute) throws IOException {
    Object read = value(0);
    return read instanceof MalformedException malformed
        ? Decoded.malformed(malformed.at(attribute))
        : Decoded.of((Value) read);
  }

  /** The item, key or map of expression values that begins at the current token. */
  Decoded<Item> item() throws IOException {
    Attributes attributes = attributes(0);
    MalformedValue malformed = attributes.malformed();
    return malformed == null
        ? Decoded.of(attributes.toItem())
        : Decoded.malformed(ValueRules.reported(malformed, attributes.names()), attributes.names());
  }

  private Attributes attributes(int level) throws IOException {
    Attributes attributes = new Attributes();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_NULL) {
        attributes.remove(name);
      } else {
        Nested.requireStructure(parser, "AttributeValue", true);
        Object read = value(level);
        MalformedException malformedName = ValueRules.malformedName(name);
        attributes.put(name, malformedName == null ? read : malformedName);
      }
    }
    return attributes;
  }

  private Object value(int level) throws IOException {
    if (level == ValueRules.MAX_LEVELS) {
      return ValueRules.tooDeep(level + skipValue());
    }
    ValueType only = null;
    boolean several = false;
    Object last = null;
    Object badNumber = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      ValueType type = type(parser.currentName());
      JsonToken token = parser.nextToken();
      if (type == null || token == JsonToken.VALUE_NULL) {
        parser.skipChildren();
        continue;
      }
      last = content(type, level);
      several |= only != null && only != type;
      only = type;
      if (badNumber == null && isBadNumber(type, last)) {
        badNumber = last;
      }
    }
    if (last == null) {
      return ValueRules.noDatatype();
    }
    if (!several) {
      return last;
    }
    return badNumber == null ? ValueRules.severalDatatypes() : badNumber;
  }

  /** Skips a value, and tells how many levels are inside it: two containers in JSON for each. */
  private int skipValue() throws IOException {
    int open = 1;
    int most = 1;
    while (open > 0) {
      JsonToken token = parser.nextToken();
      if (token.isStructStart()) {
        open++;
        most = Math.max(most, open);
      } else if (token.isStructEnd()) {
        open--;
      }
    }
    return (most - 1) / 2;
  }

  private static boolean isBadNumber(ValueType type, Object read) {
    return (type == ValueType.N || type == ValueType.NS)
        && read instanceof MalformedException malformed
        && malformed.kind() == MalformedValue.Kind.NUMBER;
  }

  private static @Nullable ValueType type(String name) {
    return switch (name) {
      case "S" -> ValueType.S;
      case "N" -> ValueType.N;
      case "B" -> ValueType.B;
      case "BOOL" -> ValueType.BOOL;
      case "NULL" -> ValueType.NULL;
      case "L" -> ValueType.L;
      case "M" -> ValueType.M;
      case "SS" -> ValueType.SS;
      case "NS" -> ValueType.NS;
      case "BS" -> ValueType.BS;
      default -> null;
    };
  }

  private Object content(ValueType type, int level) throws IOException {
    try {
      return switch (type) {
        case S -> Value.string(Scalars.text(parser));
        case N -> ValueRules.number(Scalars.text(parser));
        case B -> Value.binary(Scalars.bytes(parser));
        case BOOL -> Value.bool(Scalars.flag(parser));
        case NULL -> ValueRules.nul(Scalars.flag(parser));
        case L -> list(level);
        case M -> map(level);
        case SS -> ValueRules.stringSet(texts());
        case NS -> ValueRules.numberSet(texts());
        case BS -> ValueRules.binarySet(binaries());
      };
    } catch (MalformedException e) {
      return e;
    }
  }

  private Object list(int level) throws IOException {
    Nested.requireList(parser, false);
    List<Value> values = new ArrayList<>();
    MalformedException malformed = null;
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      Object read = element(token, level + 1);
      if (read instanceof Value value) {
        values.add(value);
      } else if (malformed == null) {
        malformed = (MalformedException) read;
      }
    }
    return malformed == null ? Value.list(values) : malformed;
  }

  private Object element(JsonToken token, int level) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return level == ValueRules.MAX_LEVELS ? ValueRules.tooDeep(level) : ValueRules.noDatatype();
    }
    Nested.requireStructure(parser, "AttributeValue", true);
    return value(level);
  }

  private Object map(int level) throws IOException {
    Nested.requireMap(parser, SHAPE, false);
    Attributes attributes = attributes(level + 1);
    MalformedException malformed = attributes.malformedValue();
    return malformed == null ? Value.map(attributes.toItem()) : malformed;
  }

  private List<@Nullable String> texts() throws IOException {
    Nested.requireList(parser, false);
    List<@Nullable String> texts = new ArrayList<>();
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      texts.add(token == JsonToken.VALUE_NULL ? null : Scalars.text(parser));
    }
    return Collections.unmodifiableList(texts);
  }

  private List<Value.@Nullable B> binaries() throws IOException {
    Nested.requireList(parser, false);
    List<Value.@Nullable B> binaries = new ArrayList<>();
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      binaries.add(token == JsonToken.VALUE_NULL ? null : Value.binary(Scalars.bytes(parser)));
    }
    return binaries;
  }
}
