package io.keystonedb.internal.value;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.testing.RandomCases;
import io.keystonedb.testing.RandomValues;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "7, 2",
    "42, 2",
    "-42, 3",
    "123, 3",
    "100, 2",
    "1200, 2",
    "1001, 3",
    "0.0000001, 2",
    "0.05, 2",
    "0.5, 2",
    "-0.5, 3",
    "1.5, 3",
    "100.5, 4",
    "10.01, 3",
    "1E125, 2",
    "-1E-130, 3",
    "12345678901234567890123456789012345678, 20",
    "-12345678901234567890123456789012345678, 21",
    "1.2345678901234567890123456789012345678, 21"
  })
  void numbersTakeAByteAndHalfOfOneForEachSignificantDigitOnEitherSideOfThePoint(
      String number, int size) {
    assertThat(Sizes.of(Value.number(number))).isEqualTo(size);
  }

  @Test
  void sizeOfANumberFollowsFromItsDigits() {
    RandomCases.check(
        2000,
        random -> {
          Value.N number = RandomValues.number(random);

          assertThat(Sizes.of(number)).as("%s", number).isEqualTo(byDefinition(number));
        });
  }

  @Test
  void stringsAndBinariesTakeTheirBytes() {
    assertThat(Sizes.of(Value.string(""))).isZero();
    assertThat(Sizes.of(Value.string("abc"))).isEqualTo(3);
    assertThat(Sizes.of(Value.string("a\u00e9\u20ac\uD83D\uDE00"))).isEqualTo(1 + 2 + 3 + 4);
    assertThat(Sizes.of(Value.binary(new byte[5]))).isEqualTo(5);
  }

  @Test
  void lengthInUtf8IsThatOfTheEncodedBytes() {
    RandomCases.check(
        2000,
        random -> {
          String text = RandomValues.string(random).value();

          assertThat(Sizes.utf8Length(text)).isEqualTo(text.getBytes(UTF_8).length);
        });
    assertThat(Sizes.utf8Length("a\uD83D")).isEqualTo("a\uD83D".getBytes(UTF_8).length);
    assertThat(Sizes.utf8Length("\uDE00b")).isEqualTo("\uDE00b".getBytes(UTF_8).length);
  }

  @Test
  void booleansAndNullTakeOneByte() {
    assertThat(Sizes.of(Value.bool(false))).isEqualTo(1);
    assertThat(Sizes.of(Value.nul())).isEqualTo(1);
  }

  @Test
  void setsTakeTheirElements() {
    assertThat(Sizes.of(Value.stringSet("a", "bc"))).isEqualTo(3);
    assertThat(Sizes.of(Value.numberSet("42", "-42"))).isEqualTo(5);
    assertThat(Sizes.of(Value.binarySet(new byte[0], new byte[4]))).isEqualTo(4);
  }

  @Test
  void listsAndMapsTakeThreeBytesAndOneForEachElement() {
    assertThat(Sizes.of(Value.list())).isEqualTo(3);
    assertThat(Sizes.of(Value.list(Value.nul(), Value.string("ab")))).isEqualTo(3 + 2 + 3);
    assertThat(Sizes.of(Value.map(Map.of()))).isEqualTo(3);
    assertThat(Sizes.of(Value.map(Map.of("key", Value.number(42))))).isEqualTo(3 + 3 + 1 + 2);
    assertThat(Sizes.of(Value.list(Value.list()))).isEqualTo(3 + 1 + 3);
  }

  @Test
  void itemTakesItsNamesAndValuesAndNothingElse() {
    assertThat(Sizes.of(Item.empty())).isZero();
    assertThat(Sizes.of(Item.builder().string("p\u00e9", "abc").number("n", 42).build()))
        .isEqualTo(3 + 3 + 1 + 2);
  }

  private static int byDefinition(Value.N number) {
    BigDecimal stripped = number.toBigDecimal().stripTrailingZeros();
    if (stripped.signum() == 0) {
      return 1;
    }
    int digits = stripped.precision();
    int before = Math.max(0, Math.min(digits, digits - stripped.scale()));
    int sign = stripped.signum() < 0 ? 1 : 0;
    return 1 + (before + 1) / 2 + (digits - before + 1) / 2 + sign;
  }
}
