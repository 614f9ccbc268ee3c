package io.keystonedb.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one request straight into its records.
 *
 * <p>A member that is null is absent, one that is not declared is skipped, of one that occurs twice
 * the last counts. A structure is read to its end whatever is wrong in it; of what is wrong, a
 * nested member comes before a scalar one (service-facts 1.6), otherwise the first counts.
 */
final class RequestReader {
  private final JsonParser parser;
  private final ValueReader values;

  RequestReader(JsonParser parser) {
    this.parser = parser;
    values = new ValueReader(parser);
  }

  Record read(Structure structure, String name) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new JsonSyntaxException("nothing but blanks");
    }
    JsonStreamContext outside = parser.getParsingContext();
    try {
      outside = token.isStructStart() ? outside.getParent() : outside;
      Nested.requireStructure(parser, name, true);
      Record request = structure(structure);
      requireEnd(parser);
      return request;
    } catch (ConversionException e) {
      leaveTo(outside);
      requireEnd(parser);
      throw e;
    }
  }

  /** One body holds one value. */
  static void requireEnd(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new JsonSyntaxException("more than one value");
    }
  }

  private Record structure(Structure structure) throws IOException {
    JsonStreamContext level = parser.getParsingContext();
    @Nullable Object[] members = new @Nullable Object[structure.members().size()];
    ConversionException nested = null;
    ConversionException scalar = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      int index = indexOf(structure.members(), parser.currentName());
      JsonToken token = parser.nextToken();
      if (index < 0) {
        parser.skipChildren();
        continue;
      }
      Member member = structure.members().get(index);
      try {
        members[index] =
            token == JsonToken.VALUE_NULL ? null : value(member.shape(), member.name(), false);
      } catch (ConversionException e) {
        leaveTo(level);
        if (isScalar(member.shape())) {
          scalar = scalar == null ? e : scalar;
        } else {
          nested = nested == null ? e : nested;
        }
      }
    }
    if (nested != null) {
      throw nested;
    }
    if (scalar != null) {
      throw scalar;
    }
    return structure.create(members);
  }

  /** Skips what is left of the value that could not be read. */
  private void leaveTo(JsonStreamContext level) throws IOException {
    while (parser.getParsingContext() != level) {
      if (parser.nextToken() == null) {
        throw new JsonSyntaxException("ends in the middle");
      }
    }
  }

  private static int indexOf(List<Member> members, String name) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isScalar(Shape shape) {
    return shape instanceof Shape.Text
        || shape instanceof Shape.Whole
        || shape instanceof Shape.Flag
        || shape instanceof Shape.Fraction
        || shape instanceof Shape.Timestamp;
  }

  /**
   * @param attribute the member or key it stands under, for what is wrong with attribute values
   * @param isElement whether it is an element of a list or map
   */
  private Object value(Shape shape, String attribute, boolean isElement) throws IOException {
    if (shape instanceof Shape.Text) {
      return Scalars.text(parser);
    }
    if (shape instanceof Shape.AttributeMap) {
      Nested.requireMap(parser, ValueReader.SHAPE, isElement);
      return values.item();
    }
    if (shape instanceof Structure structure) {
      Nested.requireStructure(parser, structure.name(), isElement);
      return structure(structure);
    }
    if (shape instanceof Shape.ListOf list) {
      Nested.requireList(parser, isElement);
      return list(list, attribute);
    }
    if (shape instanceof Shape.MapOf map) {
      Nested.requireMap(parser, map.value(), isElement);
      return map(map);
    }
    if (shape instanceof Shape.AttributeValue) {
      Nested.requireStructure(parser, "AttributeValue", isElement);
      return values.single(attribute);
    }
    return scalar(shape);
  }

  private Object scalar(Shape shape) throws IOException {
    if (shape instanceof Shape.Flag) {
      return Scalars.flag(parser);
    }
    if (shape instanceof Shape.Whole whole) {
      return Scalars.whole(parser, whole.wide());
    }
    return shape instanceof Shape.Fraction ? Scalars.fraction(parser) : Scalars.timestamp(parser);
  }

  /** Elements that are null stay in it; the check of declared constraints refuses them. */
  private List<@Nullable Object> list(Shape.ListOf shape, String attribute) throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      elements.add(token == JsonToken.VALUE_NULL ? null : value(shape.element(), attribute, true));
    }
    return Collections.unmodifiableList(elements);
  }

  private Map<String, Object> map(Shape.MapOf shape) throws IOException {
    Map<String, Object> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_NULL) {
        entries.remove(key);
      } else {
        entries.put(key, value(shape.value(), key, true));
      }
    }
    return Collections.unmodifiableMap(entries);
  }
}
