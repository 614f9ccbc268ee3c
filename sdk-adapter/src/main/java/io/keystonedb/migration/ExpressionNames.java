package io.keystonedb.migration;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renames the attributes that an expression names outright. Placeholders stay: their names are
 * given apart. Steps inside a document, behind a dot, stay as well.
 */
final class ExpressionNames {
  /** A word that is no placeholder, no step inside a document and no function. */
  private static final Pattern NAME = Pattern.compile("(?<![\\w#:.])[A-Za-z]\\w*+(?!\\s*\\()");

  private ExpressionNames() {}

  static String rename(String expression, UnaryOperator<String> rename) {
    return NAME.matcher(expression)
        .replaceAll(match -> Matcher.quoteReplacement(rename.apply(match.group())));
  }
}
