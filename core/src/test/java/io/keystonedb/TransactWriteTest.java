package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransactWriteTest {
  private static final byte[] A = "a".getBytes(StandardCharsets.UTF_8);
  private static final Item NEW = Item.builder().string("v", "new").build();

  @RegisterExtension final Databases databases = new Databases();
  private Database db;

  @BeforeEach
  void fill() {
    db = databases.open(KeystoneClock.fixed(Instant.parse("2026-08-15T10:20:30Z")));
    db.put("a", Item.builder().string("v", "old").number("n", 1).build());
    db.put("b", Item.builder().string("v", "old").number("n", 1).build());
  }

  /** What "v" of an item is; null without the item. */
  private Value v(String key) {
    return db.get(key).map(item -> item.get("v")).orElse(null);
  }

  static Stream<Arguments> writes() {
    return Stream.of(
        write("put Key", "new", tx -> tx.put(Key.of("a"), NEW)),
        write("put String", "new", tx -> tx.put("a", NEW)),
        write("put byte[]", "new", tx -> tx.put(A, NEW)),
        write("update Key", "new", tx -> setV(tx.update(Key.of("a"), "SET v = :v"))),
        write("update String", "new", tx -> setV(tx.update("a", "SET v = :v"))),
        write("update byte[]", "new", tx -> setV(tx.update(A, "SET v = :v"))),
        write("delete Key", null, tx -> tx.delete(Key.of("a"))),
        write("delete String", null, tx -> tx.delete("a")),
        write("delete byte[]", null, tx -> tx.delete(A)));
  }

  private static Arguments write(
      String name, String expected, UnaryOperator<TransactWrite> action) {
    return Arguments.of(name, expected == null ? null : Value.string(expected), action);
  }

  private static TransactWrite setV(TransactWrite update) {
    return update.value(":v", Value.string("new"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writes")
  void eachFormOfAKeyNamesTheItemToWrite(
      String name, Value expected, UnaryOperator<TransactWrite> action) {
    action.apply(db.transactWrite()).execute();

    assertThat(v("a")).isEqualTo(expected);
    assertThat(v("b")).isEqualTo(Value.string("old"));
    assertThat(db.scan().count()).isEqualTo(expected == null ? 1 : 2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writes")
  void aConditionOfAnActionDecidesOnAll(
      String name, Value expected, UnaryOperator<TransactWrite> action) {
    TransactWrite writes = action.apply(db.transactWrite().delete("b"));
    writes.condition("n = :two").value(":two", Value.number(2));

    assertThatThrownBy(writes::execute)
        .isInstanceOfSatisfying(
            KeystoneException.class,
            e ->
                assertThat(e.cancellationReasons())
                    .extracting(CancellationReason::code)
                    .containsExactly("None", "ConditionalCheckFailed"));
    assertThat(v("a")).isEqualTo(Value.string("old"));
    assertThat(v("b")).isEqualTo(Value.string("old"));
  }

  static Stream<Arguments> checks() {
    return Stream.of(
        Arguments.of("Key", check((tx, condition) -> tx.conditionCheck(Key.of("a"), condition))),
        Arguments.of("String", check((tx, condition) -> tx.conditionCheck("a", condition))),
        Arguments.of("byte[]", check((tx, condition) -> tx.conditionCheck(A, condition))));
  }

  private static BiFunction<TransactWrite, String, TransactWrite> check(
      BiFunction<TransactWrite, String, TransactWrite> check) {
    return check;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("checks")
  void aConditionCheckLeavesItsItemAloneAndDecidesOnTheOthers(
      String name, BiFunction<TransactWrite, String, TransactWrite> check) {
    Item before = db.get("a").orElseThrow();

    check.apply(db.transactWrite(), "attribute_exists(v)").put("c", NEW).execute();
    TransactWrite failing = check.apply(db.transactWrite().put("d", NEW), "attribute_exists(w)");

    assertThatThrownBy(failing::execute)
        .isInstanceOfSatisfying(
            KeystoneException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.TRANSACTION_CANCELED);
              assertThat(e.cancellationReasons().get(1).code()).isEqualTo("ConditionalCheckFailed");
              assertThat(e.cancellationReasons().get(1).item()).isEqualTo(before);
            });
    assertThat(db.get("a")).contains(before);
    assertThat(db.get("c")).isPresent();
    assertThat(db.get("d")).isEmpty();
  }

  @Test
  void namesAndValuesBelongToTheActionBeforeThem() {
    db.transactWrite()
        .update("a", "SET #x = :x")
        .name("#x", "v")
        .value(":x", Value.string("for a"))
        .update("b", "SET #x = :x")
        .name("#x", "w")
        .value(":x", Value.string("for b"))
        .execute();

    assertThat(v("a")).isEqualTo(Value.string("for a"));
    assertThat(v("b")).isEqualTo(Value.string("old"));
    assertThat(db.get("b").orElseThrow()).containsEntry("w", Value.string("for b"));
  }

  @Test
  void aConditionWantsAnActionBeforeIt() {
    assertThatThrownBy(() -> db.transactWrite().condition("attribute_exists(v)"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("name an action first: put, update, delete, conditionCheck");
  }

  @Test
  void aRepetitionWithTheSameTokenDoesNothingForTenMinutes() {
    increment("token");
    increment("token");
    assertThat(n()).isEqualTo(Value.number(2));

    increment("another token");
    assertThat(n()).isEqualTo(Value.number(3));

    db.clock().advance(Duration.ofMinutes(11));
    increment("token");
    assertThat(n()).isEqualTo(Value.number(4));
  }

  @Test
  void withoutATokenARepetitionWritesAgain() {
    increment(null);
    increment(null);

    assertThat(n()).isEqualTo(Value.number(3));
  }

  private Value n() {
    return db.get("a").orElseThrow().get("n");
  }

  private void increment(String token) {
    TransactWrite writes =
        db.transactWrite().update("a", "ADD n :one").value(":one", Value.number(1));
    if (token != null) {
      writes.clientRequestToken(token);
    }
    writes.execute();
  }

  @Test
  void aTransactionMayBeExecutedAgain() {
    TransactWrite increment =
        db.transactWrite().update("a", "ADD n :one").value(":one", Value.number(1));

    increment.execute();
    increment.value(":one", Value.number(10)).execute();

    assertThat(n()).isEqualTo(Value.number(12));
  }

  @Test
  void aRepetitionIsRecognizedWhicheverWayItComes() {
    increment("token");

    new JsonClient(db)
        .ok(
            "TransactWriteItems",
            "{'ClientRequestToken':'token','TransactItems':[{'Update':{'TableName':'default',"
                + "'Key':{'pk':{'B':'YQ=='}},'UpdateExpression':'ADD n :one',"
                + "'ExpressionAttributeValues':{':one':{'N':'1'}},"
                + "'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}}]}");

    assertThat(n()).isEqualTo(Value.number(2));
  }

  @Test
  void aTokenBelongsToTheKeysOfItsTransaction() {
    db.transactWrite().delete("a").clientRequestToken("token").execute();

    assertThatThrownBy(() -> db.transactWrite().delete("b").clientRequestToken("token").execute())
        .isInstanceOfSatisfying(
            KeystoneException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH));
  }
}
