package io.keystonedb.internal.partiql;

/**
 * A token of a statement.
 *
 * @param text what it says: without quotes, words that are not names in lower case
 */
record Token(TokenKind kind, String text, Position position) {
  boolean isKeyword(String word) {
    return kind == TokenKind.KEYWORD && text.equals(word);
  }

  boolean isOperator(String symbol) {
    return kind == TokenKind.OPERATOR && text.equals(symbol);
  }
}
