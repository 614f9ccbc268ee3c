package io.keystonedb.internal.partiql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes a statement apart.
 *
 * <pre>
 * name    := letter|_|$ { letter|digit|_|$ } | '"' any, '""' for one '"' '"'
 * string  := '\'' any, '\'\'' for one '\'' '\''
 * number  := digits [ '.' {digit} ] [ exponent ] | '.' digits [ exponent ]
 * comment := '--' to the end of the line | '/*' any '*' '/'
 * </pre>
 */
final class Lexer {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private Lexer(String text) {
    this.text = text;
  }

  /**
   * The tokens of a text; the last is {@link TokenKind#END}.
   *
   * @throws io.keystonedb.KeystoneException if a character can't be part of any, or a quote or
   *     comment is not closed
   */
  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    lexer.skipBlanks();
    while (lexer.at < text.length()) {
      lexer.token();
      lexer.skipBlanks();
    }
    lexer.add(TokenKind.END, "", lexer.at);
    return lexer.tokens;
  }

  private void skipBlanks() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        at++;
        line++;
        lineStart = at;
      } else if (c == ' ' || c == '\t' || c == '\r') {
        at++;
      } else if (text.startsWith("--", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        skipComment();
      } else {
        return;
      }
    }
  }

  private void skipComment() {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      throw StatementErrors.unreadable();
    }
    countLines(at, end);
    at = end + 2;
  }

  private void countLines(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
  }

  private void token() {
    int start = at;
    char c = text.charAt(at);
    if (isNameStart(c)) {
      word(start);
    } else if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
      number(start);
    } else if (c == '\'') {
      quoted(TokenKind.STRING, c);
    } else if (c == '"') {
      quoted(TokenKind.IDENTIFIER, c);
    } else if (c == '`') {
      quoted(TokenKind.ION, c);
    } else {
      symbol(start, c);
    }
  }

  private void word(int start) {
    while (at < text.length() && (isNameStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    String word = text.substring(start, at);
    String lowerCase = word.toLowerCase(Locale.ROOT);
    if (Keywords.isOperator(lowerCase)) {
      add(TokenKind.OPERATOR, lowerCase, start);
    } else if (Keywords.isKeyword(lowerCase)) {
      add(TokenKind.KEYWORD, lowerCase, start);
    } else {
      add(TokenKind.IDENTIFIER, word, start);
    }
  }

  private void number(int start) {
    skipDigits();
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      skipDigits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int exponent = at + 1;
      if (exponent < text.length() && "+-".indexOf(text.charAt(exponent)) >= 0) {
        exponent++;
      }
      if (exponent < text.length() && isDigit(text.charAt(exponent))) {
        at = exponent;
        skipDigits();
      }
    }
    add(TokenKind.NUMBER, text.substring(start, at), start);
  }

  private void skipDigits() {
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  private void quoted(TokenKind kind, char quote) {
    int start = at;
    Position position = new Position(line, start - lineStart + 1, 0);
    StringBuilder content = new StringBuilder();
    at++;
    while (true) {
      int end = text.indexOf(quote, at);
      if (end < 0) {
        throw StatementErrors.unreadable();
      }
      content.append(text, at, end);
      at = end + 1;
      if (kind == TokenKind.ION || at >= text.length() || text.charAt(at) != quote) {
        break;
      }
      content.append(quote);
      at++;
    }
    countLines(start, at);
    tokens.add(
        new Token(
            kind,
            content.toString(),
            new Position(position.line(), position.column(), at - start)));
  }

  private void symbol(int start, char c) {
    String two = text.substring(at, Math.min(at + 2, text.length()));
    switch (two) {
      case "<<" -> add(TokenKind.LEFT_DOUBLE_ANGLE_BRACKET, 2, two, start);
      case ">>" -> add(TokenKind.RIGHT_DOUBLE_ANGLE_BRACKET, 2, two, start);
      case "<=", ">=", "<>", "||" -> add(TokenKind.OPERATOR, 2, two, start);
      case "!=" -> add(TokenKind.OPERATOR, 2, "<>", start);
      default -> single(start, c);
    }
  }

  private void single(int start, char c) {
    TokenKind kind =
        switch (c) {
          case '*' -> TokenKind.STAR;
          case '?' -> TokenKind.PARAMETER;
          case ',' -> TokenKind.COMMA;
          case '.' -> TokenKind.DOT;
          case ':' -> TokenKind.COLON;
          case ';' -> TokenKind.SEMICOLON;
          case '(' -> TokenKind.LEFT_PAREN;
          case ')' -> TokenKind.RIGHT_PAREN;
          case '[' -> TokenKind.LEFT_BRACKET;
          case ']' -> TokenKind.RIGHT_BRACKET;
          case '{' -> TokenKind.LEFT_CURLY;
          case '}' -> TokenKind.RIGHT_CURLY;
          case '=', '<', '>', '+', '-', '/', '%', '@' -> TokenKind.OPERATOR;
          default -> throw StatementErrors.unreadable();
        };
    add(kind, 1, String.valueOf(c), start);
  }

  private void add(TokenKind kind, int length, String content, int start) {
    at = start + length;
    add(kind, content, start);
  }

  private void add(TokenKind kind, String content, int start) {
    tokens.add(new Token(kind, content, new Position(line, start - lineStart + 1, at - start)));
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
