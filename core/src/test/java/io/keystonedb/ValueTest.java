package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueTest {
  @Test
  void numbersAreEqualIfTheyAreNumericallyEqual() {
    assertThat(Value.number("1.0")).isEqualTo(Value.number(1)).hasSameHashCodeAs(Value.number(1));
    assertThat(Value.number("1e2")).isEqualTo(Value.number("100.00"));
    assertThat(Value.number("-0")).isEqualTo(Value.number(0));
    assertThat(Value.number(1)).isNotEqualTo(Value.number("1.0000001"));
  }

  @Test
  void numbersCanBeMadeFromEveryJavaNumber() {
    assertThat(Value.number(Long.MIN_VALUE).text()).isEqualTo("-9223372036854775808");
    assertThat(Value.number(new BigDecimal("1E+3")).text()).isEqualTo("1000");
    assertThat(Value.number(0.1).text()).isEqualTo("0.1");
    assertThat(Value.number(1e10).text()).isEqualTo("10000000000");
    assertThat(Value.number("12.50").toBigDecimal()).isEqualTo(new BigDecimal("12.5"));
    assertThatThrownBy(() -> Value.number(Double.NaN)).isInstanceOf(KeystoneException.class);
    assertThatThrownBy(() -> Value.number(Double.MAX_VALUE)).isInstanceOf(KeystoneException.class);
  }

  @Test
  void valuesOfDifferentTypesAreNeverEqual() {
    assertThat(Value.string("1")).isNotEqualTo(Value.number(1));
    assertThat(Value.string("")).isNotEqualTo(Value.nul());
    assertThat(Value.list()).isNotEqualTo(Value.map(Map.of()));
    assertThat(Value.stringSet("1")).isNotEqualTo(Value.numberSet("1"));
    assertThat(Value.stringSet("a")).isNotEqualTo(Value.list(Value.string("a")));
  }

  @Test
  void setsAreEqualRegardlessOfOrderAndKeepTheOrderGiven() {
    Value.SS set = Value.stringSet("b", "a");

    assertThat(set).isEqualTo(Value.stringSet("a", "b"));
    assertThat(set).hasSameHashCodeAs(Value.stringSet("a", "b"));
    assertThat(set.values()).containsExactly("b", "a");
    assertThat(Value.numberSet("2", "1.0")).isEqualTo(Value.numberSet(1, 2));
    assertThat(Value.binarySet(new byte[] {1}, new byte[] {2}))
        .isEqualTo(Value.binarySet(new byte[] {2}, new byte[] {1}));
  }

  @Test
  void listsAreEqualElementByElement() {
    Value.L list = Value.list(Value.number("1.0"), Value.string("a"));

    assertThat(list).isEqualTo(Value.list(Value.number(1), Value.string("a")));
    assertThat(list).isNotEqualTo(Value.list(Value.string("a"), Value.number(1)));
  }

  @Test
  void mapsAreEqualRegardlessOfOrder() {
    Item one = Item.builder().number("a", 1).number("b", 2).build();
    Item other = Item.builder().number("b", 2).number("a", 1).build();

    assertThat(Value.map(one)).isEqualTo(Value.map(other)).hasSameHashCodeAs(Value.map(other));
  }

  @Test
  void emptyValuesAreValuesButEmptySetsAreNot() {
    assertThat(Value.string("").value()).isEmpty();
    assertThat(Value.binary(new byte[0]).length()).isZero();
    assertThat(Value.list().values()).isEmpty();
    assertThat(Value.map(Map.of()).values()).isEmpty();
    assertThat(Value.stringSet("").values()).containsExactly("");

    assertRefused(
        () -> Value.SS.of(List.of()),
        "One or more parameter values were invalid: An string set  may not be empty");
    assertRefused(
        () -> Value.NS.of(List.of()),
        "One or more parameter values were invalid: An number set  may not be empty");
    assertRefused(
        () -> Value.BS.of(List.of()),
        "One or more parameter values were invalid: Binary sets should not be empty");
    assertRefused(
        () -> new Value.SS(Set.of()),
        "One or more parameter values were invalid: An string set  may not be empty");
  }

  @Test
  void setsRefuseAnElementTwice() {
    assertRefused(
        () -> Value.stringSet("a", "b", "a"),
        "One or more parameter values were invalid: Input collection [a, b, a] contains"
            + " duplicates.");
    assertRefused(() -> Value.numberSet("1", "1.0"), "Input collection contains duplicates");
    assertRefused(
        () -> Value.binarySet(new byte[] {'b'}, new byte[] {'b'}),
        "One or more parameter values were invalid: Input collection [Yg==, Yg==]of type BS"
            + " contains duplicates.");
  }

  @Test
  void valuesDoNotShowChangesOfWhatTheyWereMadeFrom() {
    byte[] bytes = {1, 2};
    List<Value> elements = new ArrayList<>(List.of(Value.nul()));
    Value.B binary = Value.binary(bytes);
    Value.L list = Value.list(elements);

    bytes[0] = 9;
    elements.clear();
    binary.toByteArray()[1] = 9;

    assertThat(binary).isEqualTo(Value.binary(new byte[] {1, 2}));
    assertThat(list.values()).hasSize(1);
    assertThatThrownBy(() -> Value.stringSet("a").values().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void binariesCompareUnsigned() {
    Value.B low = Value.binary(new byte[] {0x7F});
    Value.B high = Value.binary(new byte[] {(byte) 0x80});

    assertThat(low).isLessThan(high);
    assertThat(low).isLessThan(Value.binary(new byte[] {0x7F, 0}));
  }

  @Test
  void binariesKnowTheirParts() {
    Value.B binary = Value.binary(new byte[] {1, 2, 3});

    assertThat(binary.startsWith(Value.binary(new byte[] {1, 2}))).isTrue();
    assertThat(binary.startsWith(Value.binary(new byte[] {2}))).isFalse();
    assertThat(binary.startsWith(Value.binary(new byte[] {1, 2, 3, 4}))).isFalse();
    assertThat(binary.contains(Value.binary(new byte[] {2, 3}))).isTrue();
    assertThat(binary.contains(Value.binary(new byte[] {1, 3}))).isFalse();
    assertThat(binary.contains(Value.binary(new byte[0]))).isTrue();
  }

  @Test
  void binariesAreShownInBase64() {
    assertThat(Value.binary(new byte[] {(byte) 0xFB, (byte) 0xFF})).hasToString("B[+/8=]");
  }

  @Test
  void everyValueKnowsItsType() {
    assertThat(Value.string("").type()).isEqualTo(ValueType.S);
    assertThat(Value.number(1).type()).isEqualTo(ValueType.N);
    assertThat(Value.binary(new byte[0]).type()).isEqualTo(ValueType.B);
    assertThat(Value.bool(true).type()).isEqualTo(ValueType.BOOL);
    assertThat(Value.nul().type()).isEqualTo(ValueType.NULL);
    assertThat(Value.list().type()).isEqualTo(ValueType.L);
    assertThat(Value.map(Map.of()).type()).isEqualTo(ValueType.M);
    assertThat(Value.stringSet("").type()).isEqualTo(ValueType.SS);
    assertThat(Value.numberSet(1).type()).isEqualTo(ValueType.NS);
    assertThat(Value.binarySet(new byte[0]).type()).isEqualTo(ValueType.BS);
  }

  private static void assertRefused(Runnable making, String message) {
    assertThatThrownBy(making::run)
        .isInstanceOfSatisfying(
            KeystoneException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.VALIDATION))
        .hasMessage(message);
  }
}
