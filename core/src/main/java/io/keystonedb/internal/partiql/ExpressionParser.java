package io.keystonedb.internal.partiql;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses expressions of PartiQL by precedence, lowest first: OR, AND, NOT, equality with IS and IN,
 * order with BETWEEN and LIKE, sums, products.
 *
 * <pre>
 * term := literal | '?' | path | call | '(' expression { ',' expression } ')' | '[' … ']'
 *       | '<<' … '>>' | '{' expression ':' expression … '}' | ( '+' | '-' | NOT ) expression
 * path := name { '.' name | '.*' | '[' expression ']' | '[*]' }
 * </pre>
 */
abstract class ExpressionParser extends TokenReader {
  /** Deeper than any value or path may be, and far from the end of a thread's stack. */
  private static final int MAX_DEPTH = 250;

  private static final int NOT_PRECEDENCE = 30;
  private static final Map<String, Integer> PRECEDENCE =
      Map.ofEntries(
          Map.entry("or", 10),
          Map.entry("and", 20),
          Map.entry("=", 40),
          Map.entry("<>", 40),
          Map.entry("is", 40),
          Map.entry("in", 40),
          Map.entry("not_in", 40),
          Map.entry("<", 50),
          Map.entry("<=", 50),
          Map.entry(">", 50),
          Map.entry(">=", 50),
          Map.entry("between", 50),
          Map.entry("not_between", 50),
          Map.entry("like", 50),
          Map.entry("not_like", 50),
          Map.entry("+", 60),
          Map.entry("-", 60),
          Map.entry("||", 60),
          Map.entry("*", 70),
          Map.entry("/", 70),
          Map.entry("%", 70));

  private int parameters;
  private int depth;

  ExpressionParser(List<Token> tokens) {
    super(tokens);
  }

  /** Parses a SELECT that begins here, for one in the place of a value. */
  abstract StatementSyntax.Select select();

  final Syntax expression() {
    return expression(0);
  }

  private Syntax expression(int precedence) {
    enter();
    Syntax left = unary();
    String operator = infix();
    while (operator != null && precedenceOf(operator) > precedence) {
      left = operation(left, operator);
      operator = infix();
    }
    depth--;
    return left;
  }

  private static int precedenceOf(String operator) {
    return PRECEDENCE.getOrDefault(operator, -1);
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw StatementErrors.syntax("Expression is nested too deeply");
    }
  }

  /** The operator that follows an operand, or null if none does. */
  private @Nullable String infix() {
    Token token = peek();
    if (token.kind() == TokenKind.STAR) {
      return "*";
    }
    if (token.kind() != TokenKind.OPERATOR) {
      return null;
    }
    if (token.text().equals("not")) {
      String negated = "not_" + peekSecond().text();
      return PRECEDENCE.containsKey(negated) ? negated : null;
    }
    return token.text();
  }

  private Syntax operation(Syntax left, String operator) {
    Position position = take().position();
    if (operator.startsWith("not_")) {
      take();
      Syntax positive = rightSide(left, operator.substring(4), position);
      return new Syntax.Operation("not", List.of(positive), position);
    }
    if (operator.equals("is")) {
      boolean negated = acceptOperator("not");
      Syntax test = new Syntax.TypeTest(left, typeName(), position);
      return negated ? new Syntax.Operation("not", List.of(test), position) : test;
    }
    return rightSide(left, operator, position);
  }

  private Syntax rightSide(Syntax left, String operator, Position position) {
    if (at(TokenKind.END)) {
      throw StatementErrors.syntax("Missing right-hand side expression of infix operator");
    }
    if (operator.equals("in") && at(TokenKind.LEFT_PAREN)) {
      return new Syntax.Operation(operator, List.of(left, candidates()), position);
    }
    int precedence = precedenceOf(operator);
    Syntax right = expression(precedence);
    if (operator.equals("between")) {
      if (!acceptOperator("and")) {
        throw StatementErrors.syntax("Expected AND keyword");
      }
      if (at(TokenKind.END)) {
        throw StatementErrors.syntax("Expected expression after AND");
      }
      return new Syntax.Operation(operator, List.of(left, right, expression(precedence)), position);
    }
    if (operator.equals("like") && acceptKeyword("escape")) {
      return new Syntax.Operation(operator, List.of(left, right, expression(precedence)), position);
    }
    return new Syntax.Operation(operator, List.of(left, right), position);
  }

  /** In parentheses behind IN, even a single operand is a list. */
  private Syntax candidates() {
    Token open = take();
    return new Syntax.Sequence(elements(TokenKind.RIGHT_PAREN), open.position());
  }

  private String typeName() {
    String word = take().text().toLowerCase(Locale.ROOT);
    String second = Keywords.secondWordOfType(word);
    if (second != null && peek().text().equalsIgnoreCase(second)) {
      take();
      word += " " + second;
    }
    String type = Keywords.typeName(word);
    if (type == null) {
      throw StatementErrors.syntax("Expected type name");
    }
    return type;
  }

  private Syntax unary() {
    Token token = peek();
    if (token.isOperator("not")) {
      take();
      return new Syntax.Operation("not", List.of(expression(NOT_PRECEDENCE)), token.position());
    }
    if (token.isOperator("-") || token.isOperator("+")) {
      take();
      enter();
      Syntax operand = unary();
      depth--;
      return signed(token, operand);
    }
    if (token.isOperator("@")) {
      take();
    }
    return steps(term());
  }

  private static Syntax signed(Token sign, Syntax operand) {
    if (operand instanceof Syntax.Literal literal && literal.value() instanceof Value.N number) {
      return sign.text().equals("+")
          ? operand
          : new Syntax.Literal(
              Value.number(number.toBigDecimal().negate().toString()), literal.position());
    }
    return operand instanceof Syntax.BadNumber
        ? operand
        : new Syntax.Operation(sign.text(), List.of(operand), sign.position());
  }

  private Syntax term() {
    if (atKeyword("select")) {
      return subquery();
    }
    Token token = take();
    return switch (token.kind()) {
      case STRING -> new Syntax.Literal(Value.string(token.text()), token.position());
      case NUMBER -> NumberLiterals.of(token.text(), token.position());
      case ION -> new Syntax.IonLiteral(token.position());
      case PARAMETER -> new Syntax.Parameter(parameters++, token.position());
      case IDENTIFIER ->
          at(TokenKind.LEFT_PAREN) ? call(token) : new Syntax.Name(token.text(), token.position());
      case KEYWORD -> keyword(token);
      case LEFT_PAREN -> parentheses(token);
      case LEFT_BRACKET ->
          new Syntax.Sequence(optionalElements(TokenKind.RIGHT_BRACKET), token.position());
      case LEFT_DOUBLE_ANGLE_BRACKET ->
          new Syntax.Bag(optionalElements(TokenKind.RIGHT_DOUBLE_ANGLE_BRACKET), token.position());
      case LEFT_CURLY -> struct(token);
      default -> throw unexpected(token);
    };
  }

  private Syntax keyword(Token token) {
    return switch (token.text()) {
      case "true" -> new Syntax.Literal(Value.bool(true), token.position());
      case "false" -> new Syntax.Literal(Value.bool(false), token.position());
      case "null" -> new Syntax.Literal(Value.nul(), token.position());
      case "missing" -> new Syntax.Missing(token.position());
      case "case" -> caseExpression(token);
      case "cast" -> cast(token);
      case "date", "time" -> throw noMoment(token.text());
      case "from" -> throw StatementErrors.syntax("Expected data manipulation");
      default -> {
        if (Keywords.isFunction(token.text()) && at(TokenKind.LEFT_PAREN)) {
          yield call(token);
        }
        throw unexpected(token);
      }
    };
  }

  /**
   * PartiQL has literals of dates and times, so that these words are no names; the service has no
   * such values.
   */
  private KeystoneException noMoment(String word) {
    if (word.equals("time") && at(TokenKind.KEYWORD)) {
      return StatementErrors.syntax("Expected WITH keyword");
    }
    if (word.equals("date") && at(TokenKind.STRING)) {
      return StatementErrors.syntax("Expected DATE string to be of the format yyyy-MM-dd");
    }
    return StatementErrors.syntax(
        "Expected "
            + word
            + " string followed by the keyword "
            + (word.equals("time") ? "TIME OR TIME WITH TIME ZONE" : "DATE")
            + ", found "
            + (at(TokenKind.NUMBER) ? "INT" : "SYMBOL"));
  }

  private Syntax call(Token name) {
    expect(TokenKind.LEFT_PAREN);
    String function = name.text().toLowerCase(Locale.ROOT);
    if (accept(TokenKind.STAR)) {
      if (!Keywords.isAggregate(function)) {
        throw StatementErrors.syntax(function + "(*) is not allowed");
      }
      expect(TokenKind.RIGHT_PAREN);
      return new Syntax.Call(function, List.of(), name.position());
    }
    return new Syntax.Call(function, optionalElements(TokenKind.RIGHT_PAREN), name.position());
  }

  private Syntax subquery() {
    Position position = peek().position();
    return new Syntax.Subquery(select(), position);
  }

  private Syntax parentheses(Token open) {
    List<Syntax> elements = elements(TokenKind.RIGHT_PAREN);
    return elements.size() == 1 ? elements.get(0) : new Syntax.Sequence(elements, open.position());
  }

  private List<Syntax> optionalElements(TokenKind end) {
    return accept(end) ? List.of() : elements(end);
  }

  private List<Syntax> elements(TokenKind end) {
    List<Syntax> elements = new ArrayList<>();
    do {
      elements.add(expression());
    } while (accept(TokenKind.COMMA));
    expect(end);
    return elements;
  }

  private Syntax struct(Token open) {
    List<Syntax.Entry> entries = new ArrayList<>();
    if (!accept(TokenKind.RIGHT_CURLY)) {
      do {
        Syntax key = expression();
        expect(TokenKind.COLON);
        entries.add(new Syntax.Entry(key, expression()));
      } while (accept(TokenKind.COMMA));
      expect(TokenKind.RIGHT_CURLY);
    }
    return new Syntax.Struct(entries, open.position());
  }

  private Syntax caseExpression(Token token) {
    if (!atKeyword("when")) {
      expression();
    }
    if (!atKeyword("when")) {
      throw StatementErrors.syntax("Expected a WHEN clause in CASE");
    }
    while (acceptKeyword("when")) {
      expression();
      expectKeyword("then", "Expected THEN keyword");
      expression();
    }
    if (acceptKeyword("else")) {
      expression();
    }
    expectKeyword("end", "Expected END keyword");
    return new Syntax.Unsupported("CASE", token.position());
  }

  private Syntax cast(Token token) {
    expect(TokenKind.LEFT_PAREN);
    expression();
    expectKeyword("as", "Expected AS");
    typeName();
    expect(TokenKind.RIGHT_PAREN);
    return new Syntax.Unsupported("cast", token.position());
  }

  private Syntax steps(Syntax root) {
    List<Syntax.Step> steps = new ArrayList<>();
    while (at(TokenKind.DOT) || at(TokenKind.LEFT_BRACKET)) {
      steps.add(take().kind() == TokenKind.DOT ? field() : element());
    }
    return steps.isEmpty() ? root : new Syntax.Path(root, steps, root.position());
  }

  private Syntax.Step field() {
    Token token = take();
    return switch (token.kind()) {
      case IDENTIFIER -> new Syntax.Field(token.text(), token.position());
      case STAR -> new Syntax.EveryField(token.position());
      default -> throw StatementErrors.syntax("Invalid path dot component");
    };
  }

  private Syntax.Step element() {
    Token token = peek();
    Syntax.Step step;
    if (accept(TokenKind.STAR)) {
      step = new Syntax.EveryElement(token.position());
    } else {
      step = new Syntax.Element(expression(), token.position());
    }
    expect(TokenKind.RIGHT_BRACKET);
    return step;
  }
}
