package io.keystonedb.internal.partiql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parses statements of PartiQL by recursive descent.
 *
 * <pre>
 * statement := ( select | insert | update | fromFirst | delete | EXISTS '(' select ')' ) [ ';' ]
 * select    := SELECT ( '*' | item { ',' item } ) FROM source { ',' source } [ WHERE expression ]
 *              [ ORDER BY expression [ ASC | DESC ] { ',' … } ]
 * insert    := INSERT INTO path VALUE expression
 * update    := UPDATE path { SET path '=' expression { ',' … } | REMOVE path }
 *              [ WHERE expression ] [ returning ]
 * fromFirst := FROM source [ WHERE expression ] { SET … | REMOVE … } [ returning ]
 * delete    := DELETE FROM path [ WHERE expression ] [ returning ]
 * returning := RETURNING ( ALL | MODIFIED ) ( OLD | NEW ) '*' { ',' … }
 * </pre>
 */
final class StatementParser extends ExpressionParser {
  private StatementParser(List<Token> tokens) {
    super(tokens);
  }

  /**
   * Parses a whole text.
   *
   * @throws io.keystonedb.KeystoneException on a syntax error
   */
  static StatementSyntax parse(String text) {
    StatementParser parser = new StatementParser(Lexer.tokens(text));
    StatementSyntax statement = parser.statement();
    if (parser.accept(TokenKind.SEMICOLON)) {
      if (!parser.at(TokenKind.END)) {
        throw StatementErrors.syntax(
            "Unexpected token after semicolon. (Only one query is allowed.)");
      }
    } else if (!parser.at(TokenKind.END)) {
      throw StatementErrors.syntax("Unexpected token after expression");
    }
    NumberLiterals.check(statement);
    return statement;
  }

  private StatementSyntax statement() {
    Token first = peek();
    if (first.kind() == TokenKind.IDENTIFIER && peekSecond().isOperator("is")) {
      boolean test = expression() instanceof Syntax.TypeTest;
      return new StatementSyntax.Unsupported(test ? "IsType" : "Not");
    }
    if (first.kind() != TokenKind.KEYWORD) {
      throw StatementErrors.syntax("Expected data manipulation");
    }
    return switch (first.text()) {
      case "select" -> select();
      case "insert" -> insert();
      case "update" -> update();
      case "from" -> fromFirst();
      case "delete" -> delete();
      case "exists" -> exists();
      case "create" -> definition("CreateTable");
      case "drop" -> definition("DropTable");
      default -> throw StatementErrors.syntax("Expected data manipulation");
    };
  }

  /** Definitions of tables have no place in statements; what they say does not matter. */
  private StatementSyntax definition(String name) {
    Token verb = take();
    expectKeyword("table", "Unexpected token following " + verb.text().toUpperCase(Locale.ROOT));
    while (!at(TokenKind.END)) {
      take();
    }
    return new StatementSyntax.Unsupported(name);
  }

  private StatementSyntax exists() {
    Syntax expression = expression();
    if (expression instanceof Syntax.Call call
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Syntax.Subquery subquery) {
      return new StatementSyntax.Exists(subquery.select());
    }
    return new StatementSyntax.Unsupported(expression.kind());
  }

  @Override
  StatementSyntax.Select select() {
    take();
    String problem = null;
    if (acceptKeyword("distinct")) {
      problem = "Unsupported token in expression: DISTINCT";
    } else {
      acceptKeyword("all");
    }
    List<StatementSyntax.Item> items = null;
    if (acceptKeyword("value")) {
      problem = "Select projection doesn't support value or pivot keywords";
      expression();
    } else if (at(TokenKind.STAR)) {
      star();
    } else {
      items = items();
    }
    expectKeyword("from", "Expected FROM after SELECT list");
    List<StatementSyntax.Source> sources = sources();
    Syntax where = where();
    problem = firstOf(problem, grouping());
    List<StatementSyntax.Order> orderBy = orderBy();
    if (acceptKeyword("limit")) {
      problem = firstOf(problem, clause("LIMIT", expression()));
    }
    return new StatementSyntax.Select(items, sources, where, orderBy, problem);
  }

  private static @Nullable String firstOf(@Nullable String problem, @Nullable String next) {
    return problem == null ? next : problem;
  }

  private static String clause(String name, Syntax expression) {
    return "Unsupported clause: " + name + " at " + expression.position();
  }

  private void star() {
    take();
    if (at(TokenKind.COMMA)) {
      throw StatementErrors.syntax(
          "Other expressions may not be present in the select list when '*' is used without dot notation.");
    }
  }

  private List<StatementSyntax.Item> items() {
    List<StatementSyntax.Item> items = new ArrayList<>();
    do {
      Syntax item = expression();
      if (item instanceof Syntax.Path path
          && path.steps().stream().anyMatch(Syntax.EveryElement.class::isInstance)) {
        throw StatementErrors.syntax("Invalid use of * in select list");
      }
      items.add(new StatementSyntax.Item(item, alias()));
    } while (accept(TokenKind.COMMA));
    return items;
  }

  /** Whether a name for something follows; the name itself has no use. */
  private boolean alias() {
    if (acceptKeyword("as")) {
      expectAlias("AS");
      return true;
    }
    return accept(TokenKind.IDENTIFIER);
  }

  private boolean sourceAlias() {
    boolean aliased = alias();
    while (atKeyword("at") || atKeyword("by")) {
      expectAlias(take().text().toUpperCase(Locale.ROOT));
      aliased = true;
    }
    return aliased;
  }

  private void expectAlias(String keyword) {
    if (!accept(TokenKind.IDENTIFIER)) {
      throw StatementErrors.syntax("Expected identifier for " + keyword + "-alias");
    }
  }

  private List<StatementSyntax.Source> sources() {
    List<StatementSyntax.Source> sources = new ArrayList<>();
    sources.add(source());
    while (true) {
      boolean joined = join();
      if (!joined && !accept(TokenKind.COMMA)) {
        return sources;
      }
      sources.add(source());
      if (joined) {
        expectKeyword("on", "Expected 'ON'");
        expression();
      }
    }
  }

  private boolean join() {
    boolean kind = false;
    for (String word : List.of("inner", "left", "right", "full", "outer")) {
      kind |= acceptKeyword(word);
    }
    boolean join = acceptKeyword("join");
    if (kind && !join) {
      throw StatementErrors.syntax("Unexpected token after expression");
    }
    return join;
  }

  private StatementSyntax.Source source() {
    Syntax expression = expression();
    return new StatementSyntax.Source(expression, sourceAlias());
  }

  private @Nullable Syntax where() {
    return acceptKeyword("where") ? expression() : null;
  }

  private @Nullable String grouping() {
    String problem = null;
    if (acceptKeyword("group")) {
      expectKeyword("by", "Expected BY");
      problem = "Unsupported clause: GROUP BY";
      do {
        expression();
        alias();
      } while (accept(TokenKind.COMMA));
    }
    if (acceptKeyword("having")) {
      problem = firstOf(problem, clause("HAVING", expression()));
    }
    return problem;
  }

  private @Nullable List<StatementSyntax.Order> orderBy() {
    if (!acceptKeyword("order")) {
      return null;
    }
    expectKeyword("by", "Expected BY");
    List<StatementSyntax.Order> orders = new ArrayList<>();
    do {
      Syntax key = expression();
      boolean descending = acceptKeyword("desc");
      if (!descending) {
        acceptKeyword("asc");
      }
      orders.add(new StatementSyntax.Order(key, descending));
    } while (accept(TokenKind.COMMA));
    return orders;
  }

  private StatementSyntax insert() {
    take();
    expectKeyword("into", "Unexpected keyword");
    Syntax table = simplePath();
    StatementSyntax.Source target = new StatementSyntax.Source(table, false);
    if (!acceptKeyword("value")) {
      if (acceptKeyword("values") && !at(TokenKind.LEFT_PAREN)) {
        throw StatementErrors.syntax("Expected LEFT_PAREN for row value constructor");
      }
      expression();
      return new StatementSyntax.Insert(target, null, false);
    }
    Syntax value = expression();
    if (acceptKeyword("at")) {
      expression();
    }
    if (atKeyword("on")) {
      throw StatementErrors.syntax("invalid ON CONFLICT syntax");
    }
    return new StatementSyntax.Insert(target, value, !returning().isEmpty());
  }

  private StatementSyntax update() {
    take();
    StatementSyntax.Source target = new StatementSyntax.Source(simplePath(), sourceAlias());
    List<StatementSyntax.Change> changes = changes();
    Syntax where = where();
    return new StatementSyntax.Update(target, changes, where, returning());
  }

  /** An UPDATE with its clauses turned round. */
  private StatementSyntax fromFirst() {
    take();
    StatementSyntax.Source target = source();
    Syntax where = where();
    List<StatementSyntax.Change> changes = changes();
    return new StatementSyntax.Update(target, changes, where, returning());
  }

  private List<StatementSyntax.Change> changes() {
    List<StatementSyntax.Change> changes = new ArrayList<>();
    while (atKeyword("set") || atKeyword("remove")) {
      if (take().text().equals("remove")) {
        changes.add(new StatementSyntax.Change(simplePath(), null));
      } else {
        assignments(changes);
      }
    }
    if (changes.isEmpty()) {
      throw StatementErrors.syntax("Expected data manipulation");
    }
    return changes;
  }

  private void assignments(List<StatementSyntax.Change> changes) {
    do {
      Syntax path = simplePath();
      if (!acceptOperator("=")) {
        throw StatementErrors.syntax("Expected '='");
      }
      changes.add(new StatementSyntax.Change(path, expression()));
    } while (accept(TokenKind.COMMA));
  }

  private StatementSyntax delete() {
    take();
    expectKeyword("from", "Expected FROM after DELETE");
    StatementSyntax.Source target = new StatementSyntax.Source(simplePath(), sourceAlias());
    Syntax where = where();
    return new StatementSyntax.Delete(target, where, returning());
  }

  /** A path of names and constants only, as it names what is changed. */
  private Syntax simplePath() {
    Token name = peek();
    if (!accept(TokenKind.IDENTIFIER)) {
      throw StatementErrors.syntax("Expected identifier for simple path");
    }
    Syntax root = new Syntax.Name(name.text(), name.position());
    List<Syntax.Step> steps = new ArrayList<>();
    while (at(TokenKind.DOT) || at(TokenKind.LEFT_BRACKET)) {
      steps.add(take().kind() == TokenKind.DOT ? simpleField() : simpleElement());
    }
    return steps.isEmpty() ? root : new Syntax.Path(root, steps, name.position());
  }

  private Syntax.Step simpleField() {
    Token token = take();
    if (token.kind() != TokenKind.IDENTIFIER) {
      throw StatementErrors.syntax("Invalid path dot component");
    }
    return new Syntax.Field(token.text(), token.position());
  }

  private Syntax.Step simpleElement() {
    Token token = peek();
    if (!at(TokenKind.NUMBER) && !at(TokenKind.STRING)) {
      throw StatementErrors.syntax("Expected path component literal");
    }
    Syntax.Step step = new Syntax.Element(expression(), token.position());
    expect(TokenKind.RIGHT_BRACKET);
    return step;
  }

  private List<StatementSyntax.Returned> returning() {
    List<StatementSyntax.Returned> returning = new ArrayList<>();
    if (acceptKeyword("returning")) {
      do {
        returning.add(returned());
      } while (accept(TokenKind.COMMA));
    }
    return returning;
  }

  private StatementSyntax.Returned returned() {
    boolean all = acceptKeyword("all");
    boolean modified = !all && acceptKeyword("modified");
    boolean old = acceptKeyword("old");
    boolean isNew = !old && acceptKeyword("new");
    if (!(all || modified) || !(old || isNew)) {
      throw StatementErrors.syntax(
          "Expected ( MODIFIED | ALL ) ( NEW | OLD ) in each returning element.");
    }
    boolean everything = accept(TokenKind.STAR);
    if (!everything) {
      expression();
    }
    return new StatementSyntax.Returned(all, old, everything);
  }
}
