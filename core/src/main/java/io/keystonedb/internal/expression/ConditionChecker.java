package io.keystonedb.internal.expression;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import io.keystonedb.internal.value.ValueOrder;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds operands that no item could make sense of. The service reports them without reading any
 * item, so they show on empty tables too.
 */
final class ConditionChecker implements Condition.Visitor<Boolean> {
  private final Function<String, KeystoneException> errors;

  /**
   * A checker.
   *
   * @param errors makes an error of a text
   */
  ConditionChecker(Function<String, KeystoneException> errors) {
    this.errors = errors;
  }

  /**
   * Checks a bound condition.
   *
   * @throws KeystoneException with the first error, from left to right
   */
  void check(Condition condition) {
    condition.accept(this);
  }

  @Override
  public Boolean and(Condition.And and) {
    return all(and.parts());
  }

  @Override
  public Boolean or(Condition.Or or) {
    return all(or.parts());
  }

  private Boolean all(List<Condition> parts) {
    for (Condition part : parts) {
      part.accept(this);
    }
    return true;
  }

  @Override
  public Boolean not(Condition.Not not) {
    return not.part().accept(this);
  }

  @Override
  public Boolean comparison(Condition.Comparison comparison) {
    String symbol = comparison.comparator().symbol();
    checkSize(comparison.left());
    checkSize(comparison.right());
    if (comparison.comparator().isOrdering()) {
      checkOrderable(symbol, comparison.left());
      checkOrderable(symbol, comparison.right());
    }
    checkDistinct(symbol, comparison.left(), comparison.right());
    return true;
  }

  @Override
  public Boolean between(Condition.Between between) {
    String name = "BETWEEN";
    for (Operand operand : List.of(between.operand(), between.lower(), between.upper())) {
      checkSize(operand);
      checkOrderable(name, operand);
    }
    checkDistinct(name, between.operand(), between.lower());
    checkDistinct(name, between.operand(), between.upper());
    if (between.lower() instanceof Operand.Literal lower
        && between.upper() instanceof Operand.Literal upper) {
      checkBounds(lower.value(), upper.value());
    }
    return true;
  }

  private void checkBounds(Value lower, Value upper) {
    if (lower.type() != upper.type()) {
      throw error(ExpressionErrors.boundTypes(lower, upper));
    }
    if (ValueOrder.compare(lower, upper) > 0) {
      throw error(ExpressionErrors.boundOrder(lower, upper));
    }
  }

  @Override
  public Boolean in(Condition.In in) {
    checkSize(in.operand());
    for (Operand candidate : in.candidates()) {
      checkSize(candidate);
      checkDistinct("IN", in.operand(), candidate);
    }
    return true;
  }

  @Override
  public Boolean attributeExists(Condition.AttributeExists function) {
    return true;
  }

  @Override
  public Boolean attributeNotExists(Condition.AttributeNotExists function) {
    return true;
  }

  @Override
  public Boolean attributeType(Condition.AttributeType function) {
    String name = "attribute_type";
    if (!(function.type() instanceof Operand.Literal literal)) {
      // A path could be of any type; the service prints them all, in no telling order.
      String types =
          function.type() instanceof Operand.Size ? "N" : "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}";
      throw error(ExpressionErrors.operandType(name, types));
    }
    if (!(literal.value() instanceof Value.S type)) {
      throw error(ExpressionErrors.operandType(name, literal.value().type().name()));
    }
    for (ValueType known : ValueType.values()) {
      if (known.name().equals(type.value())) {
        return true;
      }
    }
    throw error(ExpressionErrors.unknownType(type.value()));
  }

  @Override
  public Boolean beginsWith(Condition.BeginsWith function) {
    String name = "begins_with";
    for (Operand operand : List.of(function.operand(), function.prefix())) {
      checkSize(operand);
      ValueType type = staticType(operand);
      if (type != null && type != ValueType.S && type != ValueType.B) {
        throw error(ExpressionErrors.operandType(name, type.name()));
      }
    }
    checkDistinct(name, function.operand(), function.prefix());
    return true;
  }

  @Override
  public Boolean contains(Condition.Contains function) {
    checkSize(function.container());
    checkSize(function.element());
    checkDistinct("contains", function.container(), function.element());
    return true;
  }

  /** The type that an operand has whatever the item is, or null if it depends on the item. */
  private static @Nullable ValueType staticType(Operand operand) {
    if (operand instanceof Operand.Literal literal) {
      return literal.value().type();
    }
    return operand instanceof Operand.Size ? ValueType.N : null;
  }

  private void checkOrderable(String operator, Operand operand) {
    ValueType type = staticType(operand);
    if (type != null && !type.isKeyType()) {
      throw error(ExpressionErrors.operandType(operator, type.name()));
    }
  }

  private void checkSize(Operand operand) {
    if (!(operand instanceof Operand.Size size)) {
      return;
    }
    checkSize(size.of());
    ValueType type = staticType(size.of());
    if (type == ValueType.N || type == ValueType.BOOL || type == ValueType.NULL) {
      throw error(ExpressionErrors.operandType("size", type.name()));
    }
  }

  private void checkDistinct(String operator, Operand first, Operand other) {
    if (first instanceof Operand.Attribute attribute && first.equals(other)) {
      throw error(ExpressionErrors.notDistinct(operator, attribute.path()));
    }
  }

  private KeystoneException error(String text) {
    return errors.apply(text);
  }
}
