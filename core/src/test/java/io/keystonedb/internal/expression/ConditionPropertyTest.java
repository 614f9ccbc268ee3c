package io.keystonedb.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.ValidationLayer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Random conditions against a second, naive evaluation: each is generated as a text together with a
 * predicate that was put together without parser, tree or evaluator.
 */
class ConditionPropertyTest {
  private static final int CASES = 5_000;
  private static final List<String> NAMES = List.of("a", "b", "c", "gone");

  private final long seed = Long.getLong("keystonedb.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Map<String, Value> values = new LinkedHashMap<>();

  private record Generated(String text, Predicate<Item> meaning) {}

  private record Term(String text, java.util.function.Function<Item, Value> meaning) {}

  @Test
  void conditionsMeanWhatANaiveEvaluationSays() {
    int compared = 0;
    for (int i = 0; i < CASES; i++) {
      values.clear();
      Generated generated = condition(4);
      Condition condition = bound(generated.text());
      if (condition == null) {
        continue;
      }
      compared++;
      for (int j = 0; j < 4; j++) {
        Item item = item();
        assertThat(condition.test(item))
            .as("-Dkeystonedb.seed=%d: %s with %s on %s", seed, generated.text(), values, item)
            .isEqualTo(generated.meaning().test(item));
      }
    }
    assertThat(compared).as("valid conditions, seed %d", seed).isGreaterThan(CASES / 4);
  }

  /** The condition, or null if the service would refuse it (such as {@code a = a}). */
  private Condition bound(String text) {
    try {
      return ExpressionParameters.builder(ValidationLayer.OLDER)
          .values(values.isEmpty() ? null : Decoded.of(Item.copyOf(values)))
          .condition(text)
          .build()
          .condition();
    } catch (KeystoneException e) {
      assertThat(e.getMessage())
          .as("-Dkeystonedb.seed=%d: %s", seed, text)
          .doesNotContain("Syntax error")
          .doesNotContain("redundant")
          .doesNotContain("defined");
      return null;
    }
  }

  private Generated condition(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0, 1 -> comparison();
      case 2 -> between();
      case 3 -> in();
      case 4 -> exists();
      case 5 -> search();
      case 6 -> {
        Generated part = condition(depth - 1);
        yield new Generated("NOT (" + part.text() + ")", part.meaning().negate());
      }
      case 7 -> {
        Generated left = condition(depth - 1);
        Generated right = condition(depth - 1);
        yield new Generated(
            "(" + left.text() + ") AND (" + right.text() + ")",
            left.meaning().and(right.meaning()));
      }
      default -> {
        Generated left = comparison();
        Generated middle = exists();
        Generated right = condition(depth - 1);
        yield new Generated(
            left.text() + " or " + middle.text() + " and (" + right.text() + ")",
            item ->
                left.meaning().test(item)
                    || (middle.meaning().test(item) && right.meaning().test(item)));
      }
    };
  }

  private Generated comparison() {
    Term left = term();
    Term right = term();
    String operator = List.of("=", "<>", "<", "<=", ">", ">=").get(random.nextInt(6));
    boolean ofSize = left.text().startsWith("size") || right.text().startsWith("size");
    return new Generated(
        left.text() + " " + operator + " " + right.text(),
        item -> {
          Value a = left.meaning().apply(item);
          Value b = right.meaning().apply(item);
          if (a == null || b == null) {
            boolean missingSize =
                (a == null && left.text().startsWith("size"))
                    || (b == null && right.text().startsWith("size"));
            return operator.equals("<>") && !(ofSize && missingSize);
          }
          return switch (operator) {
            case "=" -> same(a, b);
            case "<>" -> !same(a, b);
            case "<" -> ordered(a, b) && order(a, b) < 0;
            case "<=" -> ordered(a, b) && order(a, b) <= 0;
            case ">" -> ordered(a, b) && order(a, b) > 0;
            default -> ordered(a, b) && order(a, b) >= 0;
          };
        });
  }

  private Generated between() {
    Term operand = term();
    Term lower = term();
    Term upper = term();
    return new Generated(
        operand.text() + " BETWEEN " + lower.text() + " AND " + upper.text(),
        item -> {
          Value value = operand.meaning().apply(item);
          Value low = lower.meaning().apply(item);
          Value high = upper.meaning().apply(item);
          return value != null
              && low != null
              && high != null
              && ordered(low, value)
              && ordered(value, high)
              && order(low, value) <= 0
              && order(value, high) <= 0;
        });
  }

  private Generated in() {
    Term operand = term();
    Term one = term();
    Term two = term();
    return new Generated(
        operand.text() + " IN (" + one.text() + ", " + two.text() + ")",
        item -> {
          Value value = operand.meaning().apply(item);
          Value first = one.meaning().apply(item);
          Value second = two.meaning().apply(item);
          return value != null
              && ((first != null && same(value, first)) || (second != null && same(value, second)));
        });
  }

  private Generated exists() {
    String name = name();
    return random.nextBoolean()
        ? new Generated("attribute_exists(" + name + ")", item -> item.containsKey(name))
        : new Generated("attribute_not_exists(" + name + ")", item -> !item.containsKey(name));
  }

  private Generated search() {
    String name = name();
    Value value = value();
    String token = token(value);
    if (value instanceof Value.S prefix && random.nextBoolean()) {
      return new Generated(
          "begins_with(" + name + ", " + token + ")",
          item ->
              item.get(name) instanceof Value.S text && text.value().indexOf(prefix.value()) == 0);
    }
    return new Generated(
        "contains(" + name + ", " + token + ")",
        item -> {
          Value container = item.get(name);
          if (container instanceof Value.S text) {
            return value instanceof Value.S part && text.value().indexOf(part.value()) >= 0;
          }
          if (container instanceof Value.L list) {
            return list.values().stream().anyMatch(element -> same(element, value));
          }
          return container instanceof Value.SS set
              && value instanceof Value.S text
              && set.values().stream().anyMatch(text.value()::equals);
        });
  }

  private Term term() {
    String name = name();
    return switch (random.nextInt(5)) {
      case 0 -> new Term("size(" + name + ")", item -> sizeOf(item.get(name)));
      case 1, 2 -> new Term(name, item -> item.get(name));
      default -> {
        Value value = value();
        yield new Term(token(value), item -> value);
      }
    };
  }

  private String token(Value value) {
    String token = ":v" + values.size();
    values.put(token, value);
    return token;
  }

  private String name() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private Item item() {
    Item item = Item.empty();
    for (String name : NAMES.subList(0, 3)) {
      if (random.nextInt(5) > 0) {
        item = item.with(name, value());
      }
    }
    return item;
  }

  private Value value() {
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> Value.number(List.of("0", "1", "1.0", "2.5", "-3").get(random.nextInt(5)));
      case 3, 4, 5 -> Value.string(List.of("", "a", "ab", "b", "é").get(random.nextInt(5)));
      case 6 -> Value.list(Value.number(random.nextInt(2)), Value.string("a"));
      case 7 -> Value.bool(random.nextBoolean());
      default -> Value.stringSet("a", random.nextBoolean() ? "b" : "c");
    };
  }

  private static Value sizeOf(Value value) {
    if (value instanceof Value.S text) {
      return Value.number(text.value().length());
    }
    if (value instanceof Value.L list) {
      return Value.number(list.values().size());
    }
    return value instanceof Value.SS set ? Value.number(set.values().size()) : null;
  }

  private static boolean same(Value a, Value b) {
    if (a instanceof Value.N x && b instanceof Value.N y) {
      return new BigDecimal(x.text()).compareTo(new BigDecimal(y.text())) == 0;
    }
    if (a instanceof Value.L x && b instanceof Value.L y) {
      boolean same = x.values().size() == y.values().size();
      for (int i = 0; same && i < x.values().size(); i++) {
        same = same(x.values().get(i), y.values().get(i));
      }
      return same;
    }
    return a.getClass() == b.getClass() && a.equals(b);
  }

  private static boolean ordered(Value a, Value b) {
    return (a instanceof Value.N && b instanceof Value.N)
        || (a instanceof Value.S && b instanceof Value.S);
  }

  private static int order(Value a, Value b) {
    if (a instanceof Value.N x && b instanceof Value.N y) {
      return new BigDecimal(x.text()).compareTo(new BigDecimal(y.text()));
    }
    return Arrays.compareUnsigned(
        ((Value.S) a).value().getBytes(StandardCharsets.UTF_8),
        ((Value.S) b).value().getBytes(StandardCharsets.UTF_8));
  }
}
