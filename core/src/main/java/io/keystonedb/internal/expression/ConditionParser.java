package io.keystonedb.internal.expression;

import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses condition, filter and key-condition expressions by recursive descent.
 *
 * <pre>
 * condition := and { OR and }
 * and       := not { AND not }
 * not       := { NOT } primary
 * primary   := '(' condition ')' | comparison | function
 * comparison:= operand cmp operand
 *            | operand BETWEEN operand AND operand
 *            | operand IN '(' operand { ',' operand } ')'
 * cmp       := '=' | '&lt;&gt;' | '&lt;' | '&lt;=' | '&gt;' | '&gt;='
 * operand   := path | ':value' | function | '(' operand ')'
 * function  := identifier '(' operand { ',' operand } ')'
 * </pre>
 *
 * <p>What an opening parenthesis or a function begins, a condition or an operand, shows only behind
 * it. So the productions return {@linkplain Piece pieces}, and whoever needs the one or the other
 * makes it of them; nothing is read twice.
 */
final class ConditionParser extends Parser {

  /** What a production has read. */
  private sealed interface Piece {}

  private record Whole(Condition condition) implements Piece {}

  private record Part(Operand operand) implements Piece {}

  private record Call(String function, List<Piece> arguments) implements Piece {}

  /** Stands in for a call that was reported; a tree with a problem is never used. */
  private static final Condition REPORTED_CONDITION = new Condition.And(List.of());

  private static final Operand REPORTED_OPERAND = new Operand.Literal(Value.nul());

  private ConditionParser(ExpressionKind kind, String text) {
    super(kind, text);
  }

  /**
   * Parses a whole text.
   *
   * @throws io.keystonedb.KeystoneException on a syntax error
   */
  static Parsed<Condition> parse(ExpressionKind kind, String text) {
    ConditionParser parser = new ConditionParser(kind, text);
    Condition condition = parser.asCondition(parser.or());
    parser.expect(TokenKind.END);
    return parser.parsed(condition);
  }

  private Piece or() {
    Piece first = and();
    if (!at(TokenKind.OR)) {
      return first;
    }
    List<Condition> parts = new ArrayList<>();
    parts.add(asCondition(first));
    while (accept(TokenKind.OR)) {
      countOperator();
      parts.add(asCondition(and()));
    }
    return new Whole(new Condition.Or(parts));
  }

  private Piece and() {
    Piece first = not();
    if (!at(TokenKind.AND)) {
      return first;
    }
    List<Condition> parts = new ArrayList<>();
    parts.add(asCondition(first));
    while (accept(TokenKind.AND)) {
      countOperator();
      parts.add(asCondition(not()));
    }
    return new Whole(new Condition.And(parts));
  }

  private Piece not() {
    int count = 0;
    while (accept(TokenKind.NOT)) {
      countOperator();
      count++;
    }
    Piece piece = primary();
    if (count == 0) {
      return piece;
    }
    Condition condition = asCondition(piece);
    for (int i = 0; i < count; i++) {
      condition = new Condition.Not(condition);
    }
    return new Whole(condition);
  }

  private Piece primary() {
    if (!at(TokenKind.LEFT_PAREN)) {
      return comparison(operand());
    }
    int opened = open();
    Piece inner = or();
    close(opened);
    return inner instanceof Whole ? inner : comparison(inner);
  }

  /** What stands behind a first operand; a bare operand is given back as it is. */
  private Piece comparison(Piece left) {
    return switch (peek().kind()) {
      case EQ -> compare(left, Comparator.EQ);
      case NE -> compare(left, Comparator.NE);
      case LT -> compare(left, Comparator.LT);
      case LE -> compare(left, Comparator.LE);
      case GT -> compare(left, Comparator.GT);
      case GE -> compare(left, Comparator.GE);
      case BETWEEN -> between(left);
      case IN -> in(left);
      default -> left;
    };
  }

  private Piece compare(Piece left, Comparator comparator) {
    expect(peek().kind());
    countOperator();
    Piece right = operand();
    return new Whole(new Condition.Comparison(comparator, asOperand(left), asOperand(right)));
  }

  private Piece between(Piece operand) {
    expect(TokenKind.BETWEEN);
    countOperator();
    Piece lower = operand();
    expect(TokenKind.AND);
    Piece upper = operand();
    return new Whole(new Condition.Between(asOperand(operand), asOperand(lower), asOperand(upper)));
  }

  private Piece in(Piece operand) {
    expect(TokenKind.IN);
    countOperator();
    expect(TokenKind.LEFT_PAREN);
    Operand value = asOperand(operand);
    List<Operand> candidates = new ArrayList<>();
    do {
      candidates.add(asOperand(operand()));
    } while (accept(TokenKind.COMMA));
    expect(TokenKind.RIGHT_PAREN);
    if (candidates.size() > Limits.IN_OPERANDS) {
      report(Problems.Family.OPERANDS, ExpressionErrors.tooManyInOperands(candidates.size()));
    }
    return new Whole(new Condition.In(value, candidates));
  }

  private Piece operand() {
    if (at(TokenKind.LEFT_PAREN)) {
      int opened = open();
      Piece inner = operand();
      close(opened);
      return inner;
    }
    if (at(TokenKind.VALUE)) {
      return new Part(placeholder());
    }
    return atCall() ? call() : new Part(new Operand.Attribute(path()));
  }

  private Piece call() {
    String function = beginCall();
    List<Piece> arguments = new ArrayList<>();
    do {
      arguments.add(operand());
    } while (accept(TokenKind.COMMA));
    endCall();
    return new Call(function, arguments);
  }

  private Operand asOperand(Piece piece) {
    if (piece instanceof Part part) {
      return part.operand();
    }
    if (piece instanceof Call call) {
      return operandFunction(call);
    }
    throw syntaxError();
  }

  /** A bare operand is no condition: the token behind it should have been an operator. */
  private Condition asCondition(Piece piece) {
    if (piece instanceof Whole whole) {
      return whole.condition();
    }
    if (piece instanceof Call call) {
      return conditionFunction(call);
    }
    throw syntaxError();
  }

  private Operand operandFunction(Call call) {
    switch (call.function()) {
      case "size" -> {
        List<Operand> operands = operands(call, 1);
        return operands.size() == 1 ? new Operand.Size(operands.get(0)) : REPORTED_OPERAND;
      }
      case "attribute_exists",
          "attribute_not_exists",
          "attribute_type",
          "begins_with",
          "contains" ->
          report(Problems.Family.FUNCTION, ExpressionErrors.misplacedFunction(call.function()));
      default -> unknown(call);
    }
    return REPORTED_OPERAND;
  }

  private Condition conditionFunction(Call call) {
    return switch (call.function()) {
      case "attribute_exists" -> {
        Path path = pathOperand(call, operands(call, 1));
        yield path == null ? REPORTED_CONDITION : new Condition.AttributeExists(path);
      }
      case "attribute_not_exists" -> {
        Path path = pathOperand(call, operands(call, 1));
        yield path == null ? REPORTED_CONDITION : new Condition.AttributeNotExists(path);
      }
      case "attribute_type" -> {
        List<Operand> operands = operands(call, 2);
        boolean isValue = !operands.isEmpty() && operands.get(0) instanceof Operand.Placeholder;
        yield isValue || pathOperand(call, operands) != null
            ? new Condition.AttributeType(operands.get(0), operands.get(1))
            : REPORTED_CONDITION;
      }
      case "begins_with" -> {
        List<Operand> operands = operands(call, 2);
        yield operands.isEmpty()
            ? REPORTED_CONDITION
            : new Condition.BeginsWith(operands.get(0), operands.get(1));
      }
      case "contains" -> {
        List<Operand> operands = operands(call, 2);
        yield operands.isEmpty()
            ? REPORTED_CONDITION
            : new Condition.Contains(operands.get(0), operands.get(1));
      }
      case "size" -> {
        report(Problems.Family.FUNCTION, ExpressionErrors.misplacedFunction(call.function()));
        yield REPORTED_CONDITION;
      }
      default -> {
        unknown(call);
        yield REPORTED_CONDITION;
      }
    };
  }

  private void unknown(Call call) {
    String function = call.function();
    boolean ofUpdates = function.equals("if_not_exists") || function.equals("list_append");
    report(
        Problems.Family.FUNCTION,
        ofUpdates
            ? ExpressionErrors.notInCondition(function)
            : ExpressionErrors.unknownFunction(function));
  }

  /** The operands of a call, or none if their number is wrong, which is reported. */
  private List<Operand> operands(Call call, int count) {
    List<Operand> operands = new ArrayList<>();
    for (Piece argument : call.arguments()) {
      operands.add(asOperand(argument));
    }
    if (operands.size() == count) {
      return operands;
    }
    report(
        Problems.Family.OPERANDS, ExpressionErrors.operandCount(call.function(), operands.size()));
    return List.of();
  }

  /** The path that is the first operand, or null if there is none, which is reported. */
  private @Nullable Path pathOperand(Call call, List<Operand> operands) {
    if (operands.isEmpty()) {
      return null;
    }
    if (operands.get(0) instanceof Operand.Attribute attribute) {
      return attribute.path();
    }
    report(Problems.Family.OPERANDS, ExpressionErrors.needsPath(call.function()));
    return null;
  }
}
