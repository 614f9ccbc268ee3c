package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.testing.Databases;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BatchWriteTest {
  private static final byte[] A = "a".getBytes(StandardCharsets.UTF_8);

  @RegisterExtension final Databases databases = new Databases();
  private Database db;

  @BeforeEach
  void fill() {
    db = databases.open();
    db.put("a", item("old"));
    db.put("b", item("old"));
  }

  private static Item item(String v) {
    return Item.builder().string("v", v).build();
  }

  private static Item stored(String key, String v) {
    return item(v).with("pk", Value.binary(key.getBytes(StandardCharsets.UTF_8)));
  }

  static Stream<Arguments> writes() {
    return Stream.of(
        write("put Key", "new", batch -> batch.put(Key.of("a"), item("new"))),
        write("put String", "new", batch -> batch.put("a", item("new"))),
        write("put byte[]", "new", batch -> batch.put(A, item("new"))),
        write("delete Key", null, batch -> batch.delete(Key.of("a"))),
        write("delete String", null, batch -> batch.delete("a")),
        write("delete byte[]", null, batch -> batch.delete(A)));
  }

  private static Arguments write(String name, String v, UnaryOperator<BatchWrite> write) {
    return Arguments.of(name, Optional.ofNullable(v).map(value -> stored("a", value)), write);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writes")
  void eachFormOfAKeyNamesTheItemToWrite(
      String name, Optional<Item> expected, UnaryOperator<BatchWrite> write) {
    write.apply(db.batchWrite().put("c", item("new"))).execute();

    assertThat(db.get("a")).isEqualTo(expected);
    assertThat(db.get("b")).contains(stored("b", "old"));
    assertThat(db.get("c")).contains(stored("c", "new"));
    assertThat(db.scan().count()).isEqualTo(expected.isPresent() ? 3 : 2);
  }

  @Test
  void aBatchMayWriteAnItemAgainBehindTheFirst25() {
    BatchWrite batch = db.batchWrite().put("a", item("first"));
    for (int i = 0; i < 24; i++) {
      batch.put("other" + i, item("x"));
    }
    batch.delete("a").execute();

    assertThat(db.get("a")).isEmpty();
    assertThat(db.scan().count()).isEqualTo(25);
  }

  @Test
  void aBatchMayBeExecutedAgain() {
    BatchWrite batch = db.batchWrite().put("c", item("new"));
    batch.execute();
    db.delete("c");

    batch.delete("a").execute();

    assertThat(db.get("a")).isEmpty();
    assertThat(db.get("c")).contains(stored("c", "new"));
  }
}
