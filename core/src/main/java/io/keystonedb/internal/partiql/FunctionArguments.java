package io.keystonedb.internal.partiql;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.expression.Path;

/** What functions ask of their arguments. */
final class FunctionArguments {
  private FunctionArguments() {}

  static void count(Syntax.Call call, int expected) {
    int count = call.arguments().size();
    if (count != expected) {
      throw StatementErrors.operandCount(call.function(), count);
    }
  }

  static Path path(Syntax.Call call, int index) {
    Syntax argument = call.arguments().get(index);
    if (!PathTranslator.isPath(argument)) {
      throw KeystoneException.validation(
          "Operator or function requires a document path; operator or function: "
              + call.function());
    }
    return PathTranslator.path(argument);
  }

  /** A SELECT can't be an argument: EXISTS is a statement of its own. */
  static void subquery(Syntax.Call call) {
    for (Syntax argument : call.arguments()) {
      if (argument instanceof Syntax.Subquery) {
        throw StatementErrors.at("Unsupported token in expression: SELECT", argument.position());
      }
    }
  }

  static KeystoneException unknown(Syntax.Call call) {
    return StatementErrors.at("Unrecognized function: " + call.function(), call.position());
  }
}
