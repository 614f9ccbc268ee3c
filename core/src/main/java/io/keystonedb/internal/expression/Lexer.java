package io.keystonedb.internal.expression;

import io.keystonedb.internal.expression.Token.Type;
import java.util.ArrayList;
import java.util.List;

/** Splits an expression into tokens; what no token can begin with becomes one of its own. */
final class Lexer {
  private final String text;
  private int position;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.next());
    } while (tokens.get(tokens.size() - 1).type() != Type.END);
    return tokens;
  }

  private Token next() {
    while (position < text.length() && isBlank(text.charAt(position))) {
      position++;
    }
    int start = position;
    if (start == text.length()) {
      return new Token(Type.END, "<EOF>", start, start);
    }
    char c = text.charAt(position++);
    if (isLetter(c)) {
      skipWord();
      return token(Type.NAME, start);
    }
    if (isDigit(c)) {
      while (position < text.length() && isDigit(text.charAt(position))) {
        position++;
      }
      return token(Type.NUMBER, start);
    }
    if (c == '#' || c == ':') {
      skipWord();
      Type type = c == '#' ? Type.NAME_PLACEHOLDER : Type.VALUE_PLACEHOLDER;
      return token(position == start + 1 ? Type.UNKNOWN : type, start);
    }
    if (c == '<' && position < text.length() && ">=".indexOf(text.charAt(position)) >= 0) {
      position++;
    } else if (c == '>' && position < text.length() && text.charAt(position) == '=') {
      position++;
    }
    return token("()[],.=<>+-".indexOf(c) >= 0 ? Type.SYMBOL : Type.UNKNOWN, start);
  }

  private void skipWord() {
    while (position < text.length()
        && (isLetter(text.charAt(position))
            || isDigit(text.charAt(position))
            || text.charAt(position) == '_')) {
      position++;
    }
  }

  private Token token(Type type, int start) {
    return new Token(type, text.substring(start, position), start, position);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
