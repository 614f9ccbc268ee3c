package io.keystonedb.internal.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Scan;
import io.keystonedb.TableSchema;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import io.keystonedb.testing.RandomCases;
import io.keystonedb.testing.TestStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A condition written as an expression and as PartiQL selects the same items. */
class StatementRoundTripTest {
  private static final int CONDITIONS = 3_000;
  private static final List<String> NAMES = List.of("a", "b", "c", "gone");

  /** One condition in both languages, with its values in the order of their places. */
  private record Condition(String expression, String partiql) {}

  private final Database database = Database.on(TestStore.open());
  private final List<Value> values = new ArrayList<>();
  private Random random;

  @Test
  void bothLanguagesSelectTheSameItems() {
    database.createTable("items", TableSchema.create().partitionKey("id", ValueType.S));
    random = new Random(1);
    for (int i = 0; i < 60; i++) {
      database.table("items").put(item("k" + i % 30));
    }
    Set<Integer> counts = new HashSet<>();
    RandomCases.check(CONDITIONS, cases -> counts.add(compare(cases)));
    assertThat(counts).as("numbers of items selected").hasSizeGreaterThan(10);
  }

  private int compare(Random cases) {
    random = cases;
    values.clear();
    Condition condition = condition(3);
    Object byExpression = scan(condition);
    Object byStatement = select(condition);
    assertThat(byStatement).as("%s with %s", condition, values).isEqualTo(byExpression);
    return byExpression instanceof Set<?> items ? items.size() : -1;
  }

  private Object scan(Condition condition) {
    Scan scan = Scan.create().filter(condition.expression());
    for (int i = 0; i < values.size(); i++) {
      scan = scan.value(":v" + i, values.get(i));
    }
    try {
      return new HashSet<>(database.table("items").scan(scan).items());
    } catch (KeystoneException e) {
      return e.getMessage().replace("Invalid FilterExpression: ", "");
    }
  }

  private Object select(Condition condition) {
    try {
      return new HashSet<>(
          database
              .executeStatement(
                  "SELECT * FROM items WHERE " + condition.partiql(), values.toArray(Value[]::new))
              .items());
    } catch (KeystoneException e) {
      return e.getMessage();
    }
  }

  private Condition condition(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 7)) {
      case 0, 1 -> {
        Condition left = operand();
        String operator = List.of("=", "<>", "<", "<=", ">", ">=").get(random.nextInt(6));
        yield join(left, " " + operator + " ", operand());
      }
      case 2 -> join(join(path(), " BETWEEN ", operand()), " AND ", operand());
      case 3 -> {
        Condition in = path();
        Condition one = operand();
        Condition two = operand();
        yield new Condition(
            in.expression() + " IN (" + one.expression() + ", " + two.expression() + ")",
            in.partiql() + " IN [" + one.partiql() + ", " + two.partiql() + "]");
      }
      case 4 -> {
        String name = name();
        yield random.nextBoolean()
            ? new Condition("attribute_exists(" + name + ")", name + " IS NOT MISSING")
            : new Condition("attribute_not_exists(" + name + ")", name + " IS MISSING");
      }
      case 5 -> function(random.nextBoolean() ? "contains" : "begins_with");
      case 6 -> {
        String name = name();
        yield new Condition(
            "attribute_type(" + name + ", " + value(Value.string("NULL")).expression() + ")",
            "attribute_type(" + name + ", ?)");
      }
      case 7 -> {
        Condition part = condition(depth - 1);
        yield new Condition("NOT (" + part.expression() + ")", "NOT (" + part.partiql() + ")");
      }
      default -> {
        Condition left = condition(depth - 1);
        String operator = random.nextBoolean() ? ") AND (" : ") OR (";
        Condition both = join(left, operator, condition(depth - 1));
        yield new Condition("(" + both.expression() + ")", "(" + both.partiql() + ")");
      }
    };
  }

  private Condition function(String name) {
    Condition arguments = join(path(), ", ", value(value()));
    return new Condition(
        name + "(" + arguments.expression() + ")", name + "(" + arguments.partiql() + ")");
  }

  private static Condition join(Condition left, String between, Condition right) {
    return new Condition(
        left.expression() + between + right.expression(),
        left.partiql() + between + right.partiql());
  }

  private Condition operand() {
    return switch (random.nextInt(4)) {
      case 0 -> path();
      case 1 -> {
        Condition path = path();
        yield new Condition("size(" + path.expression() + ")", "size(" + path.partiql() + ")");
      }
      default -> value(value());
    };
  }

  private Condition path() {
    String path = name() + List.of("", "", "", ".k", "[0]").get(random.nextInt(5));
    return new Condition(path, path);
  }

  private Condition value(Value value) {
    values.add(value);
    return new Condition(":v" + (values.size() - 1), "?");
  }

  private String name() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private Item item(String id) {
    Item item = Item.builder().string("id", id).build();
    for (String name : NAMES.subList(0, 3)) {
      if (random.nextInt(5) > 0) {
        item = item.with(name, value());
      }
    }
    return item;
  }

  private Value value() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> Value.number(random.nextInt(4));
      case 2, 3 -> Value.string(List.of("", "k", "k1", "k2", "x").get(random.nextInt(5)));
      case 4 -> Value.list(Value.number(random.nextInt(2)));
      case 5 -> Value.map(Item.builder().number("k", random.nextInt(2)).build());
      case 6 -> random.nextBoolean() ? Value.nul() : Value.bool(true);
      default -> Value.stringSet("a", "k" + random.nextInt(2));
    };
  }
}
