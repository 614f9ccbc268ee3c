package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Item;
import io.keystonedb.Key;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionalKeyItemTest {
  private static final KeyAttributes NAMES =
      new KeyAttributes(
          List.of(new KeyAttribute("p", ValueType.S)), List.of(new KeyAttribute("s", ValueType.B)));
  private static final Key KEY = Key.of("a", "b");
  private static final Item ITEM = Item.builder().number("n", 1).build();

  private static Item named(Decoded<Item> item, KeyAttributes names) {
    return ((PositionalKeyItem) item).named(names);
  }

  @Test
  void theTableGivesTheKeyItsNamesAndBytes() {
    Item item = named(PositionalKeyItem.of("t", KEY, ITEM), NAMES);

    assertThat(item)
        .isEqualTo(
            Item.builder().string("p", "a").binary("s", new byte[] {'b'}).number("n", 1).build());
    assertThat(item.keySet()).containsExactly("p", "s", "n");
  }

  @Test
  void aKeyMayLeaveOutTheSortKeyButNotBringOneOfItsOwn() {
    KeyAttributes partitionAlone = new KeyAttributes(NAMES.partition(), List.of());
    Decoded<Item> withSortKey = PositionalKeyItem.of("t", KEY);

    assertThat(named(PositionalKeyItem.of("t", Key.of("a")), NAMES))
        .isEqualTo(Item.builder().string("p", "a").build());
    assertThatThrownBy(() -> named(withSortKey, partitionAlone))
        .isInstanceOf(KeystoneException.class)
        .hasMessage("The provided key element does not match the schema");
  }

  @Test
  void anItemMayRepeatItsKeyButNotContradictIt() {
    Decoded<Item> repeating = PositionalKeyItem.of("t", KEY, ITEM.with("p", Value.string("a")));
    Decoded<Item> contradicting = PositionalKeyItem.of("t", KEY, ITEM.with("s", Value.string("b")));

    assertThat(named(repeating, NAMES)).containsEntry("p", Value.string("a")).hasSize(3);
    assertThatThrownBy(() -> named(contradicting, NAMES))
        .isInstanceOf(KeystoneException.class)
        .hasMessage("The item has another value for its key attribute s than the key");
  }

  @Test
  void whatIsNestedTooDeepIsMalformedWhereverItStands() {
    Value nested = Value.list();
    for (int i = 0; i < 32; i++) {
      nested = Value.list(nested);
    }

    assertThat(
            List.of(
                PositionalKeyItem.of("t", Key.of(nested)),
                PositionalKeyItem.of("t", Key.of(Value.string("a"), nested)),
                PositionalKeyItem.of("t", KEY, ITEM.with("a", nested))))
        .extracting(item -> item.malformed().kind())
        .containsOnly(MalformedValue.Kind.NESTING);
  }

  @Test
  void whoLooksAtARequestSeesPlaceholdersForTheNames() {
    Decoded<Item> item = PositionalKeyItem.of("t", KEY, ITEM);

    assertThat(item.malformed()).isNull();
    assertThat(item.get())
        .isEqualTo(
            Item.builder()
                .string("<partition key>", "a")
                .string("<sort key>", "b")
                .number("n", 1)
                .build());
    assertThat(item).hasToString(item.get().toString());
    assertThat(PositionalKeyItem.of("t", Key.of("a")).get())
        .isEqualTo(Item.builder().string("<partition key>", "a").build());
  }

  @Test
  void equalityIsThatOfTableKeyAndAttributes() {
    Decoded<Item> item = PositionalKeyItem.of("t", KEY, ITEM);

    assertThat(item)
        .isEqualTo(PositionalKeyItem.of("t", KEY, ITEM))
        .hasSameHashCodeAs(PositionalKeyItem.of("t", KEY, ITEM))
        .isNotEqualTo(PositionalKeyItem.of("u", KEY, ITEM))
        .isNotEqualTo(PositionalKeyItem.of("t", Key.of("b"), ITEM))
        .isNotEqualTo(PositionalKeyItem.of("t", KEY))
        .isNotEqualTo(Decoded.of(item.get()));
    assertThat(Decoded.of(item.get())).isNotEqualTo(item);
  }
}
