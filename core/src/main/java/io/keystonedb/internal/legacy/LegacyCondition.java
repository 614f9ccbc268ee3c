package io.keystonedb.internal.legacy;

import io.keystonedb.Value;
import io.keystonedb.internal.expression.Comparator;
import io.keystonedb.internal.expression.Condition;
import io.keystonedb.internal.expression.KeyConditions;
import io.keystonedb.internal.expression.Operand;
import io.keystonedb.internal.expression.Path;
import io.keystonedb.internal.expression.SortRange;
import io.keystonedb.internal.value.ValueOrder;
import java.util.List;

/**
 * One legacy condition: a top-level attribute, an operator and its arguments. A dot in the name of
 * the attribute is a dot, and no step into a document.
 */
record LegacyCondition(String attribute, LegacyOperator operator, List<Value> arguments) {
  LegacyCondition {
    arguments = List.copyOf(arguments);
  }

  /** Checks the number and the types of the arguments. */
  void check(LegacyErrors errors) {
    if (!operator.takes(arguments.size())) {
      throw errors.argumentCount(operator);
    }
    for (Value argument : arguments) {
      if (!operator.takes(argument.type())) {
        throw errors.argumentType(operator, argument.type());
      }
      if (argument.type() != arguments.get(0).type()) {
        throw errors.mixedTypes();
      }
    }
    if (operator == LegacyOperator.BETWEEN
        && ValueOrder.compare(arguments.get(0), arguments.get(1)) > 0) {
      throw errors.boundsReversed();
    }
  }

  /**
   * As a condition on items. {@code NOT_CONTAINS} is false where the attribute is absent (observed
   * on DynamoDB Local), unlike the negation of {@code contains} in an expression.
   */
  Condition toCondition() {
    Path path = Path.of(attribute);
    return switch (operator) {
      case EQ -> comparison(Comparator.EQ);
      case NE -> comparison(Comparator.NE);
      case LT -> comparison(Comparator.LT);
      case LE -> comparison(Comparator.LE);
      case GT -> comparison(Comparator.GT);
      case GE -> comparison(Comparator.GE);
      case IN ->
          new Condition.In(value(), arguments.stream().map(LegacyCondition::literal).toList());
      case BETWEEN -> new Condition.Between(value(), argument(0), argument(1));
      case NULL -> new Condition.AttributeNotExists(path);
      case NOT_NULL -> new Condition.AttributeExists(path);
      case CONTAINS -> new Condition.Contains(value(), argument(0));
      case NOT_CONTAINS ->
          new Condition.And(
              List.of(
                  new Condition.AttributeExists(path),
                  new Condition.Not(new Condition.Contains(value(), argument(0)))));
      case BEGINS_WITH -> new Condition.BeginsWith(value(), argument(0));
    };
  }

  private Condition comparison(Comparator comparator) {
    return new Condition.Comparison(comparator, value(), argument(0));
  }

  private Operand value() {
    return new Operand.Attribute(Path.of(attribute));
  }

  private Operand argument(int index) {
    return literal(arguments.get(index));
  }

  private static Operand literal(Value value) {
    return new Operand.Literal(value);
  }

  /** As a condition on a key attribute. */
  KeyConditions.Term toTerm() {
    return switch (operator) {
      case EQ -> new KeyConditions.Equal(arguments.get(0));
      case LT -> range(SortRange.Operator.LT);
      case LE -> range(SortRange.Operator.LE);
      case GT -> range(SortRange.Operator.GT);
      case GE -> range(SortRange.Operator.GE);
      case BEGINS_WITH -> range(SortRange.Operator.BEGINS_WITH);
      case BETWEEN ->
          new KeyConditions.Range(
              new SortRange(SortRange.Operator.BETWEEN, arguments.get(0), arguments.get(1)));
      case NE, IN, NULL, NOT_NULL, CONTAINS, NOT_CONTAINS -> new KeyConditions.Unsupported();
    };
  }

  private KeyConditions.Term range(SortRange.Operator rangeOperator) {
    return new KeyConditions.Range(new SortRange(rangeOperator, arguments.get(0), null));
  }
}
