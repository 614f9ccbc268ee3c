package io.keystonedb.internal.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.testing.RandomCases;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KeysTest {
  @Test
  void searchAgreesWithASortedSetWhateverTheKeysShare() {
    RandomCases.check(
        2_000,
        random -> {
          byte[] start = bytes(random, random.nextInt(12));
          TreeSet<byte[]> model = new TreeSet<>(Arrays::compareUnsigned);
          Keys keys = Keys.NONE;
          for (int i = 0; i < 60; i++) {
            byte[] key = random.nextInt(20) == 0 ? bytes(random, 14) : joined(start, random);
            int found = keys.search(key);
            assertThat(found).isEqualTo(expected(model, key));
            if (found < 0) {
              model.add(key);
              keys = keys.with(-found - 1, key);
            } else if (random.nextBoolean()) {
              model.remove(key);
              keys = keys.without(found);
            }
          }
          Keys again = keys.range(0, keys.size() / 2).and(keys.range(keys.size() / 2, keys.size()));
          for (byte[] key : model) {
            assertThat(again.search(key)).isEqualTo(expected(model, key));
          }
        });
  }

  private static int expected(TreeSet<byte[]> model, byte[] key) {
    int less = model.headSet(key).size();
    return model.contains(key) ? less : -less - 1;
  }

  private static byte[] joined(byte[] start, Random random) {
    byte[] end = bytes(random, random.nextInt(11));
    byte[] key = Arrays.copyOf(start, start.length + end.length);
    System.arraycopy(end, 0, key, start.length, end.length);
    return key;
  }

  /** Few different bytes, so that keys often are each other's start. */
  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = new byte[] {0, 1, 127, (byte) 128, (byte) 255}[random.nextInt(5)];
    }
    return bytes;
  }
}
