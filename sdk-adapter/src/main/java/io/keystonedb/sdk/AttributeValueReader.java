package io.keystonedb.sdk;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedException;
import io.keystonedb.internal.shape.ValueRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    } catch (MalformedException e) {
      return Decoded.malformed(e.at(attribute));
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
        appender.append(ValueRules.name(entry.getKey()), value(sdkValue, 0));
      } catch (MalformedException e) {
        return Decoded.malformed(
            ValueRules.reported(e.at(entry.getKey()), sdkItem.keySet()), sdkItem.keySet());
      }
    }
    return Decoded.of(appender.toItem());
  }

  private static Value value(@Nullable AttributeValue sdkValue, int level) {
    if (level == ValueRules.MAX_LEVELS) {
      throw ValueRules.tooDeep(deepest(sdkValue, level));
    }
    if (sdkValue == null) {
      throw ValueRules.noDatatype();
    }
    int datatypes = datatypes(sdkValue);
    return switch (datatypes) {
      case S -> Value.string(sdkValue.s());
      case N -> ValueRules.number(sdkValue.n());
      case B -> binary(sdkValue.b());
      case BOOL -> Value.bool(sdkValue.bool());
      case NULL -> ValueRules.nul(sdkValue.nul());
      case L -> list(sdkValue.l(), level);
      case M -> map(sdkValue.m(), level);
      case SS -> ValueRules.stringSet(sdkValue.ss());
      case NS -> ValueRules.numberSet(sdkValue.ns());
      case BS -> binarySet(sdkValue.bs());
      case 0 -> throw ValueRules.noDatatype();
      default -> throw severalDatatypes(sdkValue);
    };
  }

  /** The level of what is deepest in a value, as far as it matters. An absent list is empty. */
  private static int deepest(@Nullable AttributeValue value, int level) {
    if (value == null || level == ValueRules.FAR_LEVELS) {
      return level;
    }

    return Stream.concat(value.l().stream(), value.m().values().stream())
        .mapToInt(inside -> deepest(inside, level + 1))
        .max()
        .orElse(level);
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

  private static MalformedException severalDatatypes(AttributeValue value) {
    if (value.n() != null) {
      ValueRules.number(value.n());
    }
    if (value.hasNs()) {
      ValueRules.numbers(value.ns());
    }
    return ValueRules.severalDatatypes();
  }

  private static Value.B binary(SdkBytes bytes) {
    return Value.binary(bytes.asByteArrayUnsafe());
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
        appender.append(ValueRules.name(entry.getKey()), value(entry.getValue(), level + 1));
      }
    }
    return new Value.M(appender.toItem());
  }

  private static Value binarySet(List<SdkBytes> elements) {
    List<Value.@Nullable B> binaries = new ArrayList<>(elements.size());
    for (SdkBytes element : elements) {
      binaries.add(element == null ? null : binary(element));
    }
    return ValueRules.binarySet(binaries);
  }
}
