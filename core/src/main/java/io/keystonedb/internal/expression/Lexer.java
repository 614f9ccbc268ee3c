package io.keystonedb.internal.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts an expression into tokens. It never fails: a character that begins no token becomes a token
 * of its own, which no grammar accepts.
 *
 * <p>An unaliased name begins with a letter. A leading underscore is refused, as observed.
 */
final class Lexer {
  /**
   * The words that structure expressions. One grammar serves all kinds, so that none of them is a
   * name in any, in any case: {@code set} in a projection is a syntax error, not a reserved word.
   */
  private static final Map<String, TokenKind> WORDS =
      Map.of(
          "AND", TokenKind.AND,
          "OR", TokenKind.OR,
          "NOT", TokenKind.NOT,
          "IN", TokenKind.IN,
          "BETWEEN", TokenKind.BETWEEN,
          "SET", TokenKind.SET,
          "REMOVE", TokenKind.REMOVE,
          "ADD", TokenKind.ADD,
          "DELETE", TokenKind.DELETE);

  private final String text;
  private int position;

  private Lexer(String text) {
    this.text = text;
  }

  /** All tokens of a text; the last is of kind {@link TokenKind#END}. */
  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    Token token;
    do {
      token = lexer.next();
      tokens.add(token);
    } while (token.kind() != TokenKind.END);
    return tokens;
  }

  private Token next() {
    while (position < text.length() && isBlank(text.charAt(position))) {
      position++;
    }
    if (position == text.length()) {
      return new Token(TokenKind.END, "<EOF>", position, position);
    }
    char c = text.charAt(position);
    if (isLetter(c)) {
      return word();
    }
    if (c == '#' || c == ':') {
      return placeholder(c == '#' ? TokenKind.NAME : TokenKind.VALUE);
    }
    return isDigit(c) ? number() : symbol(c);
  }

  private Token word() {
    int end = endOfWord(position);
    Token token = token(TokenKind.IDENTIFIER, end);
    TokenKind keyword = WORDS.get(token.text().toUpperCase(Locale.ROOT));
    return keyword == null ? token : new Token(keyword, token.text(), token.start(), token.end());
  }

  private Token placeholder(TokenKind kind) {
    int end = endOfWord(position + 1);
    return token(end == position + 1 ? TokenKind.BAD : kind, end);
  }

  /** A zero stands alone: {@code 01} is two numbers, as the service was seen to cut it. */
  private Token number() {
    int end = position + 1;
    if (text.charAt(position) == '0') {
      return token(TokenKind.NUMBER, end);
    }
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return token(TokenKind.NUMBER, end);
  }

  private Token symbol(char c) {
    char second = position + 1 < text.length() ? text.charAt(position + 1) : ' ';
    return switch (c) {
      case '=' -> token(TokenKind.EQ, position + 1);
      case '<' ->
          second == '>'
              ? token(TokenKind.NE, position + 2)
              : second == '='
                  ? token(TokenKind.LE, position + 2)
                  : token(TokenKind.LT, position + 1);
      case '>' ->
          second == '=' ? token(TokenKind.GE, position + 2) : token(TokenKind.GT, position + 1);
      case '(' -> token(TokenKind.LEFT_PAREN, position + 1);
      case ')' -> token(TokenKind.RIGHT_PAREN, position + 1);
      case '[' -> token(TokenKind.LEFT_BRACKET, position + 1);
      case ']' -> token(TokenKind.RIGHT_BRACKET, position + 1);
      case ',' -> token(TokenKind.COMMA, position + 1);
      case '.' -> token(TokenKind.DOT, position + 1);
      case '+' -> token(TokenKind.PLUS, position + 1);
      case '-' -> token(TokenKind.MINUS, position + 1);
      default -> token(TokenKind.BAD, text.offsetByCodePoints(position, 1));
    };
  }

  private Token token(TokenKind kind, int end) {
    Token token = new Token(kind, text.substring(position, end), position, end);
    position = end;
    return token;
  }

  private int endOfWord(int from) {
    int end = from;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return end;
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

  /** Whether a character can continue an identifier or a placeholder. */
  static boolean isWordPart(char c) {
    return isLetter(c) || isDigit(c) || c == '_';
  }
}
