package io.keystonedb.internal.partiql;

/** The kinds of tokens of a statement; the names are those that messages print. */
enum TokenKind {
  /** A reserved word that is not an operator, in lower case. */
  KEYWORD,
  /** A name, bare or in double quotes. */
  IDENTIFIER,
  /** A text in single quotes. */
  STRING,
  NUMBER,
  /** A text between backticks. */
  ION,
  /** A symbol or word that stands between or in front of operands, in lower case. */
  OPERATOR,
  STAR,
  PARAMETER,
  COMMA,
  DOT,
  COLON,
  SEMICOLON,
  LEFT_PAREN,
  RIGHT_PAREN,
  LEFT_BRACKET,
  RIGHT_BRACKET,
  LEFT_CURLY,
  RIGHT_CURLY,
  LEFT_DOUBLE_ANGLE_BRACKET,
  RIGHT_DOUBLE_ANGLE_BRACKET,
  END
}
