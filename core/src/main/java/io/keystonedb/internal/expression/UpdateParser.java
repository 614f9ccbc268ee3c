package io.keystonedb.internal.expression;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.expression.Token.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses update expressions.
 *
 * <pre>
 * update  := section { section }                          each kind once, in any order
 * section := SET set { ',' set } | REMOVE path { ',' path }
 *          | ADD path ':value' { ',' path ':value' } | DELETE path ':value' { ',' path ':value' }
 * set     := path '=' sum
 * sum     := operand [ ( '+' | '-' ) operand ]
 * operand := path | ':value' | function '(' sum { ',' sum } ')' | '(' sum ')'
 * </pre>
 */
final class UpdateParser extends ExpressionParser {
  private static final Set<String> SECTIONS = Set.of("SET", "REMOVE", "ADD", "DELETE");

  private final List<UpdateAction> actions = new ArrayList<>();
  private @Nullable KeystoneException repeatedSection;

  private UpdateParser(String text, ExpressionErrors errors) {
    super(text, errors);
  }

  static Update parse(String text, ExpressionErrors errors) {
    UpdateParser parser = new UpdateParser(text, errors);
    parser.sections();
    parser.finish();
    if (parser.repeatedSection != null) {
      throw parser.repeatedSection;
    }
    return new Update(parser.actions);
  }

  private void sections() {
    Set<String> seen = new HashSet<>();
    do {
      String section = current().text().toUpperCase(Locale.ROOT);
      if (current().type() != Type.NAME || !SECTIONS.contains(section)) {
        throw syntaxError();
      }
      take();
      if (!seen.add(section) && repeatedSection == null) {
        repeatedSection = errors.repeatedSection(section);
      }
      do {
        actions.add(action(section));
      } while (takeIf(","));
    } while (current().type() != Type.END);
  }

  private UpdateAction action(String section) {
    Path target = path();
    return switch (section) {
      case "SET" -> {
        expect("=");
        countOperator();
        yield new UpdateAction.Set(target, sum());
      }
      case "REMOVE" -> new UpdateAction.Remove(target);
      case "ADD" -> new UpdateAction.Add(target, value());
      default -> new UpdateAction.Delete(target, value());
    };
  }

  private Operand value() {
    Token token = current();
    if (token.type() != Type.VALUE_PLACEHOLDER) {
      throw syntaxError();
    }
    take();
    return new Operand.Placeholder(token.text());
  }

  private UpdateOperand sum() {
    UpdateOperand left = operand();
    boolean plus = current().is("+");
    if (!plus && !current().is("-")) {
      return left;
    }
    take();
    countOperator();
    return new UpdateOperand.Sum(plus, left, operand());
  }

  private UpdateOperand operand() {
    Token token = current();
    if (takeIf("(")) {
      enter();
      UpdateOperand inner = sum();
      expect(")");
      leave();
      return inner;
    }
    if (token.type() == Type.VALUE_PLACEHOLDER) {
      return new UpdateOperand.Simple(value());
    }
    if (token.type() == Type.NAME && peek().is("(")) {
      return call();
    }
    return new UpdateOperand.Simple(new Operand.PathOperand(path()));
  }

  private UpdateOperand call() {
    String function = take().text();
    take();
    countOperator();
    enter();
    List<UpdateOperand> arguments = new ArrayList<>();
    do {
      arguments.add(sum());
    } while (takeIf(","));
    expect(")");
    leave();
    return function(function, arguments);
  }

  private UpdateOperand function(String function, List<UpdateOperand> arguments) {
    if (!ConditionFunctions.UPDATE_FUNCTIONS.contains(function)) {
      keepFunctionError(
          ConditionFunctions.isKnown(function)
              ? errors.conditionFunctionInUpdate(function)
              : errors.unknownFunction(function));
      return arguments.get(0);
    }
    if (arguments.size() != 2) {
      keepFunctionError(errors.operandCount(function, arguments.size()));
      return arguments.get(0);
    }
    return function.equals("if_not_exists")
        ? new UpdateOperand.IfNotExists(arguments.get(0), arguments.get(1))
        : new UpdateOperand.ListAppend(arguments.get(0), arguments.get(1));
  }
}
