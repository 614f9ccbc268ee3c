package io.keystonedb.internal.expression;

import io.keystonedb.Value;
import io.keystonedb.ValueType;
import io.keystonedb.internal.expression.Operand.Literal;
import io.keystonedb.internal.expression.Operand.PathOperand;
import io.keystonedb.internal.expression.Operand.SizeOf;
import io.keystonedb.internal.value.ValueOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the service refuses about a bound condition without having looked at any item: operands of
 * types that an operator can't take, operands that are the same, bounds that are upside down.
 */
record ConditionChecker(ExpressionErrors errors) {
  private static final int MAX_IN_OPERANDS = 100;

  void comparison(Condition.Comparison comparison) {
    size(comparison.left());
    size(comparison.right());
    String symbol = comparison.comparator().symbol();
    if (comparison.comparator().needsOrder()) {
      ordered(symbol, comparison.left());
      ordered(symbol, comparison.right());
    }
    distinct(symbol, comparison.left(), comparison.right());
  }

  void between(Condition.Between between) {
    for (Operand operand : new Operand[] {between.operand(), between.lower(), between.upper()}) {
      size(operand);
      ordered("BETWEEN", operand);
    }
    if (between.lower() instanceof Literal lower && between.upper() instanceof Literal upper) {
      if (lower.value().type() != upper.value().type()) {
        throw errors.betweenTypes(print(lower.value()), print(upper.value()));
      }
      if (ValueOrder.compare(lower.value(), upper.value()) > 0) {
        throw errors.betweenOrder(print(lower.value()), print(upper.value()));
      }
    }
    distinct("BETWEEN", between.operand(), between.lower(), between.upper());
  }

  void in(Condition.In in) {
    if (in.candidates().size() > MAX_IN_OPERANDS) {
      throw errors.operandCount("IN", in.candidates().size());
    }
    size(in.operand());
    in.candidates().forEach(this::size);
    distinct("IN", in.operand(), in.candidates().toArray(new Operand[0]));
  }

  void attributeType(Condition.AttributeType condition) {
    requirePath("attribute_type", condition.path());
    Value type = condition.type() instanceof Literal literal ? literal.value() : null;
    if (type == null) {
      throw errors.operandType("attribute_type", "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}");
    }
    if (!(type instanceof Value.S name)) {
      throw errors.operandType("attribute_type", type.type().name());
    }
    if (Arrays.stream(ValueType.values()).noneMatch(each -> each.name().equals(name.value()))) {
      throw errors.unknownAttributeType(name.value());
    }
  }

  void beginsWith(Condition.BeginsWith condition) {
    size(condition.operand());
    size(condition.prefix());
    for (Operand operand : new Operand[] {condition.operand(), condition.prefix()}) {
      ValueType type = typeOf(operand);
      if (type != null && type != ValueType.S && type != ValueType.B) {
        throw errors.operandType("begins_with", type.name());
      }
    }
    distinct("begins_with", condition.operand(), condition.prefix());
  }

  void contains(Condition.Contains condition) {
    size(condition.container());
    size(condition.element());
    ValueType type = typeOf(condition.container());
    if (type != null && !isContainer(type)) {
      throw errors.operandType("contains", type.name());
    }
    distinct("contains", condition.container(), condition.element());
  }

  private static boolean isContainer(ValueType type) {
    return type.isSet() || type == ValueType.S || type == ValueType.B || type == ValueType.L;
  }

  void requirePath(String function, Operand operand) {
    if (!(operand instanceof PathOperand)) {
      throw errors.requiresPath(function);
    }
  }

  private void size(Operand operand) {
    if (operand instanceof SizeOf size
        && size.operand() instanceof Literal literal
        && SizeOf.size(literal.value()) == null) {
      throw errors.operandType("size", literal.value().type().name());
    }
  }

  private void ordered(String operator, Operand operand) {
    ValueType type = typeOf(operand);
    if (type != null && !type.isKeyType()) {
      throw errors.operandType(operator, type.name());
    }
  }

  /** The type of an operand that does not depend on the item; null for others. */
  private static @Nullable ValueType typeOf(Operand operand) {
    if (operand instanceof SizeOf) {
      return ValueType.N;
    }
    return operand instanceof Literal literal ? literal.value().type() : null;
  }

  private void distinct(String operator, Operand first, Operand... others) {
    if (!(first instanceof PathOperand path)) {
      return;
    }
    for (Operand other : others) {
      if (first.equals(other)) {
        throw errors.sameOperands(operator, path.path());
      }
    }
  }

  private static String print(Value value) {
    String content =
        switch (value.type()) {
          case S -> ((Value.S) value).value();
          case N -> ((Value.N) value).text();
          default -> value.toString();
        };
    return "{" + value.type() + ":" + content + "}";
  }
}
