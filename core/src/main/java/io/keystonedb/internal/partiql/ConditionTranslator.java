package io.keystonedb.internal.partiql;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.expression.Comparator;
import io.keystonedb.internal.expression.Condition;
import io.keystonedb.internal.expression.Operand;
import io.keystonedb.internal.expression.TreeCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes conditions of what stands behind WHERE. */
final class ConditionTranslator {
  private static final Map<String, Comparator> COMPARATORS =
      Map.of(
          "=", Comparator.EQ,
          "<>", Comparator.NE,
          "<", Comparator.LT,
          "<=", Comparator.LE,
          ">", Comparator.GT,
          ">=", Comparator.GE);

  /** The types that IS knows, in the order in which messages list them. */
  private static final Map<String, String> TYPES =
      Map.of(
          "NULL", "NULL",
          "BOOLEAN", "BOOL",
          "BLOB", "B",
          "STRING", "S",
          "NUMERIC", "N",
          "STRUCT", "M",
          "TUPLE", "M",
          "LIST", "L");

  private final ValueTranslator values;

  ConditionTranslator(ValueTranslator values) {
    this.values = values;
  }

  /**
   * The condition of a WHERE clause, checked; null if there is no clause.
   *
   * @throws KeystoneException for what the service does not know, or what no item could meet
   */
  @Nullable Condition where(@Nullable Syntax where) {
    if (where == null) {
      return null;
    }
    Condition condition = condition(where);
    if (condition == null) {
      throw KeystoneException.validation(
          "WHERE clause must contain an expression that resolves to a boolean");
    }
    TreeCheck.condition(condition);
    return condition;
  }

  /** The condition that something is, or null if it is a value. */
  private @Nullable Condition condition(Syntax syntax) {
    if (syntax instanceof Syntax.Operation operation) {
      return operation(operation);
    }
    if (syntax instanceof Syntax.Call call) {
      return call.function().equals("size") ? null : function(call);
    }
    if (syntax instanceof Syntax.TypeTest test) {
      return typeTest(test);
    }
    checkSupported(syntax);
    return null;
  }

  private static void checkSupported(Syntax syntax) {
    if (syntax instanceof Syntax.Subquery || syntax instanceof Syntax.Unsupported) {
      throw StatementErrors.at(
          "Unsupported token in expression: " + syntax.kind(), syntax.position());
    }
  }

  private Condition operation(Syntax.Operation operation) {
    List<Syntax> operands = operation.operands();
    return switch (operation.operator()) {
      case "and" -> new Condition.And(parts(operation, new ArrayList<>()));
      case "or" -> new Condition.Or(parts(operation, new ArrayList<>()));
      case "not" -> {
        Condition part = condition(operands.get(0));
        if (part == null) {
          throw KeystoneException.validation("The argument to NOT must be a Type or Expression");
        }
        yield new Condition.Not(part);
      }
      case "between" ->
          new Condition.Between(
              operand(operands.get(0)), operand(operands.get(1)), operand(operands.get(2)));
      case "in" -> in(operands.get(0), operands.get(1));
      default -> comparison(operation);
    };
  }

  /** The parts of a chain of the same operator, from left to right. */
  private List<Condition> parts(Syntax.Operation operation, List<Condition> parts) {
    for (Syntax operand : operation.operands()) {
      if (operand instanceof Syntax.Operation inner
          && inner.operator().equals(operation.operator())) {
        parts(inner, parts);
        continue;
      }
      Condition part = condition(operand);
      if (part == null) {
        throw KeystoneException.validation("The arguments to AND/OR must be Expressions");
      }
      parts.add(part);
    }
    return parts;
  }

  private Condition comparison(Syntax.Operation operation) {
    Comparator comparator = COMPARATORS.get(operation.operator());
    if (comparator == null) {
      throw unsupportedOperator(operation);
    }
    Syntax left = operation.operands().get(0);
    Syntax right = operation.operands().get(1);
    if (left instanceof Syntax.Missing || right instanceof Syntax.Missing) {
      throw StatementErrors.missingCompared();
    }
    Condition truth = comparedWithTruth(left, comparator, right);
    return truth != null
        ? truth
        : new Condition.Comparison(comparator, operand(left), operand(right));
  }

  /** {@code contains(a, b) = true} says the same as {@code contains(a, b)}. */
  private @Nullable Condition comparedWithTruth(Syntax left, Comparator comparator, Syntax right) {
    if (comparator.isOrdering()
        || !(left instanceof Syntax.Call call)
        || call.function().equals("size")
        || !(right instanceof Syntax.Literal literal)
        || !(literal.value() instanceof Value.Bool bool)) {
      return null;
    }
    Condition function = function(call);
    boolean asIs = bool.value() == (comparator == Comparator.EQ);
    return asIs ? function : new Condition.Not(function);
  }

  private Condition in(Syntax left, Syntax right) {
    List<Syntax> candidates = List.of();
    if (right instanceof Syntax.Sequence sequence) {
      candidates = sequence.elements();
    } else if (right instanceof Syntax.Bag bag) {
      candidates = bag.elements();
    } else {
      checkSupported(right);
    }
    boolean size = left instanceof Syntax.Call call && call.function().equals("size");
    if (candidates.isEmpty() || !(size || PathTranslator.isPath(left))) {
      throw KeystoneException.validation(
          "IN operator must have a left hand argument of type Variable Reference and right hand argument of type Seq with at least one member");
    }
    TreeCheck.candidates(candidates.size());
    List<Operand> operands = new ArrayList<>();
    for (Syntax candidate : candidates) {
      operands.add(operand(candidate));
    }
    return new Condition.In(operand(left), operands);
  }

  private Condition typeTest(Syntax.TypeTest test) {
    if (test.type().equals("MISSING")) {
      return new Condition.AttributeNotExists(PathTranslator.path(test.operand()));
    }
    String type = TYPES.get(test.type());
    if (type == null) {
      throw StatementErrors.at(
          "Unsupported data type for IS operator: "
              + test.type()
              + ". Supported data types are [MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC, STRUCT, TUPLE, LIST]",
          test.position());
    }
    return new Condition.AttributeType(
        new Operand.Attribute(PathTranslator.path(test.operand())),
        new Operand.Literal(Value.string(type)));
  }

  private Condition function(Syntax.Call call) {
    List<Syntax> arguments = call.arguments();
    return switch (call.function()) {
      case "begins_with" -> {
        count(call, 2);
        yield new Condition.BeginsWith(operand(arguments.get(0)), operand(arguments.get(1)));
      }
      case "contains" -> {
        count(call, 2);
        yield new Condition.Contains(operand(arguments.get(0)), operand(arguments.get(1)));
      }
      case "attribute_type" -> {
        count(call, 2);
        yield new Condition.AttributeType(
            new Operand.Attribute(FunctionArguments.path(call, 0)), operand(arguments.get(1)));
      }
      case "attribute_exists" -> {
        count(call, 1);
        yield new Condition.AttributeExists(FunctionArguments.path(call, 0));
      }
      case "attribute_not_exists" -> {
        count(call, 1);
        yield new Condition.AttributeNotExists(FunctionArguments.path(call, 0));
      }
      case "list_append", "if_not_exists" ->
          throw KeystoneException.validation(
              "The function is not allowed in a condition expression; function: "
                  + call.function());
      default -> {
        FunctionArguments.subquery(call);
        throw FunctionArguments.unknown(call);
      }
    };
  }

  private static void count(Syntax.Call call, int expected) {
    FunctionArguments.count(call, expected);
  }

  private Operand operand(Syntax syntax) {
    if (ValueTranslator.isConstant(syntax)) {
      return new Operand.Literal(values.value(syntax));
    }
    if (PathTranslator.isPath(syntax)) {
      return new Operand.Attribute(PathTranslator.path(syntax));
    }
    if (syntax instanceof Syntax.Call call && call.function().equals("size")) {
      count(call, 1);
      return new Operand.Size(operand(call.arguments().get(0)));
    }
    if (syntax instanceof Syntax.Missing) {
      throw StatementErrors.missingCompared();
    }
    if (syntax instanceof Syntax.Operation operation) {
      throw unsupportedOperator(operation);
    }
    checkSupported(syntax);
    if (syntax instanceof Syntax.Call call) {
      FunctionArguments.subquery(call);
      function(call);
      throw KeystoneException.validation(
          "The function is not allowed to be used this way in an expression; function: "
              + call.function());
    }
    throw StatementErrors.unexpectedComponent(syntax.position());
  }

  private static KeystoneException unsupportedOperator(Syntax.Operation operation) {
    return KeystoneException.validation(
        "Unsupported operator in Condition Expression. Operator: " + operation.operator());
  }
}
