package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemTest {
  @Test
  void aBuilderTakesNumbersAndListsInTheFormsOfJava() {
    Item item =
        Item.builder()
            .number("decimal", new BigDecimal("1.50"))
            .list("list", List.of(Value.number(1), Value.string("a")))
            .build();

    assertThat(item)
        .containsEntry("decimal", Value.number("1.5"))
        .containsEntry("list", Value.list(Value.number(1), Value.string("a")));
  }

  /** Sizes on both sides of the change from walking to hashing. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 31, 32, 33, 500})
  void findsEveryAttributeAndNoOther(int size) {
    Item item = numbered(size);

    assertThat(item).hasSize(size);
    for (int i = 0; i < size; i++) {
      assertThat(item.get("name" + i)).isEqualTo(Value.number(i));
      assertThat(item.containsKey("name" + i)).isTrue();
      assertThat(item.nameAt(i)).isEqualTo("name" + i);
      assertThat(item.valueAt(i)).isEqualTo(Value.number(i));
    }
    assertThat(item.get("name" + size)).isNull();
    assertThat(item.containsKey("name")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 40})
  void findsNamesWhoseHashesCollide(int size) {
    // All combinations of "Aa" and "BB" of one length have the same hash.
    Item.Appender appender = Item.appender(size);
    for (int i = 0; i < size; i++) {
      appender.append(colliding(i), Value.number(i));
    }
    Item item = appender.toItem();

    for (int i = 0; i < size; i++) {
      assertThat(item.get(colliding(i))).isEqualTo(Value.number(i));
    }
    assertThat(item.get(colliding(size))).isNull();
  }

  @Test
  void findsNothingByWhatIsNotAName() {
    Item item = numbered(3);

    assertThat(item.get(null)).isNull();
    assertThat(item.containsKey(1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 20})
  void equalityDoesNotLookAtTheOrder(int size) {
    Item.Appender reversed = Item.appender(0);
    for (int i = size - 1; i >= 0; i--) {
      reversed.append("name" + i, Value.number(i));
    }

    assertThat(reversed.toItem()).isEqualTo(numbered(size)).hasSameHashCodeAs(numbered(size));
  }

  @Test
  void equalsAMapWithTheSameAttributes() {
    Map<String, Value> map = Map.of("a", Value.number("1.0"), "b", Value.string("x"));
    Item item = Item.builder().string("b", "x").number("a", 1).build();

    assertThat(item).isEqualTo(map);
    assertThat(map).isEqualTo(item);
    assertThat(item).isNotEqualTo(Map.of("a", Value.number(1)));
    assertThat(item).isNotEqualTo(item.with("a", Value.string("1")));
  }

  @Test
  void keepsTheOrderInWhichAttributesWereGiven() {
    Item item = Item.builder().number("c", 1).number("a", 2).number("b", 3).build();

    assertThat(item.keySet()).containsExactly("c", "a", "b");
    assertThat(item.values()).containsExactly(Value.number(1), Value.number(2), Value.number(3));
  }

  @Test
  void laterValueOfABuilderReplacesTheEarlier() {
    Item item = Item.builder().number("a", 1).number("b", 2).string("a", "x").build();

    assertThat(item).isEqualTo(Map.of("a", Value.string("x"), "b", Value.number(2)));
  }

  @Test
  void laterChangesOfTheOriginalMapDoNotShow() {
    Map<String, Value> map = new LinkedHashMap<>(Map.of("a", Value.number(1)));
    Item item = Item.copyOf(map);
    map.clear();

    assertThat(item).containsOnlyKeys("a");
    assertThat(Item.copyOf(item)).isSameAs(item);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 17, 40})
  void withAddsOrReplacesOneAttributeInACopy(int size) {
    Item item = numbered(size);

    Item more = item.with("more", Value.nul());
    Item other = item.with("name0", Value.nul());

    assertThat(more).hasSize(size + 1).containsEntry("more", Value.nul());
    assertThat(more.nameAt(size)).isEqualTo("more");
    assertThat(other).hasSize(size).containsEntry("name0", Value.nul());
    assertThat(item).isEqualTo(numbered(size));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 17, 40})
  void withoutRemovesOneAttributeFromACopy(int size) {
    Item item = numbered(size);

    Item fewer = item.without("name0");

    assertThat(fewer).hasSize(size - 1).doesNotContainKey("name0");
    assertThat(fewer.with("name0", Value.number(0))).isEqualTo(item);
    assertThat(item).isEqualTo(numbered(size));
    assertThat(item.without("other")).isSameAs(item);
  }

  @Test
  void removingTheLastAttributeLeavesTheEmptyItem() {
    assertThat(numbered(1).without("name0")).isSameAs(Item.empty()).isEmpty();
  }

  @Test
  void cannotBeChangedThroughItsViews() {
    Item item = numbered(2);

    assertThatThrownBy(() -> item.put("a", Value.nul()))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> item.remove("name0"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> item.entrySet().iterator().next().setValue(Value.nul()))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> Item.empty().entrySet().iterator().next())
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void appenderCanGoOnAfterAnItem() {
    Item.Appender appender = Item.appender(1).append("a", Value.number(1));
    Item first = appender.toItem();
    Item second = appender.append("b", Value.number(2)).toItem();

    assertThat(List.copyOf(first.keySet())).containsExactly("a");
    assertThat(List.copyOf(second.keySet())).containsExactly("a", "b");
  }

  @Test
  void refusesNullNamesAndValues() {
    assertThatThrownBy(() -> Item.appender(1).append(null, Value.nul()))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> Item.appender(1).append("a", null))
        .isInstanceOf(NullPointerException.class);
  }

  private static Item numbered(int size) {
    Item.Appender appender = Item.appender(size);
    for (int i = 0; i < size; i++) {
      appender.append("name" + i, Value.number(i));
    }
    return appender.toItem();
  }

  private static String colliding(int number) {
    StringBuilder name = new StringBuilder();
    for (int bit = 0; bit < 6; bit++) {
      name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return name.toString();
  }
}
