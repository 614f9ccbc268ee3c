package io.keystonedb.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What cannot be meant is refused at once, and said in words that help. */
class WrongConfigurationTest {
  private static final DynamoDbClient ONE = KeystoneDynamoDbClient.create(Database.inMemory());
  private static final DynamoDbClient OTHER = KeystoneDynamoDbClient.create(Database.inMemory());

  @TestFactory
  Stream<DynamicTest> isRefused() {
    return Stream.of(
        wrong(
            () -> DualWriteDynamoDbClient.builder(ONE, ONE),
            "The primary and the shadow are the same client"),
        wrong(() -> DualWriteDynamoDbClient.builder(null, OTHER), "primary"),
        wrong(() -> DualWriteDynamoDbClient.builder(ONE, null), "shadow"),
        client(
            builder -> builder.mode(OperationClass.OTHER, Mode.LATER),
            "Operations of class OTHER concern the primary alone; they have no mode"),
        client(
            builder -> builder.mode("getItem", Mode.LATER),
            "There is no operation \"getItem\" in the SDK in use"),
        client(builder -> builder.sample(1.5), "The sample is a share from 0 to 1, not 1.5"),
        client(builder -> builder.sample(Double.NaN), "The sample is a share from 0 to 1, not NaN"),
        client(
            builder -> builder.sample("Query", -0.1),
            "The sample of Query is a share from 0 to 1, not -0.1"),
        client(
            builder -> builder.settle(0, Duration.ZERO),
            "Settling takes at least one attempt, not 0"),
        client(
            builder -> builder.settle(1, Duration.ofSeconds(-1)),
            "The delay of settling is negative: PT-1S"),
        client(
            builder -> builder.queueCapacity(0), "The capacity of the queue is at least 1, not 0"),
        client(
            builder -> builder.shadowThreads(0),
            "The number of shadow threads is at least 1, not 0"),
        client(
            builder -> builder.shadowThreads(5000),
            "The number of shadow threads is at most 1024, not 5000"),
        client(
            builder -> builder.shadowTimeout(Duration.ZERO),
            "The timeout of the shadow is not positive: PT0S"),
        client(
            builder -> builder.backoff(Duration.ZERO, Duration.ofSeconds(1)),
            "The first backoff is not positive: PT0S"),
        client(
            builder -> builder.backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)),
            "The longest backoff, PT1S, is shorter than the first, PT2S"),
        client(
            builder -> builder.keep(0), "The number of discrepancies to keep is at least 1, not 0"),
        rules(rules -> rules.ignore(""), "A path is empty"),
        rules(
            rules -> rules.ignore("**"),
            "Ignoring \"**\" would ignore every difference; name what may differ"),
        rules(rules -> rules.ignore("a..b"), "The path \"a..b\" has an empty name"),
        rules(
            rules -> rules.unorderedList("a[x]"),
            "The path \"a[x]\" has a position that is neither a number nor [*]"),
        rules(
            rules -> rules.time("at", Duration.ofSeconds(-1)),
            "The tolerance of \"at\" is negative: PT-1S"),
        rules(
            rules -> rules.renameTable("a", "x").renameTable("a", "y"),
            "The table \"a\" is renamed twice, to \"x\" and to \"y\""),
        rules(
            rules -> rules.renameTable("a", "x").renameTable("b", "x"),
            "Two names are renamed to the same table \"x\""),
        rules(
            rules -> rules.renameAttribute("t", "", "x"),
            "The name of an attribute of table t is empty"),
        wrong(() -> Comparison.of(ONE, OTHER).tables(), "Name at least one table"),
        wrong(
            () -> Comparison.of(ONE, OTHER).keep(0),
            "The number of discrepancies to keep is at least 1, not 0"),
        wrong(
            () -> Comparison.of(ONE, OTHER).itemsInMemory(0, null),
            "The number of items in memory is at least 1, not 0"),
        wrong(
            () -> Comparison.of(ONE, OTHER).settle(0, Duration.ZERO),
            "Settling takes at least one attempt and no negative delay, not 0 and PT0S"));
  }

  private static DynamicTest client(
      UnaryOperator<DualWriteBuilder<DualWriteDynamoDbClient>> options, String message) {
    return wrong(() -> options.apply(DualWriteDynamoDbClient.builder(ONE, OTHER)), message);
  }

  private static DynamicTest rules(UnaryOperator<ComparisonRules.Builder> options, String message) {
    return wrong(() -> options.apply(ComparisonRules.builder()), message);
  }

  private static DynamicTest wrong(ThrowingCallable configuration, String message) {
    return DynamicTest.dynamicTest(
        message,
        () ->
            assertThat(catchThrowable(configuration))
                .isInstanceOfAny(IllegalArgumentException.class, NullPointerException.class)
                .hasMessage(message));
  }

  @Test
  void aTableThatNeitherSideHasIsAnError() {
    assertThat(catchThrowable(() -> Comparison.of(ONE, OTHER).tables("nowhere").run()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Neither side has a table \"nowhere\"");
  }
}
