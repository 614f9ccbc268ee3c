package io.keystonedb.internal.expression;

import io.keystonedb.internal.expression.Token.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses condition, filter and key condition expressions.
 *
 * <pre>
 * condition  := conjunction { OR conjunction }
 * conjunction:= negation { AND negation }
 * negation   := NOT negation | predicate
 * predicate  := operand comparator operand | operand BETWEEN operand AND operand
 *             | operand IN '(' operand { ',' operand } ')' | operand
 * operand    := path | ':value' | function '(' operand { ',' operand } ')' | '(' condition ')'
 * </pre>
 *
 * <p>Parentheses may enclose a condition or an operand; which one it was shows behind them.
 */
final class ConditionParser extends ExpressionParser {
  private final ConditionFunctions functions;

  /** What stood between the parentheses that were closed last. */
  private @Nullable ConditionPart lastParenthesized;

  private ConditionParser(String text, ExpressionErrors errors) {
    super(text, errors);
    functions = new ConditionFunctions(errors);
  }

  static Condition parse(String text, ExpressionErrors errors) {
    ConditionParser parser = new ConditionParser(text, errors);
    Condition condition = parser.requireCondition(parser.disjunction());
    parser.finish();
    return condition;
  }

  private ConditionPart disjunction() {
    ConditionPart first = conjunction();
    if (!current().isWord("OR")) {
      return first;
    }
    List<Condition> conditions = new ArrayList<>();
    conditions.add(requireCondition(first));
    while (takeWord("OR")) {
      countOperator();
      conditions.add(requireCondition(conjunction()));
    }
    return new Condition.Or(conditions);
  }

  private ConditionPart conjunction() {
    ConditionPart first = negation();
    if (!current().isWord("AND")) {
      return first;
    }
    List<Condition> conditions = new ArrayList<>();
    conditions.add(requireCondition(first));
    while (takeWord("AND")) {
      countOperator();
      conditions.add(requireCondition(negation()));
    }
    return new Condition.And(conditions);
  }

  private ConditionPart negation() {
    if (!takeWord("NOT")) {
      return predicate();
    }
    enter();
    countOperator();
    Condition condition = requireCondition(negation());
    leave();
    return new Condition.Not(condition);
  }

  private ConditionPart predicate() {
    ConditionPart part = part();
    Comparator comparator = comparator();
    if (comparator != null) {
      Operand left = requireOperand(part);
      take();
      countOperator();
      return new Condition.Comparison(comparator, left, requireOperand(part()));
    }
    if (current().isWord("BETWEEN")) {
      Operand operand = requireOperand(part);
      take();
      countOperator();
      Operand lower = requireOperand(part());
      expectWord("AND");
      return new Condition.Between(operand, lower, requireOperand(part()));
    }
    if (current().isWord("IN")) {
      Operand operand = requireOperand(part);
      take();
      countOperator();
      expect("(");
      return new Condition.In(operand, operands());
    }
    return part;
  }

  private @Nullable Comparator comparator() {
    return current().type() == Type.SYMBOL ? Comparator.of(current().text()) : null;
  }

  private List<Operand> operands() {
    List<Operand> operands = new ArrayList<>();
    do {
      operands.add(requireOperand(part()));
    } while (takeIf(","));
    expect(")");
    return operands;
  }

  private ConditionPart part() {
    Token token = current();
    if (token.is("(")) {
      return parenthesized();
    }
    if (token.type() == Type.VALUE_PLACEHOLDER) {
      take();
      return new Operand.Placeholder(token.text());
    }
    if (token.type() == Type.NAME && peek().is("(") && atPath()) {
      return call();
    }
    if (!atPath()) {
      throw syntaxError();
    }
    return new Operand.PathOperand(path());
  }

  private ConditionPart parenthesized() {
    enter();
    take();
    boolean opensTwice = current().is("(");
    ConditionPart inner = disjunction();
    boolean closesTwice = opensTwice && isWhole(inner);
    expect(")");
    leave();
    if (closesTwice) {
      keepRedundantParentheses();
    }
    lastParenthesized = inner;
    return inner;
  }

  /** Whether a part is all of what stood in the parentheses closed just before. */
  private boolean isWhole(ConditionPart part) {
    return part == lastParenthesized;
  }

  private ConditionPart call() {
    String function = take().text();
    take();
    countOperator();
    enter();
    List<ConditionPart> arguments = new ArrayList<>();
    do {
      arguments.add(part());
    } while (takeIf(","));
    expect(")");
    leave();
    return new FunctionCall(function, arguments);
  }

  /** A function that is a condition becomes one; an operand where none can be is an error. */
  private Condition requireCondition(ConditionPart part) {
    if (part instanceof Condition condition) {
      return condition;
    }
    if (part instanceof FunctionCall call) {
      return functions.condition(call, this);
    }
    throw syntaxError();
  }

  private Operand requireOperand(ConditionPart part) {
    if (part instanceof Operand operand) {
      return operand;
    }
    if (part instanceof FunctionCall call) {
      return functions.operand(call, this);
    }
    throw syntaxError();
  }
}
