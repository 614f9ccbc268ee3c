package io.keystonedb.internal.expression;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import io.keystonedb.internal.value.ValueDepth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a query in the native API, which says what they are about by position: the
 * partition key and perhaps the sort key. Immutable and thread-safe.
 *
 * @param partition what the partition key equals
 * @param sort the condition on the sort key; null for none
 */
public record PositionalKeyConditions(Value partition, KeyConditions.@Nullable Term sort) {
  private static final Operand SORT_KEY = new Operand.Attribute(Path.of("<sort key>"));

  /**
   * Checks what can be checked before the attributes are known.
   *
   * @throws KeystoneException if a value can't be part of its condition
   */
  void check() {
    ValueDepth.check(partition);
    if (sort instanceof KeyConditions.Equal equal) {
      ValueDepth.check(equal.value());
    } else if (sort instanceof KeyConditions.Range range) {
      check(range.range());
    }
  }

  private static void check(SortRange range) {
    ValueDepth.check(range.first());
    if (range.second() != null) {
      ValueDepth.check(range.second());
    }
    if (!isTextBesideBytes(range)) {
      checkOperands(range);
    }
  }

  private static void checkOperands(SortRange range) {
    new ConditionChecker(text -> ExpressionErrors.invalid(ExpressionKind.KEY_CONDITION, text))
        .check(range.conditionOn(SORT_KEY));
  }

  /**
   * The conditions with the names of the key attributes of what is queried.
   *
   * @throws KeystoneException if there is no sort key to put a condition on, or a string beside
   *     bytes does not stand for bytes there
   */
  public KeyConditions named(KeyAttributes key) {
    Map<String, KeyConditions.Term> terms = new LinkedHashMap<>();
    KeyAttribute partitionKey = key.partition().get(0);
    terms.put(partitionKey.name(), new KeyConditions.Equal(partitionKey.adapt(partition)));
    if (sort != null) {
      if (key.sort().isEmpty()) {
        throw KeystoneException.validation(
            "The key of the table or index has no sort key to put a condition on");
      }
      KeyAttribute sortKey = key.sort().get(0);
      terms.put(sortKey.name(), adapted(sort, sortKey));
    }
    return new KeyConditions(terms);
  }

  private static KeyConditions.Term adapted(KeyConditions.Term term, KeyAttribute attribute) {
    if (term instanceof KeyConditions.Equal equal) {
      return new KeyConditions.Equal(attribute.adapt(equal.value()));
    }
    return term instanceof KeyConditions.Range range
        ? new KeyConditions.Range(adapted(range.range(), attribute))
        : term;
  }

  private static SortRange adapted(SortRange range, KeyAttribute attribute) {
    Value second = range.second();
    SortRange adapted =
        new SortRange(
            range.operator(),
            attribute.adapt(range.first()),
            second == null ? null : attribute.adapt(second));
    if (isTextBesideBytes(range)) {
      checkOperands(adapted);
    }
    return adapted;
  }

  /** Whether one bound is a string and one is binary, which is right for a binary sort key only. */
  private static boolean isTextBesideBytes(SortRange range) {
    ValueType first = range.first().type();
    ValueType second = range.second() == null ? first : range.second().type();
    return (first == ValueType.S && second == ValueType.B)
        || (first == ValueType.B && second == ValueType.S);
  }
}
