package io.keystonedb.sdk.support;

import org.jspecify.annotations.Nullable;

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
  private int start;

  /** The current token, if it is a name in double quotes. */
  private @Nullable String quotedName;

  PartiQlTokens(String text) {
    this.text = text;
  }

  /** Moves to the next token; false if there is none. */
  boolean next() {
    skipBlanks();
    start = at;
    quotedName = null;
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    if (isWordStart(c)) {
      skipWord();
    } else if (c == '"') {
      quotedName = quoted(c);
    } else if (c == '\'' || c == '`') {
      quoted(c);
    } else {
      at++;
    }
    return true;
  }

  /** Whether the current token is a symbol, or a word in any case of letters. */
  boolean is(String symbolOrWord) {
    int length = symbolOrWord.length();
    return at - start == length && text.regionMatches(true, start, symbolOrWord, 0, length);
  }

  /** The current token as a name: a word, or what stands in double quotes; else null. */
  @Nullable String name() {
    boolean isWord = start < text.length() && isWordStart(text.charAt(start));
    return isWord ? text.substring(start, at) : quotedName;
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

  private void skipWord() {
    while (at < text.length() && (isWordStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
  }

  /** Skips what stands in quotes and answers it. */
  private String quoted(char quote) {
    StringBuilder content = new StringBuilder();
    at++;
    while (at < text.length()) {
      int end = text.indexOf(quote, at);
      content.append(text, at, end < 0 ? text.length() : end);
      at = end < 0 ? text.length() : end + 1;
      if (quote == '`' || at >= text.length() || text.charAt(at) != quote) {
        break;
      }
      content.append(quote);
      at++;
    }
    return content.toString();
  }

  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
