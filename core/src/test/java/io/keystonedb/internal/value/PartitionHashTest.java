package io.keystonedb.internal.value;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Value;
import org.junit.jupiter.api.Test;

class PartitionHashTest {
  /** Stored keys begin with the hash, so it never changes. */
  @Test
  void hashIsFixed() {
    assertThat(hash("")).isEqualTo(0xAB3E7C0B);
    assertThat(hash("a")).isEqualTo(0x1A80B1B3);
    assertThat(hash("user#1\u0000\u0001")).isEqualTo(0x3896DDA8);
    assertThat(hash("\u00ff\u0080")).isEqualTo(0x942A4BD6);
  }

  @Test
  void hashesPartOfAnArray() {
    byte[] bytes = "xxabcxx".getBytes(ISO_8859_1);

    assertThat(PartitionHash.of(bytes, 2, 5)).isEqualTo(hash("abc"));
  }

  @Test
  void neighbouringKeysSpreadEvenlyOverTheSegmentsOfAScan() {
    int[] perSegment = new int[16];
    for (int i = 0; i < 16_000; i++) {
      byte[] key = new KeyWriter().value(Value.string("user#" + i)).toByteArray();
      perSegment[PartitionHash.of(key, 0, key.length) >>> 28]++;
    }

    for (int count : perSegment) {
      assertThat(count).isBetween(850, 1150);
    }
  }

  private static int hash(String latin1) {
    byte[] bytes = latin1.getBytes(ISO_8859_1);
    return PartitionHash.of(bytes, 0, bytes.length);
  }
}
