package io.keystonedb.internal.expression;

import io.keystonedb.KeystoneException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the parsers of all kinds share: walking over tokens, document paths, and collecting
 * placeholders and problems.
 *
 * <pre>
 * path := name { '.' name | '[' digits ']' }
 * name := identifier | '#name'
 * </pre>
 *
 * <p>One instance parses one text. Syntax errors are thrown with the prefix of the expression's
 * kind; they show the text from the token before the offending one to the token after it, as
 * observed.
 */
abstract class Parser {
  private final ExpressionKind kind;
  private final String text;
  private final List<Token> tokens;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> values = new LinkedHashSet<>();
  private final List<Path> nestedPaths = new ArrayList<>();
  private final Problems problems = new Problems();
  private int position;
  private int depth;
  private int operators;

  /** Where the parentheses closed last stand, as positions of tokens. */
  private int lastOpened = -1;

  private int lastClosed = -1;

  Parser(ExpressionKind kind, String text) {
    this.kind = kind;
    this.text = text;
    this.tokens = Lexer.tokens(text);
  }

  final <T> Parsed<T> parsed(T tree) {
    if (operators > Limits.OPERATORS) {
      report(Problems.Family.OPERATOR_COUNT, ExpressionErrors.tooManyOperators());
    }
    return new Parsed<>(
        tree,
        Collections.unmodifiableSet(names),
        Collections.unmodifiableSet(values),
        List.copyOf(nestedPaths),
        problems.early(),
        problems.late());
  }

  final Token peek() {
    return tokens.get(position);
  }

  final boolean at(TokenKind tokenKind) {
    return peek().kind() == tokenKind;
  }

  /** Whether the current token is an identifier with an opening parenthesis behind it. */
  final boolean atCall() {
    return at(TokenKind.IDENTIFIER) && tokens.get(position + 1).kind() == TokenKind.LEFT_PAREN;
  }

  final boolean accept(TokenKind tokenKind) {
    if (!at(tokenKind)) {
      return false;
    }
    position++;
    return true;
  }

  final Token expect(TokenKind tokenKind) {
    Token token = peek();
    if (token.kind() != tokenKind) {
      throw syntaxError();
    }
    position++;
    return token;
  }

  /** The error that the current token stands where it may not. */
  final KeystoneException syntaxError() {
    Token token = peek();
    int from = position == 0 ? 0 : tokens.get(position - 1).start();
    int to = tokens.get(Math.min(tokens.size() - 1, position + 1)).end();
    return ExpressionErrors.invalid(
        kind, ExpressionErrors.syntax(token.text(), text.substring(from, to)));
  }

  final void report(Problems.Family family, String message) {
    problems.report(family, message);
  }

  final void countOperator() {
    operators++;
  }

  /** Steps over an opening parenthesis and returns its position for {@link #close}. */
  final int open() {
    int opened = position;
    expect(TokenKind.LEFT_PAREN);
    if (++depth > Limits.PARSER_DEPTH) {
      throw ExpressionErrors.invalid(kind, ExpressionErrors.redundantParentheses());
    }
    return opened;
  }

  /** Steps over a closing parenthesis; another pair just inside this one is one too many. */
  final void close(int opened) {
    boolean redundant = lastOpened == opened + 1 && lastClosed == position - 1;
    int closed = position;
    expect(TokenKind.RIGHT_PAREN);
    if (redundant) {
      throw ExpressionErrors.invalid(kind, ExpressionErrors.redundantParentheses());
    }
    depth--;
    lastOpened = opened;
    lastClosed = closed;
  }

  /** Steps over the name of a function and its opening parenthesis. */
  final String beginCall() {
    String function = expect(TokenKind.IDENTIFIER).text();
    expect(TokenKind.LEFT_PAREN);
    countOperator();
    if (++depth > Limits.PARSER_DEPTH) {
      throw ExpressionErrors.invalid(kind, ExpressionErrors.tooManyOperators());
    }
    return function;
  }

  final void endCall() {
    expect(TokenKind.RIGHT_PAREN);
    depth--;
  }

  final Operand.Placeholder placeholder() {
    String name = expect(TokenKind.VALUE).text();
    values.add(name);
    return new Operand.Placeholder(name);
  }

  final Path path() {
    String name = name();
    List<Path.Step> steps = new ArrayList<>();
    while (true) {
      if (accept(TokenKind.DOT)) {
        steps.add(new Path.Key(name()));
      } else if (accept(TokenKind.LEFT_BRACKET)) {
        steps.add(new Path.Index(index(expect(TokenKind.NUMBER).text())));
        expect(TokenKind.RIGHT_BRACKET);
      } else {
        break;
      }
    }
    if (steps.size() + 1 > Limits.PATH_DEPTH) {
      report(Problems.Family.PATH_DEPTH, ExpressionErrors.pathTooDeep(steps.size() + 1));
    }
    Path path = new Path(name, steps);
    if (!path.isTopLevel()) {
      nestedPaths.add(path);
    }
    return path;
  }

  private String name() {
    if (at(TokenKind.NAME)) {
      String name = expect(TokenKind.NAME).text();
      names.add(name);
      return name;
    }
    String name = expect(TokenKind.IDENTIFIER).text();
    if (ReservedWords.isReserved(name)) {
      report(Problems.Family.RESERVED_WORD, ExpressionErrors.reservedWord(name));
    }
    return name;
  }

  private int index(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      report(Problems.Family.LIST_INDEX, ExpressionErrors.listIndexOutOfRange(digits));
      return 0;
    }
  }
}
