package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.testing.Databases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransactGetTest {
  private static final byte[] A = "a".getBytes(StandardCharsets.UTF_8);

  @RegisterExtension final Databases databases = new Databases();
  private Database db;

  @BeforeEach
  void fill() {
    db = databases.open();
    db.put("a", Item.builder().string("v", "of a").build());
    db.put("b", Item.builder().string("v", "of b").build());
  }

  private static Item stored(String key) {
    return Item.builder()
        .binary("pk", key.getBytes(StandardCharsets.UTF_8))
        .string("v", "of " + key)
        .build();
  }

  static Stream<Arguments> gets() {
    return Stream.of(
        get("Key", tx -> tx.get(Key.of("a"))),
        get("String", tx -> tx.get("a")),
        get("byte[]", tx -> tx.get(A)));
  }

  private static Arguments get(String name, UnaryOperator<TransactGet> get) {
    return Arguments.of(name, get);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("gets")
  void eachFormOfAKeyNamesTheItemToReadInItsPlace(String name, UnaryOperator<TransactGet> get) {
    List<Optional<Item>> items = get.apply(db.transactGet().get("b").get("none")).execute();

    assertThat(items)
        .containsExactly(Optional.of(stored("b")), Optional.empty(), Optional.of(stored("a")));
  }

  @Test
  void aTransactionMayBeExecutedAgain() {
    TransactGet transaction = db.transactGet().get("a");

    assertThat(transaction.execute()).containsExactly(Optional.of(stored("a")));
    assertThat(transaction.get("none").execute())
        .containsExactly(Optional.of(stored("a")), Optional.empty());
  }
}
