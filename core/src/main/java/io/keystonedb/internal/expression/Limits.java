package io.keystonedb.internal.expression;

/**
 * The limits of the expression language.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-expression-parameters">Expression
 *     parameters</a>
 */
final class Limits {
  /** Bytes of an expression before substitution. */
  static final int EXPRESSION_BYTES = 4096;

  /** Bytes of one placeholder with its sigil. */
  static final int TOKEN_BYTES = 255;

  /** Bytes of all names and values together. */
  static final int SUBSTITUTION_BYTES = 2 * 1024 * 1024;

  /** Operators and functions of one expression. */
  static final int OPERATORS = 300;

  /** Operands of one {@code IN}. */
  static final int IN_OPERANDS = 100;

  /** Elements of a document path. */
  static final int PATH_DEPTH = 32;

  /** No value of an item stands at this level; a top-level attribute is at level 0. */
  static final int NESTING_LEVELS = 32;

  /**
   * How deep parentheses and calls may be nested before a parser gives up. A text that needs more
   * has redundant parentheses or more than {@value #OPERATORS} operators, so that this bound guards
   * the stack and refuses nothing that is valid.
   */
  static final int PARSER_DEPTH = OPERATORS + 2;

  private Limits() {}
}
