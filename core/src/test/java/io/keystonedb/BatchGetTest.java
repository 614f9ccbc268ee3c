package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.testing.Databases;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BatchGetTest {
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
        get("Key", batch -> batch.get(Key.of("a"))),
        get("String", batch -> batch.get("a")),
        get("byte[]", batch -> batch.get(A)));
  }

  private static Arguments get(String name, UnaryOperator<BatchGet> get) {
    return Arguments.of(name, get);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("gets")
  void eachFormOfAKeyNamesTheItemToRead(String name, UnaryOperator<BatchGet> get) {
    assertThat(get.apply(db.batchGet().get("none")).execute()).containsExactly(stored("a"));
  }

  @Test
  void aBatchMayBeExecutedAgain() {
    BatchGet batch = db.batchGet().get("a");

    assertThat(batch.execute()).containsExactly(stored("a"));
    assertThat(batch.get("b").execute()).containsExactly(stored("a"), stored("b"));
  }

  @Test
  void aKeyMustNotBeNamedTwiceInAnyForm() {
    String duplicates = "Provided list of item keys contains duplicates";

    assertThatThrownBy(() -> db.batchGet().get("a").get("a").execute()).hasMessage(duplicates);
    assertThatThrownBy(() -> db.batchGet().get("a").get(A).execute()).hasMessage(duplicates);
  }

  @Test
  void aTableMayBeNamedByItsArn() {
    Table table = db.table("arn:aws:dynamodb:us-east-1:000000000000:table/default");

    assertThat(table.batchGet().get("a").execute()).containsExactly(stored("a"));
  }
}
