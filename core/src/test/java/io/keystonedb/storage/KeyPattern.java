package io.keystonedb.storage;

import java.nio.ByteBuffer;
import java.util.Random;

/** The orders in which the keys of a model test come; each has weak spots of its own. */
public enum KeyPattern {
  ASCENDING,
  DESCENDING,
  /** Few different keys, so that removes and replacements hit. */
  DENSE,
  /** Byte strings of any length, with long common prefixes. */
  WILD,
  /** Ascending within a few groups, as in item collections. */
  GROUPED;

  /** The key of a step. */
  public byte[] key(int step, Random random) {
    return switch (this) {
      case ASCENDING -> number(step);
      case DESCENDING -> number(Integer.MAX_VALUE - step);
      case DENSE -> number(random.nextInt(200));
      case WILD -> wild(random);
      case GROUPED -> ByteBuffer.allocate(5).put((byte) random.nextInt(5)).putInt(step).array();
    };
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] wild(Random random) {
    byte[] key = new byte[random.nextInt(12)];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : -1);
    }
    return key;
  }
}
