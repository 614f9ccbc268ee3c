package io.keystonedb.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.value.Sizes;
import io.keystonedb.storage.CorruptRowException;
import io.keystonedb.testing.RandomCases;
import io.keystonedb.testing.RandomValues;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items as bytes. */
class ItemFormatTest {
  private static final ItemFormat FORMAT = new ItemFormat();

  private static byte[] encode(Item item) {
    return FORMAT.encode(item);
  }

  private static Item decode(byte[] bytes) {
    return FORMAT.decode(new byte[0], bytes);
  }

  /** The bytes of an item with one attribute {@code a}. */
  private static String hex(Value value) {
    String hex = HexFormat.of().formatHex(encode(Item.empty().with("a", value)));
    assertThat(hex).startsWith("0103").endsWith("00");
    return hex.substring(12, hex.length() - 2);
  }

  private static Item decodeValue(String hex) {
    byte[] value = HexFormat.of().parseHex(hex);
    RowOutput out = new RowOutput(16);
    out.raw(1);
    out.raw(3);
    out.unsigned(3 + value.length);
    out.raw(1);
    out.text("a");
    out.raw(value, 0, value.length);
    out.raw(0);
    return decode(out.toByteArray());
  }

  private static void assertRefused(String valueHex, String problem) {
    assertThatExceptionOfType(CorruptRowException.class)
        .isThrownBy(() -> decodeValue(valueHex))
        .withMessageStartingWith("The store has a row that cannot be read (item): ")
        .withMessageContaining(problem);
  }

  @Test
  void anyItemIsReadAsItWasWritten() {
    RandomCases.check(
        5_000,
        random -> {
          Item item = RandomValues.item(random);
          Item read = decode(encode(item));

          assertThat(read).isEqualTo(item);
          assertThat(List.copyOf(read.keySet())).isEqualTo(List.copyOf(item.keySet()));
          assertThat(read.sizeBytes()).isEqualTo(Sizes.of(item));
          assertThat(encode(read)).isEqualTo(encode(item));
        });
  }

  @Test
  void nestedItemsKnowTheirSizesToo() {
    RandomCases.check(
        500,
        random -> {
          Item item = RandomValues.item(random).with("m", Value.map(RandomValues.item(random)));
          Value.M map = (Value.M) decode(encode(item)).get("m");

          assertThat(map.values().sizeBytes()).isEqualTo(Sizes.of(map.values()));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0200",
    "1, 0202",
    "-1, 0201",
    "63, 027e",
    "64, 028001",
    "999999999999999999, 02feff9ff6f4acdbe01b",
    "-999999999999999999, 02fdff9ff6f4acdbe01b",
    "1000000000000000000, 0323 0101",
    "0.1, 03020101",
    "12.34, 03040204d2",
    "-12.34, 030402fb2e",
    "9.99E+125, 03f501 0203e7",
    "1E-130, 0384020101",
  })
  void numbersAreShort(String number, String hex) {
    assertThat(hex(Value.number(number))).isEqualTo(hex.replace(" ", ""));
  }

  @Test
  void orderOfSetsIsKept() {
    Item item =
        Item.builder()
            .value("s", Value.stringSet("z", "a", "m"))
            .value("n", Value.numberSet("10", "-1", "0.5"))
            .build();

    Item read = decode(encode(item));

    assertThat(((Value.SS) read.get("s")).values()).containsExactly("z", "a", "m");
    assertThat(((Value.NS) read.get("n")).values().toString()).isEqualTo("[N[10], N[-1], N[0.5]]");
  }

  @Test
  void everyShorterArrayIsRefused() {
    RandomCases.check(
        500,
        random -> {
          byte[] bytes = encode(RandomValues.item(random));
          for (int length = 0; length < bytes.length; length++) {
            byte[] prefix = Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(CorruptRowException.class).isThrownBy(() -> decode(prefix));
          }
        });
  }

  @Test
  void trailingBytesAreRefused() {
    byte[] bytes = encode(Item.builder().string("a", "b").build());

    assertThatExceptionOfType(CorruptRowException.class)
        .isThrownBy(() -> decode(Arrays.copyOf(bytes, bytes.length + 1)))
        .withMessageContaining("more bytes than expected");
  }

  @Test
  void damagedBytesAreRefusedOrAnotherItem() {
    RandomCases.check(
        50_000,
        random -> {
          byte[] bytes = encode(RandomValues.item(random));
          for (int i = random.nextInt(3); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
          }
          try {
            Item read = decode(bytes);
            assertThat(decode(encode(read))).isEqualTo(read);
            assertThat(read.sizeBytes()).isEqualTo(Sizes.of(read));
            assertThat(Map.copyOf(read)).hasSize(read.size());
          } catch (CorruptRowException e) {
            assertThat(e).hasMessageContaining("(item)");
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "00, a value of the unknown type 0",
    "0d, a value of the unknown type 13",
    "01ffffffff0f, the end comes too early",
    "01ffffffffffffffffff01, the end comes too early",
    "01ffffffffffffffffffff01, a number of more than 64 bits",
    "0102c328, a text that is not UTF-8",
    "0103eda080eda0, more bytes than expected",
    "0106eda080edb080, a text that is not UTF-8",
    "0102c080, a text that is not UTF-8",
    "030000, a number with 0 bytes of digits",
    "03000100, a number with wrong digits or out of range",
    "0300010a, a number with wrong digits or out of range",
    "03fb010101, a number with wrong digits or out of range",
    "0386020101, a number with wrong digits or out of range",
    "0300117fffffffffffffffffffffffffffffffff, a number with 17 bytes of digits",
    "0300107fffffffffffffffffffffffffffffff, a number with wrong digits or out of range",
    "08ffffffff07, the end comes too early for",
    "0902016106016106, two attributes of the same name",
    "0a00, a set that is empty or has an element twice",
    "0a0201610161, a set that is empty or has an element twice",
    "0b0102020200, more bytes than expected",
    "0b010101, a number of the unknown type 1",
  })
  void whatIsNoValueIsRefused(String hex, String problem) {
    assertRefused(hex, problem);
  }

  @Test
  void valuesAreNestedAsDeepAsTheServiceAllowsAndNoDeeper() {
    Value value = Value.nul();
    for (int level = 1; level < 32; level++) {
      value = Value.list(value);
    }
    Item deepest = Item.empty().with("a", value);
    Item tooDeep = Item.empty().with("a", Value.list(value));

    assertThat(decode(encode(deepest))).isEqualTo(deepest);
    assertThatIllegalArgumentException().isThrownBy(() -> encode(tooDeep));
    assertRefused("0801".repeat(32) + "07", "nested too deep");
    assertRefused("0801".repeat(100_000) + "07", "nested too deep");
  }
}
