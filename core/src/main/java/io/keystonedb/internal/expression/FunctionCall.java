package io.keystonedb.internal.expression;

import java.util.List;

/** A call of a function as it was written; {@link ConditionFunctions} makes a tree of it. */
record FunctionCall(String function, List<ConditionPart> arguments) implements ConditionPart {
  FunctionCall {
    arguments = List.copyOf(arguments);
  }
}
