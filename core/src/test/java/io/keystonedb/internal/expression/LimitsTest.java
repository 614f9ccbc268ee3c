package io.keystonedb.internal.expression;

import static io.keystonedb.internal.expression.Requests.condition;
import static io.keystonedb.internal.expression.Requests.errorOf;
import static io.keystonedb.internal.expression.Requests.projection;
import static io.keystonedb.internal.expression.Requests.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

  @Test
  void anExpressionHas4096BytesOfUtf8() {
    String fits = "a = :v" + " ".repeat(4090);

    assertThat(condition(fits, ":v", 1)).isNotNull();
    assertThat(errorOf(() -> condition(fits + " ", ":v", 1)))
        .isEqualTo(
            "Invalid ConditionExpression: Expression size has exceeded the maximum allowed size;"
                + " expression size: 4097");
    assertThat(errorOf(() -> condition("é".repeat(2049)))).endsWith("expression size: 4098");
  }

  @Test
  void updatesAndProjectionsThatAreTooLongDoNotSayHowLongTheyAre() {
    String text = "Expression size has exceeded the maximum allowed size;";

    assertThat(errorOf(() -> update("SET a = :v" + " ".repeat(4087), ":v", 1)))
        .isEqualTo("Invalid UpdateExpression: " + text);
    assertThat(errorOf(() -> projection("a".repeat(4097))))
        .isEqualTo("Invalid ProjectionExpression: " + text);
  }

  @Test
  void aPlaceholderHas255Bytes() {
    String fits = "#" + "a".repeat(254);

    assertThat(condition("attribute_exists(" + fits + ")", fits, "a")).isNotNull();
    assertThat(errorOf(() -> condition("attribute_exists(a)", fits + "a", "a")))
        .isEqualTo(
            "ExpressionAttributeNames contains invalid key: The expression attribute map contains a"
                + " key that is too long; size of key: 256");
  }

  @Test
  void aNameHas65535Bytes() {
    String fits = "a".repeat(65_535);

    assertThat(condition("attribute_exists(#a)", "#a", fits)).isNotNull();
    assertThat(errorOf(() -> condition("attribute_exists(#a)", "#a", fits + "a")))
        .isEqualTo(
            "ExpressionAttributeNames contains invalid value: Attribute name is too large, must be"
                + " less than 65536 bytes for key #a");
    assertThat(errorOf(() -> condition("a = #a", "#a", "é".repeat(32_768)))).contains("too large");
  }

  @Test
  void namesAndValuesHave2MegabytesEachAndTogether() {
    Object[] names = new Object[64];
    Object[] values = new Object[64];
    for (int i = 0; i < 32; i++) {
      names[2 * i] = "#n" + (i + 10);
      names[2 * i + 1] = "n".repeat(65_535);
      values[2 * i] = ":v" + (i + 10);
      values[2 * i + 1] = "v".repeat(65_532);
    }

    assertThat(errorOf(() -> condition("a = b", names)))
        .isEqualTo("ExpressionAttributeNames exceeds max size");
    assertThat(condition(allOf(values), values)).isNotNull();
    values[1] = "v".repeat(65_533);
    assertThat(errorOf(() -> condition("a = b", values)))
        .isEqualTo("ExpressionAttributeValues exceeds max size");
    assertThat(errorOf(() -> condition("a = b", ":v", "v".repeat(1 << 20), "#n", "n", "#m", "m")))
        .contains("unused");
    Object[] both = Arrays.copyOf(names, 62);
    both[60] = ":v";
    both[61] = "v".repeat(1 << 20);
    assertThat(errorOf(() -> condition("a = b", both)))
        .isEqualTo(
            "Combined size of ExpressionAttributeNames and ExpressionAttributeValues exceeds max"
                + " size");
  }

  private static String allOf(Object[] values) {
    StringBuilder text = new StringBuilder("a IN (").append(values[0]);
    for (int i = 2; i < values.length; i += 2) {
      text.append(',').append(values[i]);
    }
    return text.append(')').toString();
  }

  @Test
  void aDocumentAmongTheValuesIsNoLargerThanAnItem() {
    Value fits = Value.list(Value.string("x".repeat(409_599)), Value.string("y"));
    Value tooLarge = Value.map(Map.of("z", fits));

    assertThat(condition("a = :v", ":v", fits)).isNotNull();
    assertThat(condition("a = :v", ":v", Value.string("x".repeat(409_601)))).isNotNull();
    assertThat(errorOf(() -> condition("a = :v", ":v", tooLarge)))
        .isEqualTo(
            "ExpressionAttributeValues contains invalid value: Item size has exceeded the maximum"
                + " allowed size for key :v");
  }

  @Test
  void anExpressionHas300OperatorsAndFunctions() {
    String fits = "a=:v" + " OR a=:v".repeat(149);

    assertThat(condition("NOT " + fits, ":v", 1)).isNotNull();
    assertThat(errorOf(() -> condition("NOT NOT " + fits, ":v", 1)))
        .isEqualTo(
            "Invalid ConditionExpression: The expression contains too many operators; operator"
                + " count: 301");
    assertThat(errorOf(() -> update("SET a=:v+:v" + additions(300), ":v", 1)))
        .isEqualTo(
            "Invalid UpdateExpression: The expression contains too many operators; operator count:"
                + " 301");
  }

  @Test
  void operatorsAreCountedUpToTheFirstTooManyAndAfterOperandsAreLookedAt() {
    String tooMany = "a=:v" + " OR a=:v".repeat(200);

    assertThat(errorOf(() -> condition(tooMany, ":v", 1))).endsWith("operator count: 301");
    assertThat(errorOf(() -> condition(tooMany + " OR #z = :v", ":v", 1)))
        .endsWith("attribute name: #z");
    assertThat(errorOf(() -> condition(tooMany + " OR attribute_exists(:v)", ":v", 1)))
        .contains("requires a document path");
  }

  private static String additions(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(",a").append(i).append("=:v+:v");
    }
    return text.toString();
  }

  @Test
  void inHas100Operands() {
    String hundred = "a IN (" + ":v,".repeat(99) + ":v";

    assertThat(condition(hundred + ")", ":v", 1)).isNotNull();
    assertThat(errorOf(() -> condition(hundred + ",:v)", ":v", 1)))
        .isEqualTo(
            "Invalid ConditionExpression: The IN operator is provided with too many operands;"
                + " number of operands: 101");
  }

  @Test
  void aPathHas32Elements() {
    String fits = "a" + ".b".repeat(30) + "[0]";

    assertThat(projection(fits).apply(Item.empty())).isEmpty();
    assertThat(errorOf(() -> projection(fits + ".c")))
        .isEqualTo(
            "Invalid ProjectionExpression: The document path has too many nesting levels; nesting"
                + " levels: 33");
  }

  @Test
  void aListIndexFitsAnInteger() {
    assertThat(projection("a[2147483647]").apply(Item.empty())).isEmpty();
    assertThat(errorOf(() -> projection("a[2147483648]")))
        .isEqualTo(
            "Invalid ProjectionExpression: List index is not within the allowable range; index:"
                + " [2147483648]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "NOT ", "size(", "NOT(", "a(", "((a)=:v AND ", "(a=:v AND (", "a.", "a["})
  void thousandsOfNestedPartsNeverOverflowTheStack(String part) throws InterruptedException {
    String open = part.repeat(4000 / part.length());
    String balanced =
        part.repeat(1000 / part.length() + 1) + "a=:v" + ")".repeat(1000 / part.length() + 1);

    for (String text : List.of(open, balanced)) {
      Throwable thrown = onSmallStack(() -> condition(text, ":v", 1));
      // Some of the balanced texts are valid.
      assertThat(thrown == null || thrown instanceof KeystoneException).as("%s", thrown).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "if_not_exists(a,", "list_append(", "(a+"})
  void thousandsOfNestedValuesNeverOverflowTheStack(String part) throws InterruptedException {
    String text = "SET a=" + part.repeat(4000 / part.length());

    assertThat(onSmallStack(() -> update(text))).isInstanceOf(KeystoneException.class);
  }

  @Test
  void theDeepestValidTreeIsParsedBoundAndTestedOnASmallStack() throws InterruptedException {
    String text = "NOT(".repeat(299) + "a=:v" + ")".repeat(299);
    List<Boolean> result = new ArrayList<>();

    assertThat(
            onSmallStack(
                () -> {
                  Condition condition = condition(text, ":v", 1);
                  condition.paths();
                  result.add(condition.test(Item.empty()));
                }))
        .isNull();
    assertThat(result).containsExactly(true);
  }

  @Test
  void theCacheIsBounded() {
    TextCache<String> cache = new TextCache<>(16, text -> "parsed " + text);

    for (int i = 0; i < 1000; i++) {
      assertThat(cache.get("text " + i)).isEqualTo("parsed text " + i);
      assertThat(cache.size()).isLessThanOrEqualTo(16);
    }
    assertThat(cache.get("text 999")).isSameAs(cache.get("text 999"));
  }

  private static Throwable onSmallStack(Runnable task) throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                task.run();
              } catch (Throwable e) {
                thrown.set(e);
              }
            },
            "small stack",
            512 * 1024);
    thread.start();
    thread.join();
    return thrown.get();
  }
}
