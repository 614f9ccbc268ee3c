package io.keystonedb.internal.expression;

/**
 * A token of an expression.
 *
 * @param kind what it is
 * @param text as written; {@code <EOF>} at the end
 * @param start where it begins in the expression
 * @param end where it ends, exclusively
 */
record Token(TokenKind kind, String text, int start, int end) {}
