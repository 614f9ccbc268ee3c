package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.testing.Databases;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyTest {
  private static final byte[] ONE = {1, (byte) 0x80};
  private static final byte[] TWO = {2};

  @RegisterExtension final Databases databases = new Databases();

  static Stream<Arguments> keys() {
    return Stream.of(
        Arguments.of(Key.of("a"), new Key(Value.string("a"), null)),
        Arguments.of(Key.of(ONE), new Key(Value.binary(ONE), null)),
        Arguments.of(Key.of(Value.number(7)), new Key(Value.number(7), null)),
        Arguments.of(Key.of("a", "b"), new Key(Value.string("a"), Value.string("b"))),
        Arguments.of(Key.of(ONE, TWO), new Key(Value.binary(ONE), Value.binary(TWO))),
        Arguments.of(
            Key.of(Value.number(7), Value.binary(TWO)),
            new Key(Value.number(7), Value.binary(TWO))));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aKeyHasTheTypesOfWhatItWasMadeFrom(Key key, Key expected) {
    assertThat(key).isEqualTo(expected);
  }

  @Test
  void aKeyDoesNotShowLaterChangesOfItsBytes() {
    byte[] bytes = {1};
    Key key = Key.of(bytes);

    bytes[0] = 2;

    assertThat(key).isEqualTo(Key.of(new byte[] {1}));
  }

  @Test
  void aStringStandsForItsBytesOnlyWhereTheKeyIsBinary() {
    Database db = databases.open();
    Table texts = db.createTable("texts", TableSchema.create().partitionKey("id"));

    db.put("é", Item.empty());
    texts.put("é", Item.empty());

    assertThat(db.get(new byte[] {(byte) 0xC3, (byte) 0xA9})).isPresent();
    assertThat(texts.get("é").orElseThrow()).containsEntry("id", Value.string("é"));
    assertThatThrownBy(() -> texts.get(new byte[] {(byte) 0xC3, (byte) 0xA9}))
        .isInstanceOf(KeystoneException.class)
        .hasMessage("The provided key element does not match the schema");
  }

  @Test
  void aSortKeyIsRefusedByATableWithoutOne() {
    Table users = databases.open().createTable("users", TableSchema.create().partitionKey("id"));

    assertThatThrownBy(() -> users.get("alice", "profile"))
        .isInstanceOf(KeystoneException.class)
        .hasMessage("The provided key element does not match the schema");
  }
}
