package io.keystonedb.internal.expression;

/**
 * What the parser of conditions puts together: a condition, an operand, or a call of a function of
 * which it does not know yet what it is.
 */
sealed interface ConditionPart permits Condition, Operand, FunctionCall {}
