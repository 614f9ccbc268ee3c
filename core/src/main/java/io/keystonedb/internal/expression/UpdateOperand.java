package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import java.util.ArrayList;
import java.util.List;

/** The right-hand side of a SET action, or a part of it. */
public sealed interface UpdateOperand {
  /**
   * The value on the item as it was.
   *
   * @throws io.keystonedb.KeystoneException if it refers to what is not there or of a wrong type
   */
  Value evaluate(Item before);

  /** This operand with its names and values in place. */
  UpdateOperand bind(Binder binder);

  /** Throws the service's error if a value can't be what it is, whatever the item. */
  void check(ExpressionErrors errors);

  /** A path or a value. */
  record Simple(Operand operand) implements UpdateOperand {
    @Override
    public Value evaluate(Item before) {
      return UpdateErrors.present(operand.value(before));
    }

    @Override
    public UpdateOperand bind(Binder binder) {
      return new Simple(operand.bind(binder));
    }

    @Override
    public void check(ExpressionErrors errors) {}
  }

  /** Sum or difference of two numbers. */
  record Sum(boolean plus, UpdateOperand left, UpdateOperand right) implements UpdateOperand {
    @Override
    public Value evaluate(Item before) {
      Value a = left.evaluate(before);
      Value b = right.evaluate(before);
      if (!(a instanceof Value.N minuend) || !(b instanceof Value.N other)) {
        throw UpdateErrors.operandType();
      }
      return plus ? Arithmetic.add(minuend, other) : Arithmetic.subtract(minuend, other);
    }

    @Override
    public UpdateOperand bind(Binder binder) {
      return new Sum(plus, left.bind(binder), right.bind(binder));
    }

    @Override
    public void check(ExpressionErrors errors) {
      left.check(errors);
      right.check(errors);
      String operator = plus ? "+" : "-";
      requireLiteralType(left, ValueType.N, operator, errors);
      requireLiteralType(right, ValueType.N, operator, errors);
    }
  }

  /** What is at a path, or something else if nothing is. */
  record IfNotExists(UpdateOperand path, UpdateOperand otherwise) implements UpdateOperand {
    @Override
    public Value evaluate(Item before) {
      Value value = ((Simple) path).operand().value(before);
      return value == null ? otherwise.evaluate(before) : value;
    }

    @Override
    public UpdateOperand bind(Binder binder) {
      return new IfNotExists(path.bind(binder), otherwise.bind(binder));
    }

    @Override
    public void check(ExpressionErrors errors) {
      if (!(path instanceof Simple simple)
          || !(simple.operand() instanceof Operand.PathOperand paths)) {
        throw errors.requiresPath("if_not_exists");
      }
      otherwise.check(errors);
      if (path.equals(otherwise)) {
        throw errors.sameOperands("if_not_exists", paths.path());
      }
    }
  }

  /** Two lists, one behind the other. */
  record ListAppend(UpdateOperand first, UpdateOperand second) implements UpdateOperand {
    @Override
    public Value evaluate(Item before) {
      Value a = first.evaluate(before);
      Value b = second.evaluate(before);
      if (!(a instanceof Value.L head) || !(b instanceof Value.L tail)) {
        throw UpdateErrors.operandType();
      }
      List<Value> all = new ArrayList<>(head.values());
      all.addAll(tail.values());
      return Value.list(all);
    }

    @Override
    public UpdateOperand bind(Binder binder) {
      return new ListAppend(first.bind(binder), second.bind(binder));
    }

    @Override
    public void check(ExpressionErrors errors) {
      first.check(errors);
      second.check(errors);
      requireLiteralType(first, ValueType.L, "list_append", errors);
      requireLiteralType(second, ValueType.L, "list_append", errors);
    }
  }

  private static void requireLiteralType(
      UpdateOperand operand, ValueType type, String operator, ExpressionErrors errors) {
    if (operand instanceof Simple simple
        && simple.operand() instanceof Operand.Literal literal
        && literal.value().type() != type) {
      throw errors.operandType(operator, literal.value().type().name());
    }
  }
}
