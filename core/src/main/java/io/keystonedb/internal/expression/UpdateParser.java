package io.keystonedb.internal.expression;

import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Parses update expressions by recursive descent.
 *
 * <pre>
 * update := section { section }                    each section once, in any order
 * section:= SET set { ',' set }
 *         | REMOVE path { ',' path }
 *         | ADD path ':value' { ',' path ':value' }
 *         | DELETE path ':value' { ',' path ':value' }
 * set    := path '=' value
 * value  := '(' value ')' | term [ ( '+' | '-' ) term ]
 * term   := path | ':value' | '(' term ')'
 *         | if_not_exists '(' path ',' term ')'
 *         | list_append '(' term ',' term ')'      only as a whole value
 * </pre>
 *
 * <p>A second operator is a syntax error: the grammar of the guide allows one. It does not stand
 * within a function either; all as in DynamoDB Local, whose parser gives the service's texts.
 */
final class UpdateParser extends Parser {
  /** Stands in for a call that was reported; a tree with a problem is never used. */
  private static final UpdateValue REPORTED = new Operand.Literal(Value.nul());

  private final List<Update.Action> actions = new ArrayList<>();
  private final Set<TokenKind> sections = EnumSet.noneOf(TokenKind.class);

  private UpdateParser(String text) {
    super(ExpressionKind.UPDATE, text);
  }

  /**
   * Parses a whole text.
   *
   * @throws io.keystonedb.KeystoneException on a syntax error
   */
  static Parsed<Update> parse(String text) {
    UpdateParser parser = new UpdateParser(text);
    do {
      parser.section();
    } while (!parser.at(TokenKind.END));
    return parser.parsed(new Update(parser.actions));
  }

  private void section() {
    Token keyword = peek();
    switch (keyword.kind()) {
      case SET, REMOVE, ADD, DELETE -> expect(keyword.kind());
      default -> throw syntaxError();
    }
    if (!sections.add(keyword.kind())) {
      report(
          Problems.Family.REPEATED_SECTION,
          ExpressionErrors.repeatedSection(keyword.kind().name()));
    }
    do {
      actions.add(action(keyword.kind()));
    } while (accept(TokenKind.COMMA));
  }

  private Update.Action action(TokenKind section) {
    Path path = path();
    return switch (section) {
      case REMOVE -> new Update.Remove(path);
      case ADD -> new Update.Add(path, placeholder());
      case DELETE -> new Update.Delete(path, placeholder());
      default -> {
        expect(TokenKind.EQ);
        yield new Update.Set(path, value());
      }
    };
  }

  private UpdateValue value() {
    UpdateValue left;
    if (at(TokenKind.LEFT_PAREN)) {
      int opened = open();
      left = value();
      close(opened);
      if (left instanceof UpdateValue.Arithmetic) {
        return left;
      }
    } else {
      left = term();
    }
    if (accept(TokenKind.PLUS)) {
      countOperator();
      return new UpdateValue.Arithmetic(UpdateValue.Operator.PLUS, part(left), part(term()));
    }
    if (accept(TokenKind.MINUS)) {
      countOperator();
      return new UpdateValue.Arithmetic(UpdateValue.Operator.MINUS, part(left), part(term()));
    }
    return left;
  }

  /** Reports a term that is only a whole value. */
  private UpdateValue part(UpdateValue term) {
    if (term instanceof UpdateValue.ListAppend) {
      report(Problems.Family.FUNCTION, ExpressionErrors.misplacedFunction("list_append"));
    }
    return term;
  }

  private UpdateValue term() {
    if (at(TokenKind.LEFT_PAREN)) {
      int opened = open();
      UpdateValue inner = term();
      close(opened);
      return inner;
    }
    if (at(TokenKind.VALUE)) {
      return placeholder();
    }
    return atCall() ? call() : new Operand.Attribute(path());
  }

  private UpdateValue call() {
    String function = beginCall();
    List<UpdateValue> arguments = new ArrayList<>();
    do {
      arguments.add(part(term()));
    } while (accept(TokenKind.COMMA));
    endCall();
    return switch (function) {
      case "if_not_exists" -> ifNotExists(function, arguments);
      case "list_append" -> listAppend(function, arguments);
      case "attribute_exists",
          "attribute_not_exists",
          "attribute_type",
          "begins_with",
          "contains",
          "size" -> {
        report(Problems.Family.FUNCTION, ExpressionErrors.notInUpdate(function));
        yield REPORTED;
      }
      default -> {
        report(Problems.Family.FUNCTION, ExpressionErrors.unknownFunction(function));
        yield REPORTED;
      }
    };
  }

  private UpdateValue ifNotExists(String function, List<UpdateValue> arguments) {
    if (wrongCount(function, arguments)) {
      return REPORTED;
    }
    if (arguments.get(0) instanceof Operand.Attribute attribute) {
      return new UpdateValue.IfNotExists(attribute.path(), arguments.get(1));
    }
    report(Problems.Family.OPERANDS, ExpressionErrors.needsPath(function));
    return REPORTED;
  }

  private UpdateValue listAppend(String function, List<UpdateValue> arguments) {
    return wrongCount(function, arguments)
        ? REPORTED
        : new UpdateValue.ListAppend(arguments.get(0), arguments.get(1));
  }

  private boolean wrongCount(String function, List<UpdateValue> arguments) {
    if (arguments.size() == 2) {
      return false;
    }
    report(Problems.Family.OPERANDS, ExpressionErrors.operandCount(function, arguments.size()));
    return true;
  }
}
