package io.keystonedb.internal.expression;

import io.keystonedb.internal.expression.Operand.PathOperand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The functions of conditions. All but {@code size} are conditions themselves; {@code size} is an
 * operand.
 */
final class ConditionFunctions {
  private static final Set<String> CONDITIONS =
      Set.of(
          "attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains");

  static final Set<String> UPDATE_FUNCTIONS = Set.of("if_not_exists", "list_append");

  /** Stands for what can't be made of a call; its error is kept and reported in the end. */
  private static final Operand NOTHING = new PathOperand(Path.of("nothing"));

  private final ExpressionErrors errors;

  ConditionFunctions(ExpressionErrors errors) {
    this.errors = errors;
  }

  /** Whether conditions know a function. */
  static boolean isKnown(String function) {
    return CONDITIONS.contains(function) || function.equals("size");
  }

  Condition condition(FunctionCall call, ExpressionParser parser) {
    String function = call.function();
    if (!CONDITIONS.contains(function)) {
      keepError(function, parser);
      return new Condition.AttributeExists(NOTHING, false);
    }
    List<Operand> operands = operands(call, parser);
    int expected = function.startsWith("attribute_") && !function.endsWith("type") ? 1 : 2;
    if (operands.size() != expected) {
      parser.keepFunctionError(errors.operandCount(function, operands.size()));
      return new Condition.AttributeExists(NOTHING, false);
    }
    Operand first = operands.get(0);
    return switch (function) {
      case "attribute_exists" -> new Condition.AttributeExists(first, false);
      case "attribute_not_exists" -> new Condition.AttributeExists(first, true);
      case "attribute_type" -> new Condition.AttributeType(first, operands.get(1));
      case "begins_with" -> new Condition.BeginsWith(first, operands.get(1));
      default -> new Condition.Contains(first, operands.get(1));
    };
  }

  Operand operand(FunctionCall call, ExpressionParser parser) {
    String function = call.function();
    if (!function.equals("size")) {
      keepError(function, parser);
      return NOTHING;
    }
    List<Operand> operands = operands(call, parser);
    if (operands.size() != 1) {
      parser.keepFunctionError(errors.operandCount(function, operands.size()));
      return NOTHING;
    }
    return new Operand.SizeOf(operands.get(0));
  }

  private List<Operand> operands(FunctionCall call, ExpressionParser parser) {
    List<Operand> operands = new ArrayList<>();
    for (ConditionPart argument : call.arguments()) {
      if (argument instanceof Operand operand) {
        operands.add(operand);
      } else if (argument instanceof FunctionCall inner) {
        operands.add(operand(inner, parser));
      } else {
        throw parser.syntaxError();
      }
    }
    return operands;
  }

  private void keepError(String function, ExpressionParser parser) {
    if (isKnown(function)) {
      parser.keepFunctionError(errors.misplacedFunction(function));
    } else if (UPDATE_FUNCTIONS.contains(function)) {
      parser.keepFunctionError(errors.updateFunctionInCondition(function));
    } else {
      parser.keepFunctionError(errors.unknownFunction(function));
    }
  }
}
