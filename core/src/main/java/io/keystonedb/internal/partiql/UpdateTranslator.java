package io.keystonedb.internal.partiql;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.expression.Operand;
import io.keystonedb.internal.expression.Path;
import io.keystonedb.internal.expression.TreeCheck;
import io.keystonedb.internal.expression.Update;
import io.keystonedb.internal.expression.UpdateValue;
import java.util.ArrayList;
import java.util.List;

/** Makes an update of SET and REMOVE clauses. */
final class UpdateTranslator {
  private final ValueTranslator values;

  UpdateTranslator(ValueTranslator values) {
    this.values = values;
  }

  /**
   * The update that all clauses make together, checked.
   *
   * @throws KeystoneException for what the service does not know, or what no item could take
   */
  Update update(List<StatementSyntax.Change> changes) {
    List<Update.Action> actions = new ArrayList<>();
    for (StatementSyntax.Change change : changes) {
      Path target = PathTranslator.path(change.target());
      Syntax value = change.value();
      actions.add(value == null ? new Update.Remove(target) : action(target, value));
    }
    Update update = new Update(actions);
    TreeCheck.update(update);
    return update;
  }

  private Update.Action action(Path target, Syntax syntax) {
    if (syntax instanceof Syntax.Call call) {
      switch (call.function()) {
        case "set_add" -> {
          return new Update.Add(target, elements(target, call, "SET_ADD"));
        }
        case "set_delete" -> {
          return new Update.Delete(target, elements(target, call, "SET_DELETE"));
        }
        default -> {}
      }
    }
    return new Update.Set(target, value(syntax));
  }

  /** {@code a = set_add(a, set)}: the set. */
  private Operand elements(Path target, Syntax.Call call, String function) {
    if (call.arguments().size() != 2) {
      throw StatementErrors.at(function + " must have exactly two arguments", call.position());
    }
    Syntax first = call.arguments().get(0);
    if (!PathTranslator.isPath(first) || !PathTranslator.path(first).equals(target)) {
      throw StatementErrors.at(
          "The first argument to " + function + " must equal the assignment value",
          call.position());
    }
    Syntax second = call.arguments().get(1);
    Value set = ValueTranslator.isConstant(second) ? values.value(second) : Value.nul();
    if (!set.type().isSet()) {
      throw StatementErrors.at(
          "The second argument to " + function + " must be a value with type SET",
          first.position());
    }
    return new Operand.Literal(set);
  }

  private UpdateValue value(Syntax syntax) {
    if (ValueTranslator.isConstant(syntax)) {
      return new Operand.Literal(values.value(syntax));
    }
    if (PathTranslator.isPath(syntax)) {
      return new Operand.Attribute(PathTranslator.path(syntax));
    }
    if (syntax instanceof Syntax.Operation operation) {
      return arithmetic(operation);
    }
    if (syntax instanceof Syntax.Call call) {
      return function(call);
    }
    if (syntax instanceof Syntax.Missing) {
      throw StatementErrors.missingCompared();
    }
    throw StatementErrors.at(
        "Unsupported token in expression: " + syntax.kind(), syntax.position());
  }

  private UpdateValue arithmetic(Syntax.Operation operation) {
    UpdateValue.Operator operator =
        switch (operation.operator()) {
          case "+" -> UpdateValue.Operator.PLUS;
          case "-" -> UpdateValue.Operator.MINUS;
          default ->
              throw KeystoneException.validation(
                  "Unsupported operator in Update Expression. Operator: " + operation.operator());
        };
    if (operation.operands().size() != 2) {
      throw StatementErrors.operandCount(operation.operator(), operation.operands().size());
    }
    return new UpdateValue.Arithmetic(
        operator, value(operation.operands().get(0)), value(operation.operands().get(1)));
  }

  private UpdateValue function(Syntax.Call call) {
    return switch (call.function()) {
      case "if_not_exists" -> {
        FunctionArguments.count(call, 2);
        yield new UpdateValue.IfNotExists(
            FunctionArguments.path(call, 0), value(call.arguments().get(1)));
      }
      case "list_append" -> {
        FunctionArguments.count(call, 2);
        yield new UpdateValue.ListAppend(
            value(call.arguments().get(0)), value(call.arguments().get(1)));
      }
      case "begins_with",
          "contains",
          "size",
          "attribute_type",
          "attribute_exists",
          "attribute_not_exists",
          "set_add",
          "set_delete" ->
          throw KeystoneException.validation(
              "The function is not allowed in an update expression; function: " + call.function());
      default -> throw FunctionArguments.unknown(call);
    };
  }
}
