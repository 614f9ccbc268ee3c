package io.keystonedb.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.keystonedb.ErrorCode;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.ValidationLayer;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mutated texts of all kinds: whatever comes in, only validation errors come out. */
class ExpressionFuzzTest {
  private static final int MUTATIONS = 20_000;
  private static final List<String> TEXTS =
      List.of(
          "#a = :n AND (b.c[0] < :n OR NOT begins_with(d, :s))",
          "a BETWEEN :n AND :n AND size(b) IN (:n, c, #b)",
          "attribute_exists(a) OR attribute_type(b[1].c, :s) AND contains(#a, :s)",
          "SET a = if_not_exists(b, :n) + :n, c[1] = list_append(:l, l) REMOVE d.e ADD #a :n",
          "DELETE x :ss SET m.k = (n - :n), l[9] = :s ADD #b :n REMOVE l[0], l[1]",
          "a, b.c[0].d, #a[12], #b.c",
          "pk = :s AND sk BETWEEN :s AND :s",
          "pk = :s AND (begins_with(sk, :s))");
  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "[",
          "]",
          ",",
          ".",
          "=",
          "<",
          ">",
          "<>",
          "+",
          "-",
          " ",
          ":n",
          ":s",
          ":l",
          ":ss",
          "#a",
          "#b",
          "#",
          ":",
          "NOT ",
          " AND ",
          " OR ",
          "SET ",
          "REMOVE ",
          "size(",
          "0",
          "99999999999",
          "a",
          "name",
          "_",
          "\u00e9",
          "\ud83d\ude00",
          "\ud83d",
          "\u0000",
          "'",
          "if_not_exists(",
          "!");
  private static final Map<String, String> NAMES = Map.of("#a", "alpha", "#b", "m");
  private static final Item VALUES =
      Item.builder()
          .number(":n", 1)
          .string(":s", "S")
          .list(":l", Value.number(1))
          .stringSet(":ss", "a")
          .build();
  private static final Item ITEM =
      Item.builder()
          .number("alpha", 5)
          .list("l", Value.number(1), Value.map(Map.of("a", Value.number(2))))
          .map("m", Map.of("k", Value.number(1)))
          .number("n", 3)
          .stringSet("x", "a", "b")
          .build();
  private static final KeyAttributes KEY =
      new KeyAttributes(
          List.of(new KeyAttribute("pk", ValueType.S)),
          List.of(new KeyAttribute("sk", ValueType.S)));

  private final long seed = Long.getLong("keystonedb.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void onlyValidationErrorsComeOut() {
    int bound = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String text = mutated(TEXTS.get(random.nextInt(TEXTS.size())));
      for (ExpressionKind kind : ExpressionKind.values()) {
        bound += survives(kind, text) ? 1 : 0;
      }
    }
    assertThat(bound).as("expressions that were still valid, seed %d", seed).isPositive();
  }

  private boolean survives(ExpressionKind kind, String text) {
    try {
      Substitutions substitutions =
          new Substitutions(ValidationLayer.OLDER, NAMES, Decoded.of(VALUES));
      substitutions.checkMaps();
      ExpressionBinding binding = new ExpressionBinding(ValidationLayer.OLDER, substitutions);
      binding.bind(kind, text);
      use(binding.parameters());
      return true;
    } catch (KeystoneException e) {
      assertThat(e.code())
          .as("-Dkeystonedb.seed=%d: %s", seed, text)
          .isEqualTo(ErrorCode.VALIDATION);
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      return fail("-Dkeystonedb.seed=" + seed + ": " + kind + " " + text, e);
    }
  }

  private static void use(ExpressionParameters parameters) {
    if (parameters.condition() != null) {
      parameters.condition().test(ITEM);
      parameters.condition().paths();
    }
    if (parameters.projection() != null) {
      parameters.projection().apply(ITEM);
    }
    if (parameters.keyConditions() != null) {
      parameters.keyConditions().resolve(KEY, (attribute, value) -> {});
    }
    if (parameters.update() != null) {
      UpdateCharge.of(parameters.update());
      parameters.update().addressed(ITEM);
      parameters.update().addressed(parameters.update().apply(ITEM));
    }
  }

  private String mutated(String text) {
    StringBuilder result = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(result.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> result.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> result.delete(at, Math.min(result.length(), at + 1 + random.nextInt(4)));
        case 2 -> {
          int end = Math.min(result.length(), at + 1 + random.nextInt(12));
          result.insert(random.nextInt(result.length() + 1), result.substring(at, end));
        }
        default -> result.setLength(at);
      }
    }
    return result.toString();
  }
}
