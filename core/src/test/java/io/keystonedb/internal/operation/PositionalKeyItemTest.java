package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Item;
import io.keystonedb.Key;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionalKeyItemTest {
  private static final KeyAttributes NAMES =
      new KeyAttributes(
          List.of(new KeyAttribute("p", ValueType.S)), List.of(new KeyAttribute("s", ValueType.B)));
  private static final Item ITEM = Item.builder().number("n", 1).build();

  @Test
  void theTableGivesTheKeyItsNamesAndBytes() {
    Decoded<Item> item = new PositionalKeyItem("t", Key.of("a", "b"), ITEM).named(NAMES);

    assertThat(item.get())
        .isEqualTo(
            Item.builder().string("p", "a").binary("s", new byte[] {'b'}).number("n", 1).build());
    assertThat(item.get().keySet()).containsExactly("p", "s", "n");
  }

  @Test
  void aKeyMayLeaveOutTheSortKeyButNotBringOneOfItsOwn() {
    KeyAttributes partitionAlone = new KeyAttributes(NAMES.partition(), List.of());

    assertThat(new PositionalKeyItem("t", Key.of("a")).named(NAMES).get())
        .isEqualTo(Item.builder().string("p", "a").build());
    assertThatThrownBy(() -> new PositionalKeyItem("t", Key.of("a", "b")).named(partitionAlone))
        .isInstanceOf(KeystoneException.class)
        .hasMessage("The provided key element does not match the schema");
  }

  @Test
  void anItemMayRepeatItsKeyButNotContradictIt() {
    Key key = Key.of("a", "b");
    Item repeating = ITEM.with("p", Value.string("a"));
    Item contradicting = ITEM.with("s", Value.string("b"));

    assertThat(new PositionalKeyItem("t", key, repeating).named(NAMES).get())
        .containsEntry("p", Value.string("a"))
        .hasSize(3);
    assertThatThrownBy(() -> new PositionalKeyItem("t", key, contradicting).named(NAMES))
        .isInstanceOf(KeystoneException.class)
        .hasMessage("The item has another value for its key attribute s than the key");
  }

  @Test
  void whoLooksAtARequestSeesPlaceholdersForTheNames() {
    Decoded<Item> item = new PositionalKeyItem("t", Key.of("a", "b"), ITEM);

    assertThat(item.malformed()).isNull();
    assertThat(item.get())
        .isEqualTo(
            Item.builder()
                .string("<partition key>", "a")
                .string("<sort key>", "b")
                .number("n", 1)
                .build());
    assertThat(item).hasToString(item.get().toString());
    assertThat(new PositionalKeyItem("t", Key.of("a")).get())
        .isEqualTo(Item.builder().string("<partition key>", "a").build());
  }

  @Test
  void equalityIsThatOfTableKeyAndAttributes() {
    PositionalKeyItem item = new PositionalKeyItem("t", Key.of("a"), ITEM);

    assertThat(item)
        .isEqualTo(new PositionalKeyItem("t", Key.of("a"), ITEM))
        .hasSameHashCodeAs(new PositionalKeyItem("t", Key.of("a"), ITEM))
        .isNotEqualTo(new PositionalKeyItem("u", Key.of("a"), ITEM))
        .isNotEqualTo(new PositionalKeyItem("t", Key.of("b"), ITEM))
        .isNotEqualTo(new PositionalKeyItem("t", Key.of("a")))
        .isNotEqualTo(Decoded.of(item.get()));
    assertThat(Decoded.of(item.get())).isNotEqualTo(item);
  }
}
