package io.keystonedb.internal.expression;

/** The kinds of token of the expression language. */
enum TokenKind {
  IDENTIFIER,
  /** {@code #name}. */
  NAME,
  /** {@code :value}. */
  VALUE,
  NUMBER,
  EQ,
  NE,
  LT,
  LE,
  GT,
  GE,
  LEFT_PAREN,
  RIGHT_PAREN,
  LEFT_BRACKET,
  RIGHT_BRACKET,
  COMMA,
  DOT,
  PLUS,
  MINUS,
  AND,
  OR,
  NOT,
  IN,
  BETWEEN,
  SET,
  REMOVE,
  ADD,
  DELETE,
  /** A character that begins no token. */
  BAD,
  /** The end of the text. */
  END
}
