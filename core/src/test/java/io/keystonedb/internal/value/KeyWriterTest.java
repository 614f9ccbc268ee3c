package io.keystonedb.internal.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keystonedb.Value;
import io.keystonedb.testing.RandomCases;
import io.keystonedb.testing.RandomValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KeyWriterTest {
  /** The types of keys, each with random values. */
  private enum KeyType {
    STRING(RandomValues::string),
    NUMBER(RandomValues::number),
    BINARY(RandomValues::binary);

    private final Function<Random, Value> values;

    KeyType(Function<Random, Value> values) {
      this.values = values;
    }

    Value value(Random random) {
      return values.apply(random);
    }
  }

  @ParameterizedTest
  @EnumSource
  void encodedValuesOrderAsTheValues(KeyType type) {
    RandomCases.check(
        5000,
        random -> {
          Value left = type.value(random);
          Value right = type.value(random);

          assertThat(order(encoded(left), encoded(right)))
              .as("%s and %s", left, right)
              .isEqualTo(Integer.signum(ValueOrder.compare(left, right)));
        });
  }

  @Test
  void numbersNextToEachOtherOrderAtEveryMagnitude() {
    for (int exponent = -130; exponent <= 125; exponent++) {
      List<Value.N> ascending = new ArrayList<>();
      for (String digits : List.of("-9.9", "-9.09", "-9", "-1.01", "-1.001", "-1")) {
        ascending.add(Value.number(digits + "E" + exponent));
      }
      ascending.add(Value.number(0));
      for (String digits : List.of("1", "1.001", "1.01", "9", "9.09", "9.9")) {
        ascending.add(Value.number(digits + "E" + exponent));
      }

      assertThat(ascending)
          .extracting(KeyWriterTest::encoded)
          .isSortedAccordingTo(Arrays::compareUnsigned)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void magnitudesOrderAcrossTheWholeRange() {
    List<byte[]> ascending = new ArrayList<>();
    for (int exponent = 125; exponent >= -130; exponent--) {
      ascending.add(encoded(Value.number("-1E" + exponent)));
    }
    ascending.add(encoded(Value.number(0)));
    for (int exponent = -130; exponent <= 125; exponent++) {
      ascending.add(encoded(Value.number("1E" + exponent)));
    }

    for (int i = 1; i < ascending.size(); i++) {
      assertThat(order(ascending.get(i - 1), ascending.get(i))).isNegative();
    }
  }

  @Test
  void equalNumbersEncodeEqually() {
    assertThat(encoded(Value.number("1.0"))).isEqualTo(encoded(Value.number(1)));
    assertThat(encoded(Value.number("1e3"))).isEqualTo(encoded(Value.number("1000.00")));
    assertThat(encoded(Value.number("-0"))).isEqualTo(encoded(Value.number(0)));
    assertThat(encoded(Value.number("+.5"))).isEqualTo(encoded(Value.number("5E-1")));
  }

  @ParameterizedTest
  @EnumSource
  void noComponentIsAPrefixOfAnother(KeyType type) {
    RandomCases.check(
        5000,
        random -> {
          Value one = type.value(random);
          Value other = type.value(random);
          boolean equal = ValueOrder.compare(one, other) == 0;

          assertThat(startsWith(encoded(one), encoded(other)))
              .as("%s and %s", one, other)
              .isEqualTo(equal);
        });
  }

  @Test
  void compositesOrderComponentByComponent() {
    RandomCases.check(
        5000,
        random -> {
          List<Value> left = new ArrayList<>();
          List<Value> right = new ArrayList<>();
          int expected = 0;
          for (int i = 0; i < 4; i++) {
            KeyType type = KeyType.values()[random.nextInt(3)];
            left.add(type.value(random));
            right.add(random.nextInt(3) == 0 ? type.value(random) : left.get(i));
            expected = expected != 0 ? expected : ValueOrder.compare(left.get(i), right.get(i));
          }

          assertThat(order(encoded(left), encoded(right)))
              .as("%s and %s", left, right)
              .isEqualTo(Integer.signum(expected));
        });
  }

  @Test
  void openStringIsARawPrefixOfExactlyTheStringsThatBeginWithIt() {
    RandomCases.check(
        5000,
        random -> {
          Value.S prefix = RandomValues.string(random);
          Value.S other = RandomValues.string(random);
          Value.S longer = Value.string(prefix.value() + other.value());

          assertThat(startsWith(encoded(longer), open(prefix))).isTrue();
          assertThat(startsWith(encoded(other), open(prefix)))
              .as("%s and %s", other, prefix)
              .isEqualTo(other.value().startsWith(prefix.value()));
        });
  }

  @Test
  void openBinaryIsARawPrefixOfExactlyTheBinariesThatBeginWithIt() {
    RandomCases.check(
        5000,
        random -> {
          Value.B prefix = RandomValues.binary(random);
          Value.B other = RandomValues.binary(random);

          assertThat(startsWith(encoded(other), open(prefix)))
              .as("%s and %s", other, prefix)
              .isEqualTo(other.startsWith(prefix));
        });
  }

  @Test
  void onlyStringsAndBinariesHavePrefixesAndOnlyKeyTypesAreKeys() {
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyWriter().prefix(Value.number(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyWriter().value(Value.bool(true)));
  }

  @Test
  void stringAndBinaryOfTheSameBytesEncodeEqually() {
    RandomCases.check(
        1000,
        random -> {
          Value.S string = RandomValues.string(random);
          byte[] bytes = string.value().getBytes(StandardCharsets.UTF_8);

          assertThat(encoded(string)).isEqualTo(encoded(Value.binary(bytes)));
          assertThat(new KeyWriter().text(string.value()).toByteArray()).isEqualTo(encoded(string));
        });
  }

  /** Stored keys have this form, so it never changes. */
  @ParameterizedTest
  @CsvSource({
    "0, 02",
    "1, 03 82 0b 00",
    "-1, 01 7d f4 ff",
    "12, 03 83 0d 00",
    "123.4, 03 84 0d 23 00",
    "1005, 03 85 0b 06 00",
    "100.5, 03 84 0b 06 00",
    "-0.05, 01 7f cc ff",
    "1E125, 03 ff 0b 00",
    "1E-130, 03 00 0b 00"
  })
  void numbersAreWrittenInAFixedForm(String number, String bytes) {
    assertThat(HexFormat.ofDelimiter(" ").formatHex(encoded(Value.number(number))))
        .isEqualTo(bytes);
  }

  @Test
  void textsAreWrittenInAFixedForm() {
    assertThat(encoded(Value.string("a\u0000b"))).containsExactly('a', 0, 0xFF, 'b', 0, 1);
    assertThat(encoded(Value.string(""))).containsExactly(0, 1);
  }

  @Test
  void growsBeyondItsFirstBuffer() {
    String text = "x".repeat(1000);
    KeyWriter writer = new KeyWriter().raw(new byte[] {9, 8, 7}, 1, 3).text(text).raw(5);

    assertThat(writer.size()).isEqualTo(2 + 1000 + 2 + 1);
    assertThat(writer.toByteArray())
        .startsWith(8, 7, 'x')
        .endsWith('x', 0, 1, 5)
        .hasSize(writer.size());
  }

  @Test
  void growsByWholeArraysAndByOpenTexts() {
    byte[] bytes = new byte[1000];
    Arrays.fill(bytes, (byte) 7);

    assertThat(new KeyWriter().raw(bytes).raw(bytes, 1, 3).toByteArray())
        .hasSize(1002)
        .containsOnly(7);
    assertThat(new KeyWriter().prefix(Value.string("\u00e4" + "x".repeat(1000))).toByteArray())
        .hasSize(1002)
        .endsWith('x');
    assertThat(new KeyWriter().prefix(Value.binary(bytes)).toByteArray()).isEqualTo(bytes);
  }

  @Test
  void fourBytesAreOverwrittenMostSignificantByteFirst() {
    KeyWriter writer = new KeyWriter().raw(9).raw32(0).raw(9);

    assertThat(writer.patch32(1, 0x01020304)).isSameAs(writer);
    assertThat(writer.toByteArray()).containsExactly(9, 1, 2, 3, 4, 9);
  }

  @Test
  void hashIsThatOfTheBytesSinceAPosition() {
    KeyWriter writer = new KeyWriter().raw(9).text("a");

    assertThat(writer.hashFrom(1)).isEqualTo(PartitionHash.of(new byte[] {'a', 0, 1}, 0, 3));
    assertThat(writer.hashFrom(1)).isNotEqualTo(writer.hashFrom(0)).isNotZero();
  }

  @Test
  void rawIntegersAreWrittenMostSignificantByteFirst() {
    assertThat(new KeyWriter().raw32(0x01020304).toByteArray()).containsExactly(1, 2, 3, 4);
    assertThat(new KeyWriter().raw64(0x0102030405060708L).toByteArray())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  private static byte[] encoded(Value value) {
    return new KeyWriter().value(value).toByteArray();
  }

  private static byte[] encoded(List<Value> values) {
    KeyWriter writer = new KeyWriter();
    values.forEach(writer::value);
    return writer.toByteArray();
  }

  private static byte[] open(Value value) {
    return new KeyWriter().prefix(value).toByteArray();
  }

  private static int order(byte[] left, byte[] right) {
    return Integer.signum(Arrays.compareUnsigned(left, right));
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }
}
