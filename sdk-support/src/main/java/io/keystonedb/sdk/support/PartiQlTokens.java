package io.keystonedb.sdk.support;

import java.util.Locale;

/**
 * The tokens of a PartiQL statement, as far as it takes to tell words and names from what stands in
 * strings and comments. A quote or comment that is not closed ends with the text. Not thread-safe.
 *
 * <pre>
 * word    := letter|_|$ { letter|digit|_|$ }
 * name    := '"' any, '""' for one '"' '"'
 * string  := '\'' any, '\'\'' for one '\'' '\'' | '`' any '`'
 * comment := '--' to the end of the line | '/*' any '*' '/'
 * </pre>
 */
final class PartiQlTokens {
  private final String text;
  private int at;

  /** The current token; empty before the first, and for a string. */
  private String token = "";

  private boolean isQuotedName;

  PartiQlTokens(String text) {
    this.text = text;
  }

  /** Moves to the next token; false if there is none. */
  boolean next() {
    skipBlanks();
    token = "";
    isQuotedName = false;
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    if (isWordStart(c)) {
      word();
    } else if (c == '"' || c == '\'' || c == '`') {
      quoted(c);
    } else {
      token = text.substring(at, at + 1);
      at++;
    }
    return true;
  }

  /** Whether the current token is a word, in any case of letters. */
  boolean is(String lowerCaseWord) {
    return !isQuotedName && token.toLowerCase(Locale.ROOT).equals(lowerCaseWord);
  }

  /** Whether the current token may be the name of a table: a word, or a name in double quotes. */
  boolean isName() {
    return isQuotedName || (!token.isEmpty() && isWordStart(token.charAt(0)));
  }

  /** The word, the name without its quotes, or the symbol that the current token is. */
  String text() {
    return token;
  }

  private void skipBlanks() {
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("--", at)) {
        skipPast("\n", at);
      } else if (text.startsWith("/*", at)) {
        skipPast("*/", at + 2);
      } else {
        return;
      }
    }
  }

  private void skipPast(String end, int from) {
    int found = text.indexOf(end, from);
    at = found < 0 ? text.length() : found + end.length();
  }

  private void word() {
    int start = at;
    while (at < text.length() && (isWordStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    token = text.substring(start, at);
  }

  private void quoted(char quote) {
    StringBuilder content = new StringBuilder();
    at++;
    while (at < text.length()) {
      int end = text.indexOf(quote, at);
      if (end < 0) {
        at = text.length();
        break;
      }
      content.append(text, at, end);
      at = end + 1;
      if (quote == '`' || at >= text.length() || text.charAt(at) != quote) {
        break;
      }
      content.append(quote);
      at++;
    }
    if (quote == '"') {
      isQuotedName = true;
      token = content.toString();
    }
  }

  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
