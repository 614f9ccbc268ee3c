package io.keystonedb.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Value;
import org.junit.jupiter.api.Test;

class SetOrderTest {
  @Test
  void stringsAreOrderedByTheirBytes() {
    Value.SS set = Value.stringSet("b", "\uFF5E", "a", "\uD83D\uDE00", "B");

    assertThat(SetOrder.of(set)).containsExactly("B", "a", "b", "\uFF5E", "\uD83D\uDE00");
    assertThat(set.values()).startsWith("b");
  }

  @Test
  void numbersAreOrderedByValue() {
    Value.NS set = Value.numberSet("10", "9", "-1e2");

    assertThat(SetOrder.of(set)).extracting(Value.N::text).containsExactly("-100", "9", "10");
  }

  @Test
  void binariesAreOrderedByUnsignedBytes() {
    Value.B low = Value.binary(new byte[] {1, 2});
    Value.B high = Value.binary(new byte[] {(byte) 0x80});
    Value.BS set = Value.binarySet(high.toByteArray(), low.toByteArray());

    assertThat(SetOrder.of(set)).containsExactly(low, high);
  }
}
