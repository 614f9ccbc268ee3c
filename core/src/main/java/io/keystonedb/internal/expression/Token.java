package io.keystonedb.internal.expression;

/**
 * A piece of an expression.
 *
 * @param text as written; {@code <EOF>} at the end
 * @param start where it begins in the expression
 * @param end where it ends, exclusive
 */
record Token(Type type, String text, int start, int end) {

  enum Type {
    /** Letters, digits and underscores; a keyword, a function or an attribute name. */
    NAME,
    /** {@code #name}. */
    NAME_PLACEHOLDER,
    /** {@code :value}. */
    VALUE_PLACEHOLDER,
    /** Digits. */
    NUMBER,
    /** An operator or a punctuation mark. */
    SYMBOL,
    /** A character nothing can begin with. */
    UNKNOWN,
    END
  }

  boolean is(String symbol) {
    return type == Type.SYMBOL && text.equals(symbol);
  }

  /** Whether this is a keyword, which can be written in upper or lower case. */
  boolean isWord(String keyword) {
    return type == Type.NAME && text.equalsIgnoreCase(keyword);
  }
}
