package io.keystonedb.sdk;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.shape.MalformedValue.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Makes the engine's attribute values from the SDK's and finds what is wrong with them, in the
 * service's words. Of several things that are wrong the first one counts; a bad number comes before
 * a second datatype in the same value.
 *
 * <p>The depth of recursion is bounded by the service's limit on nesting.
 */
final class AttributeValueReader {
  /** Levels of nesting, the top-level value included. */
  private static final int MAX_LEVELS = 32;

  private static final int S = 1;
  private static final int N = 1 << 1;
  private static final int B = 1 << 2;
  private static final int BOOL = 1 << 3;
  private static final int NULL = 1 << 4;
  private static final int L = 1 << 5;
  private static final int M = 1 << 6;
  private static final int SS = 1 << 7;
  private static final int NS = 1 << 8;
  private static final int BS = 1 << 9;

  private AttributeValueReader() {}

  /**
   * Reads one value.
   *
   * @param attribute the attribute or expression value it is, for what is wrong with it
   */
  static Decoded<Value> read(@Nullable AttributeValue sdkValue, String attribute) {
    try {
      return Decoded.of(value(sdkValue, 0));
    } catch (Malformed e) {
      return Decoded.malformed(new MalformedValue(attribute, e.kind, e.text));
    }
  }

  /** Reads an item or key. Entries without a value are absent, as in what the SDK sends. */
  static Decoded<Item> readItem(Map<String, AttributeValue> sdkItem) {
    Item.Appender appender = Item.appender(sdkItem.size());
    for (Map.Entry<String, AttributeValue> entry : sdkItem.entrySet()) {
      AttributeValue sdkValue = entry.getValue();
      if (sdkValue == null) {
        continue;
      }
      try {
        appender.append(entry.getKey(), value(sdkValue, 0));
      } catch (Malformed e) {
        return Decoded.malformed(new MalformedValue(entry.getKey(), e.kind, e.text));
      }
    }
    return Decoded.of(appender.toItem());
  }

  private static Value value(@Nullable AttributeValue sdkValue, int level) {
    if (level == MAX_LEVELS) {
      throw new Malformed(
          Kind.NESTING,
          "Nesting Levels have exceeded supported limits: "
              + "Attributes in the item have nested levels beyond supported limit");
    }
    if (sdkValue == null) {
      throw noDatatype();
    }
    int datatypes = datatypes(sdkValue);
    return switch (datatypes) {
      case S -> Value.string(sdkValue.s());
      case N -> number(sdkValue.n());
      case B -> binary(sdkValue.b());
      case BOOL -> Value.bool(sdkValue.bool());
      case NULL -> nul(sdkValue.nul());
      case L -> list(sdkValue.l(), level);
      case M -> map(sdkValue.m(), level);
      case SS -> stringSet(sdkValue.ss());
      case NS -> numberSet(sdkValue.ns());
      case BS -> binarySet(sdkValue.bs());
      case 0 -> throw noDatatype();
      default -> throw severalDatatypes(sdkValue);
    };
  }

  /** One bit per datatype that is set; the SDK knows no others. */
  private static int datatypes(AttributeValue value) {
    return (value.s() != null ? S : 0)
        | (value.n() != null ? N : 0)
        | (value.b() != null ? B : 0)
        | (value.bool() != null ? BOOL : 0)
        | (value.nul() != null ? NULL : 0)
        | (value.hasL() ? L : 0)
        | (value.hasM() ? M : 0)
        | (value.hasSs() ? SS : 0)
        | (value.hasNs() ? NS : 0)
        | (value.hasBs() ? BS : 0);
  }

  private static Malformed noDatatype() {
    return new Malformed(
        Kind.DATATYPE,
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
  }

  private static Malformed severalDatatypes(AttributeValue value) {
    if (value.n() != null) {
      number(value.n());
    }
    if (value.hasNs()) {
      numbers(value.ns());
    }
    return new Malformed(
        Kind.DATATYPE,
        "Supplied AttributeValue has more than one datatypes set, "
            + "must contain exactly one of the supported datatypes");
  }

  private static Value.N number(String text) {
    try {
      return Value.number(text);
    } catch (KeystoneException e) {
      throw new Malformed(Kind.NUMBER, textOf(e));
    }
  }

  private static List<Value.N> numbers(List<String> texts) {
    List<Value.N> numbers = new ArrayList<>(texts.size());
    for (String text : texts) {
      numbers.add(number(elementOf(text, "number")));
    }
    return numbers;
  }

  private static Value.B binary(SdkBytes bytes) {
    return Value.binary(bytes.asByteArrayUnsafe());
  }

  private static Value nul(boolean isNull) {
    if (!isNull) {
      throw new Malformed(
          Kind.NULL_FALSE,
          "One or more parameter values were invalid: "
              + "Null attribute value types must have the value of true");
    }
    return Value.nul();
  }

  private static Value list(List<AttributeValue> elements, int level) {
    Value[] values = new Value[elements.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(elements.get(i), level + 1);
    }
    return new Value.L(List.of(values));
  }

  private static Value map(Map<String, AttributeValue> entries, int level) {
    Item.Appender appender = Item.appender(entries.size());
    for (Map.Entry<String, AttributeValue> entry : entries.entrySet()) {
      if (entry.getValue() != null) {
        appender.append(entry.getKey(), value(entry.getValue(), level + 1));
      }
    }
    return new Value.M(appender.toItem());
  }

  private static Value stringSet(List<String> texts) {
    for (String text : texts) {
      elementOf(text, "string");
    }
    try {
      return Value.SS.of(texts);
    } catch (KeystoneException e) {
      throw malformedSet(texts, e);
    }
  }

  private static Value numberSet(List<String> texts) {
    List<Value.N> numbers = numbers(texts);
    try {
      return Value.NS.of(numbers);
    } catch (KeystoneException e) {
      throw malformedSet(texts, e);
    }
  }

  private static Value binarySet(List<SdkBytes> elements) {
    List<Value.B> binaries = new ArrayList<>(elements.size());
    for (SdkBytes element : elements) {
      binaries.add(binary(elementOf(element, "binary")));
    }
    try {
      return Value.BS.of(binaries);
    } catch (KeystoneException e) {
      throw malformedSet(elements, e);
    }
  }

  private static Malformed malformedSet(List<?> elements, KeystoneException e) {
    return new Malformed(elements.isEmpty() ? Kind.EMPTY_SET : Kind.DUPLICATES, textOf(e));
  }

  private static String textOf(KeystoneException e) {
    return Objects.requireNonNull(e.getMessage());
  }

  private static <T> T elementOf(@Nullable T element, String what) {
    if (element == null) {
      throw new Malformed(
          Kind.DATATYPE,
          "One or more parameter values were invalid: An "
              + what
              + " set may not have a null "
              + what
              + " as a member");
    }
    return element;
  }

  /** Carries what is wrong up to the attribute it is wrong in; it costs no stack trace. */
  private static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Kind kind;
    private final String text;

    Malformed(Kind kind, String text) {
      super(text, null, false, false);
      this.kind = kind;
      this.text = text;
    }
  }
}
