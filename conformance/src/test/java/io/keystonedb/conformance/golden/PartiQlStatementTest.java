package io.keystonedb.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.partiql.ParsedStatement;
import io.keystonedb.internal.partiql.Statement;
import io.keystonedb.sdk.support.PartiQlStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What the SDK support says of a statement from its tokens is what the engine's parser says: of the
 * statements of the golden cases, and of random ones. Statements that the parser refuses don't
 * count.
 */
class PartiQlStatementTest {
  private static final int RANDOM_STATEMENTS = 20_000;
  private static final List<Value> PARAMETERS = Collections.nCopies(50, Value.string("p"));

  private static final List<String> NAMES =
      List.of("users", "$t_1", "Set2", "a.b", "by-age", "from", "x\"y", "it's", "--", "/*x*/", "é");
  private static final List<String> STRINGS =
      List.of("", "from a", "it's", "\"into b\"", "-- update c", "/* from d", "`from e`");
  private static final List<String> BLANKS =
      List.of(" ", "\n", " \t", "/* from x */", " -- into y\n", " /* ' \" */ ");

  private final long seed = Long.getLong("keystonedb.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void theGoldenCasesStatementsAreUnderstoodAlike() {
    long understood = goldenStatements().stream().filter(this::isUnderstoodAlike).count();

    assertThat(understood).isGreaterThan(100);
  }

  @Test
  void randomStatementsAreUnderstoodAlike() {
    int understood = 0;
    for (int i = 0; i < RANDOM_STATEMENTS; i++) {
      if (isUnderstoodAlike(statement())) {
        understood++;
      }
    }

    assertThat(understood).isGreaterThan(RANDOM_STATEMENTS / 2);
  }

  /** Compares; false if the text is no statement. */
  private boolean isUnderstoodAlike(String text) {
    Optional<Statement> statement = parse(text);
    statement.ifPresent(
        parsed -> {
          String as = "%s%nagain with -Dkeystonedb.seed=%d".formatted(text, seed);
          assertThat(PartiQlStatement.tables(text)).as(as).containsExactly(parsed.table());
          assertThat(PartiQlStatement.reads(text)).as(as).isEqualTo(parsed.reads());
        });
    return statement.isPresent();
  }

  private static Optional<Statement> parse(String text) {
    try {
      return Optional.of(ParsedStatement.parse(text).bind(PARAMETERS));
    } catch (KeystoneException e) {
      return Optional.empty();
    }
  }

  private static List<String> goldenStatements() {
    List<String> statements = new ArrayList<>();
    for (CaseFile file : CaseFile.readAll()) {
      for (GoldenCase golden : file.cases()) {
        golden.steps().forEach(step -> collect(step.request(), statements));
      }
    }
    return statements;
  }

  private static void collect(Object value, List<String> statements) {
    if (value instanceof List<?> list) {
      list.forEach(each -> collect(each, statements));
    } else if (value instanceof Map<?, ?> members) {
      members.forEach(
          (name, member) -> {
            if (name.equals("Statement") && member instanceof String text) {
              statements.add(text);
            } else {
              collect(member, statements);
            }
          });
    }
  }

  private String statement() {
    String end = oneOf(List.of("", ";", " ")) + blank();
    return blank()
        + switch (random.nextInt(6)) {
          case 0 -> select();
          case 1 -> words("INSERT", "INTO", name(), "VALUE", "{'id':" + value() + "}");
          case 2 -> words("UPDATE", name(), "SET", assignment(), "WHERE", condition());
          case 3 -> words("FROM", name(), "WHERE", condition(), "SET", assignment());
          case 4 -> words("DELETE", "FROM", name(), "WHERE", condition());
          default -> words("EXISTS", "(", select(), ")");
        }
        + end;
  }

  private String select() {
    String list = oneOf(List.of("*", name(), name() + "," + name() + "[0]." + name()));
    String source = oneOf(List.of(name(), name() + "." + name(), "@" + name(), "(" + name() + ")"));
    return words("SELECT", list, "FROM", source, "WHERE", condition());
  }

  private String condition() {
    return name() + oneOf(List.of(" = ", "<>", " IN ")) + "[" + value() + "," + value() + "]";
  }

  private String assignment() {
    return name() + blank() + "=" + blank() + value();
  }

  /** Words with blanks between them, in any case of letters if they are keywords. */
  private String words(String... words) {
    StringBuilder text = new StringBuilder();
    for (String word : words) {
      boolean isKeyword = word.chars().allMatch(Character::isUpperCase);
      text.append(isKeyword && random.nextBoolean() ? word.toLowerCase() : word);
      text.append(blank());
    }
    return text.toString();
  }

  private String blank() {
    return oneOf(BLANKS);
  }

  private String name() {
    String name = oneOf(NAMES);
    boolean isPlain = name.matches("[A-Za-z_$][A-Za-z_$0-9]*") && !name.equals("from");
    return isPlain && random.nextBoolean() ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private String value() {
    return random.nextInt(3) == 0 ? "?" : "'" + oneOf(STRINGS).replace("'", "''") + "'";
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
