package io.keystonedb.internal.value;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keystonedb.Value;
import io.keystonedb.testing.RandomCases;
import io.keystonedb.testing.RandomValues;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ValueOrderTest {
  @Test
  void stringsOrderByTheirUtf8Bytes() {
    RandomCases.check(
        3000,
        random -> {
          String left = RandomValues.string(random).value();
          String right = RandomValues.string(random).value();
          int expected = Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));

          assertThat(Integer.signum(ValueOrder.compareUtf8(left, right)))
              .isEqualTo(Integer.signum(expected));
        });
  }

  @Test
  void charactersBeyondTheBasicPlaneComeLast() {
    assertThat(ValueOrder.compareUtf8("\uD83D\uDE00", "\uFFFD")).isPositive();
    assertThat(ValueOrder.compareUtf8("\uFFFD", "\uD83D\uDE00")).isNegative();
    assertThat(ValueOrder.compareUtf8("\uD83D\uDE00", "\uD83D\uDE01")).isNegative();
  }

  @Test
  void upperCaseComesBeforeLowerCaseAndPrefixesFirst() {
    assertThat(ValueOrder.compare(Value.string("Z"), Value.string("a"))).isNegative();
    assertThat(ValueOrder.compare(Value.string("a"), Value.string("a\u0000"))).isNegative();
    assertThat(ValueOrder.compare(Value.string(""), Value.string("\u0000"))).isNegative();
  }

  @Test
  void numbersOrderNumerically() {
    assertThat(ValueOrder.compare(Value.number(9), Value.number(10))).isNegative();
    assertThat(ValueOrder.compare(Value.number("-10"), Value.number("-9"))).isNegative();
    assertThat(ValueOrder.compare(Value.number("1e125"), Value.number("-1e125"))).isPositive();
    assertThat(ValueOrder.compare(Value.number("1.0"), Value.number(1))).isZero();
  }

  @Test
  void onlyStringsNumbersAndBinariesOfOneTypeCompare() {
    assertThat(ValueOrder.comparable(Value.number(1), Value.number(2))).isTrue();
    assertThat(ValueOrder.comparable(Value.number(1), Value.string("1"))).isFalse();
    assertThat(ValueOrder.comparable(Value.bool(true), Value.bool(false))).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueOrder.compare(Value.number(1), Value.string("1")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueOrder.compare(Value.nul(), Value.nul()));
  }
}
