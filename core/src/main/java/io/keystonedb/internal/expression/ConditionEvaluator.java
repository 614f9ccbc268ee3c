package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.value.ValueOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tests a bound condition on one item.
 *
 * <p>An operand that leads nowhere makes everything false but {@code <>} and {@code
 * attribute_not_exists}. Values of different types are unequal and have no order.
 */
final class ConditionEvaluator implements Condition.Visitor<Boolean> {
  private final Item item;

  ConditionEvaluator(Item item) {
    this.item = item;
  }

  @Override
  public Boolean and(Condition.And and) {
    List<Condition> parts = and.parts();
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).accept(this)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Boolean or(Condition.Or or) {
    List<Condition> parts = or.parts();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).accept(this)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Boolean not(Condition.Not not) {
    return !not.part().accept(this);
  }

  @Override
  public Boolean comparison(Condition.Comparison comparison) {
    Value left = comparison.left().get(item);
    Value right = comparison.right().get(item);
    Comparator comparator = comparison.comparator();
    return switch (comparator) {
      case EQ -> left != null && left.equals(right);
      case NE -> differ(comparison.left(), left, comparison.right(), right);
      case LT, LE, GT, GE ->
          left != null
              && right != null
              && ValueOrder.comparable(left, right)
              && comparator.holds(ValueOrder.compare(left, right));
    };
  }

  /**
   * Observed: an absent attribute is different from everything, another absent one included, while
   * a comparison with a size that does not exist never holds.
   */
  private static boolean differ(
      Operand leftOperand, @Nullable Value left, Operand rightOperand, @Nullable Value right) {
    if (left != null && right != null) {
      return !left.equals(right);
    }
    boolean sizeMissing =
        (left == null && leftOperand instanceof Operand.Size)
            || (right == null && rightOperand instanceof Operand.Size);
    return !sizeMissing;
  }

  @Override
  public Boolean between(Condition.Between between) {
    Value value = between.operand().get(item);
    return value != null
        && inOrder(between.lower().get(item), value)
        && inOrder(value, between.upper().get(item));
  }

  private static boolean inOrder(@Nullable Value lower, @Nullable Value upper) {
    return lower != null
        && upper != null
        && ValueOrder.comparable(lower, upper)
        && ValueOrder.compare(lower, upper) <= 0;
  }

  @Override
  public Boolean in(Condition.In in) {
    Value value = in.operand().get(item);
    if (value == null) {
      return false;
    }
    List<Operand> candidates = in.candidates();
    for (int i = 0; i < candidates.size(); i++) {
      if (value.equals(candidates.get(i).get(item))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Boolean attributeExists(Condition.AttributeExists function) {
    return function.path().get(item) != null;
  }

  @Override
  public Boolean attributeNotExists(Condition.AttributeNotExists function) {
    return function.path().get(item) == null;
  }

  @Override
  public Boolean attributeType(Condition.AttributeType function) {
    Value value = function.operand().get(item);
    return value != null
        && function.type().get(item) instanceof Value.S type
        && value.type().name().equals(type.value());
  }

  @Override
  public Boolean beginsWith(Condition.BeginsWith function) {
    Value value = function.operand().get(item);
    Value prefix = function.prefix().get(item);
    if (value instanceof Value.S text && prefix instanceof Value.S start) {
      return text.value().startsWith(start.value());
    }
    return value instanceof Value.B bytes
        && prefix instanceof Value.B start
        && bytes.startsWith(start);
  }

  @Override
  public Boolean contains(Condition.Contains function) {
    Value container = function.container().get(item);
    Value element = function.element().get(item);
    return container != null && element != null && contains(container, element);
  }

  private static boolean contains(Value container, Value element) {
    return switch (container.type()) {
      case S ->
          element instanceof Value.S part && ((Value.S) container).value().contains(part.value());
      case B -> element instanceof Value.B part && ((Value.B) container).contains(part);
      case SS ->
          element instanceof Value.S text && ((Value.SS) container).values().contains(text.value());
      case NS ->
          element instanceof Value.N number && ((Value.NS) container).values().contains(number);
      case BS ->
          element instanceof Value.B bytes && ((Value.BS) container).values().contains(bytes);
      case L -> ((Value.L) container).values().contains(element);
      case N, BOOL, NULL, M -> false;
    };
  }
}
