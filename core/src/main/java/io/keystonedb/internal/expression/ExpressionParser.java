package io.keystonedb.internal.expression;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.expression.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the parsers of all expressions share: a position in the tokens, syntax errors, and paths.
 *
 * <pre>
 * path := name { '.' name | '[' digits ']' }
 * name := identifier | '#' identifier
 * </pre>
 *
 * <p>The service reports a wrong syntax before everything else that is wrong with an expression, so
 * other errors are kept until the end of the text is reached.
 */
abstract class ExpressionParser {
  /**
   * Deeper than any expression within the limits on operators that has no redundant parentheses.
   */
  private static final int MAX_NESTING = 320;

  private static final int MAX_INDEX_DIGITS = 9;
  private static final int MAX_OPERATORS = 300;

  /** Words that are part of the language: they are no names, where they are reserved as well. */
  private static final Set<String> KEYWORDS = Set.of("AND", "OR", "NOT", "BETWEEN", "IN");

  final ExpressionErrors errors;
  private final String text;
  private final List<Token> tokens;
  private int position;
  private int nesting;
  private int operators;

  private @Nullable KeystoneException redundantParentheses;
  private @Nullable KeystoneException reservedWord;
  private @Nullable KeystoneException function;

  ExpressionParser(String text, ExpressionErrors errors) {
    this.text = text;
    this.errors = errors;
    tokens = Lexer.tokens(text);
  }

  final Token current() {
    return tokens.get(position);
  }

  final Token peek() {
    return tokens.get(Math.min(position + 1, tokens.size() - 1));
  }

  final Token take() {
    Token token = current();
    if (token.type() != Type.END) {
      position++;
    }
    return token;
  }

  final boolean takeIf(String symbol) {
    boolean found = current().is(symbol);
    if (found) {
      position++;
    }
    return found;
  }

  final boolean takeWord(String keyword) {
    boolean found = current().isWord(keyword);
    if (found) {
      position++;
    }
    return found;
  }

  final void expect(String symbol) {
    if (!takeIf(symbol)) {
      throw syntaxError();
    }
  }

  final void expectWord(String keyword) {
    if (!takeWord(keyword)) {
      throw syntaxError();
    }
  }

  /** The expression ends here, and nothing else is wrong with it. */
  final void finish() {
    if (current().type() != Type.END) {
      throw syntaxError();
    }
    for (KeystoneException error :
        new KeystoneException[] {redundantParentheses, reservedWord, function}) {
      if (error != null) {
        throw error;
      }
    }
    if (operators > MAX_OPERATORS) {
      throw errors.tooManyOperators(operators);
    }
  }

  /** The current token stands where it cannot; shown with the one before and the one behind. */
  final KeystoneException syntaxError() {
    Token token = current();
    int start = position == 0 ? 0 : tokens.get(position - 1).start();
    int end = token.type() == Type.END ? text.length() : Math.max(peek().end(), token.end());
    return errors.syntax(token.text(), text.substring(start, end));
  }

  final void enter() {
    if (++nesting > MAX_NESTING) {
      throw errors.redundantParentheses();
    }
  }

  final void leave() {
    nesting--;
  }

  final void countOperator() {
    operators++;
  }

  final void keepRedundantParentheses() {
    if (redundantParentheses == null) {
      redundantParentheses = errors.redundantParentheses();
    }
  }

  final void keepFunctionError(KeystoneException error) {
    if (function == null) {
      function = error;
    }
  }

  final boolean atPath() {
    Token token = current();
    return token.type() == Type.NAME_PLACEHOLDER
        || (token.type() == Type.NAME && !isKeyword(token));
  }

  private static boolean isKeyword(Token token) {
    for (String keyword : KEYWORDS) {
      if (token.isWord(keyword)) {
        return true;
      }
    }
    return false;
  }

  final Path path() {
    String name = name();
    List<Path.Step> steps = new ArrayList<>();
    while (true) {
      if (takeIf(".")) {
        steps.add(new Path.Field(name()));
      } else if (takeIf("[")) {
        steps.add(index());
        expect("]");
      } else {
        return new Path(name, steps);
      }
    }
  }

  private String name() {
    Token token = current();
    if (token.type() != Type.NAME && token.type() != Type.NAME_PLACEHOLDER) {
      throw syntaxError();
    }
    take();
    boolean reserved = token.type() == Type.NAME && ReservedWords.isReserved(token.text());
    if (reserved && reservedWord == null) {
      reservedWord = errors.reservedWord(token.text());
    }
    return token.text();
  }

  private Path.Step index() {
    Token token = current();
    if (token.type() != Type.NUMBER) {
      throw syntaxError();
    }
    take();
    if (token.text().length() > MAX_INDEX_DIGITS) {
      keepFunctionError(errors.listIndex(token.text()));
      return new Path.Index(Integer.MAX_VALUE);
    }
    return new Path.Index(Integer.parseInt(token.text()));
  }
}
