package io.keystonedb.internal.expression;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import java.util.function.Function;

/** Finds operands of an update that no item could make sense of. */
final class UpdateChecker implements Update.Visitor<Boolean>, UpdateValue.Visitor<Boolean> {
  private final Function<String, KeystoneException> errors;

  /**
   * A checker.
   *
   * @param errors makes an error of a text
   */
  UpdateChecker(Function<String, KeystoneException> errors) {
    this.errors = errors;
  }

  /**
   * Checks a bound update: operand types, then whether paths stand in each other's way.
   *
   * @throws KeystoneException with the first error
   */
  void check(Update update) {
    for (Update.Action action : update.actions()) {
      action.accept(this);
    }
    String clash = update.tree().clash();
    if (clash != null) {
      throw error(clash);
    }
  }

  @Override
  public Boolean set(Update.Set set) {
    return set.value().accept(this);
  }

  @Override
  public Boolean remove(Update.Remove remove) {
    return true;
  }

  @Override
  public Boolean add(Update.Add add) {
    ValueType type = typeOf(add.value());
    if (type != ValueType.N && !type.isSet()) {
      throw error(ExpressionErrors.actionOperandType("ADD", type));
    }
    return true;
  }

  @Override
  public Boolean delete(Update.Delete delete) {
    ValueType type = typeOf(delete.value());
    if (!type.isSet()) {
      throw error(ExpressionErrors.actionOperandType("DELETE", type));
    }
    return true;
  }

  private static ValueType typeOf(Operand operand) {
    if (operand instanceof Operand.Literal literal) {
      return literal.value().type();
    }
    throw new IllegalStateException("not bound: " + operand);
  }

  @Override
  public Boolean literal(Operand.Literal literal) {
    return true;
  }

  @Override
  public Boolean placeholder(Operand.Placeholder placeholder) {
    throw new IllegalStateException("not bound: " + placeholder.name());
  }

  @Override
  public Boolean attribute(Operand.Attribute attribute) {
    return true;
  }

  @Override
  public Boolean ifNotExists(UpdateValue.IfNotExists function) {
    if (function.otherwise() instanceof Operand.Attribute other
        && other.path().equals(function.path())) {
      throw error(ExpressionErrors.notDistinct("if_not_exists", function.path()));
    }
    return function.otherwise().accept(this);
  }

  @Override
  public Boolean listAppend(UpdateValue.ListAppend function) {
    requireType("list_append", ValueType.L, function.first());
    requireType("list_append", ValueType.L, function.second());
    return function.first().accept(this) && function.second().accept(this);
  }

  @Override
  public Boolean arithmetic(UpdateValue.Arithmetic arithmetic) {
    String symbol = arithmetic.operator().symbol();
    requireType(symbol, ValueType.N, arithmetic.left());
    requireType(symbol, ValueType.N, arithmetic.right());
    return arithmetic.left().accept(this) && arithmetic.right().accept(this);
  }

  private void requireType(String operator, ValueType required, UpdateValue operand) {
    if (operand instanceof Operand.Literal literal) {
      Value value = literal.value();
      if (value.type() != required) {
        throw error(ExpressionErrors.operandType(operator, value.type().name()));
      }
    }
  }

  private KeystoneException error(String text) {
    return errors.apply(text);
  }
}
