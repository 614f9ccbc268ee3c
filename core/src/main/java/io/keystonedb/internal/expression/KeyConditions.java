package io.keystonedb.internal.expression;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.expression.Operand.Literal;
import io.keystonedb.internal.expression.Operand.PathOperand;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a query on key attributes: one each, all of them to hold.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html">Key
 *     condition expressions for the Query operation</a>
 */
public final class KeyConditions {
  private static final String INVALID = "Invalid KeyConditionExpression: ";

  private final Map<String, KeyCondition> byAttribute;

  private KeyConditions(Map<String, KeyCondition> byAttribute) {
    this.byAttribute = byAttribute;
  }

  /**
   * One condition.
   *
   * @param equal whether it is equality; a range otherwise
   */
  private record KeyCondition(boolean equal, Value value, @Nullable SortRange range) {}

  /** Reads the conditions off a bound condition, without looking at a schema. */
  static KeyConditions of(Condition condition) {
    Map<String, KeyCondition> byAttribute = new LinkedHashMap<>();
    collect(condition, byAttribute);
    return new KeyConditions(byAttribute);
  }

  private static void collect(Condition condition, Map<String, KeyCondition> into) {
    if (condition instanceof Condition.And and) {
      and.conditions().forEach(each -> collect(each, into));
      return;
    }
    if (condition instanceof Condition.Or) {
      throw invalidOperator("OR");
    }
    if (condition instanceof Condition.Not) {
      throw invalidOperator("NOT");
    }
    if (condition instanceof Condition.Comparison comparison
        && comparison.comparator() != Comparator.NE) {
      comparison(comparison, into);
    } else if (condition instanceof Condition.Between between) {
      add(
          attribute(between.operand(), between.lower(), between.upper()),
          range(SortRange.Operator.BETWEEN, between.lower(), between.upper()),
          into);
    } else if (condition instanceof Condition.BeginsWith beginsWith) {
      add(
          attribute(beginsWith.operand(), beginsWith.prefix()),
          range(SortRange.Operator.BEGINS_WITH, beginsWith.prefix(), null),
          into);
    } else {
      throw notSupported();
    }
  }

  private static void comparison(Condition.Comparison comparison, Map<String, KeyCondition> into) {
    boolean mirrored = comparison.left() instanceof Literal;
    Operand path = mirrored ? comparison.right() : comparison.left();
    Operand value = mirrored ? comparison.left() : comparison.right();
    Comparator comparator = mirrored ? comparison.comparator().mirrored() : comparison.comparator();
    String attribute = attribute(path, value);
    if (comparator == Comparator.EQ) {
      add(attribute, new KeyCondition(true, literal(value), null), into);
    } else {
      add(attribute, range(SortRange.Operator.valueOf(comparator.name()), value, null), into);
    }
  }

  /** The attribute that a condition is about: one, at top level, against values. */
  private static String attribute(Operand path, Operand... values) {
    if (path instanceof Operand.SizeOf) {
      throw notSupported();
    }
    if (!(path instanceof PathOperand attribute)) {
      throw KeystoneException.validation(
          "Invalid condition in KeyConditionExpression: No key attribute specified");
    }
    for (Operand value : values) {
      if (value instanceof PathOperand) {
        throw KeystoneException.validation(
            "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition");
      }
      if (!(value instanceof Literal)) {
        throw notSupported();
      }
    }
    if (!attribute.path().steps().isEmpty()) {
      throw KeystoneException.validation(
          INVALID + "KeyConditionExpressions cannot have conditions on nested attributes");
    }
    return attribute.path().name();
  }

  private static Value literal(Operand operand) {
    return ((Literal) operand).value();
  }

  private static KeyCondition range(
      SortRange.Operator operator, Operand first, @Nullable Operand second) {
    SortRange range =
        new SortRange(operator, literal(first), second == null ? null : literal(second));
    return new KeyCondition(false, range.first(), range);
  }

  private static void add(
      String attribute, KeyCondition condition, Map<String, KeyCondition> into) {
    if (into.putIfAbsent(attribute, condition) != null) {
      throw KeystoneException.validation(
          "KeyConditionExpressions must only contain one condition per key");
    }
  }

  /**
   * Fits the conditions to a key: equality on every partition attribute; the sort attributes from
   * the left without a gap, with equality on all but the last that is named.
   *
   * @throws KeystoneException if they don't fit
   */
  public KeyQuery resolve(KeyAttributes key) {
    List<Value> partition = new ArrayList<>();
    int used = 0;
    for (KeyAttribute attribute : key.partition()) {
      KeyCondition condition = byAttribute.get(attribute.name());
      if (condition == null) {
        throw missed(attribute);
      }
      if (!condition.equal()) {
        throw notSupported();
      }
      partition.add(typed(attribute, condition.value()));
      used++;
    }
    List<Value> sortPrefix = new ArrayList<>();
    SortRange range = null;
    for (KeyAttribute attribute : key.sort()) {
      KeyCondition condition = byAttribute.get(attribute.name());
      if (condition == null) {
        break;
      }
      if (range != null) {
        throw notSupported();
      }
      used++;
      if (condition.equal()) {
        sortPrefix.add(typed(attribute, condition.value()));
      } else {
        range = typed(attribute, condition.range());
      }
    }
    checkAllUsed(key, used, sortPrefix.size() + (range == null ? 0 : 1));
    return new KeyQuery(partition, sortPrefix, range);
  }

  private void checkAllUsed(KeyAttributes key, int used, int usedSort) {
    if (used == byAttribute.size()) {
      return;
    }
    if (usedSort < key.sort().size()) {
      throw missed(key.sort().get(usedSort));
    }
    throw notSupported();
  }

  private static Value typed(KeyAttribute attribute, Value value) {
    if (value.type() != attribute.type()) {
      throw KeystoneException.validation(
          "One or more parameter values were invalid: Condition parameter type does not match schema type");
    }
    boolean emptyString = value instanceof Value.S string && string.value().isEmpty();
    if (emptyString || (value instanceof Value.B binary && binary.length() == 0)) {
      throw KeystoneException.validation(
          "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty "
              + (emptyString ? "string" : "binary")
              + " value. Key: "
              + attribute.name());
    }
    return value;
  }

  private static @Nullable SortRange typed(KeyAttribute attribute, @Nullable SortRange range) {
    if (range != null) {
      typed(attribute, range.first());
      if (range.second() != null) {
        typed(attribute, range.second());
      }
    }
    return range;
  }

  private static KeystoneException missed(KeyAttribute attribute) {
    return KeystoneException.validation(
        "Query condition missed key schema element: " + attribute.name());
  }

  private static KeystoneException notSupported() {
    return KeystoneException.validation("Query key condition not supported");
  }

  private static KeystoneException invalidOperator(String operator) {
    return KeystoneException.validation(
        "Invalid operator used in KeyConditionExpression: " + operator);
  }
}
