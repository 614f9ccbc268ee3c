package io.keystonedb.internal.engine;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The id of a request: 128 random bits, which become text only where somebody asks for it. Hardly
 * anybody does.
 *
 * @param high the first bits
 * @param low the other bits
 */
public record RequestId(long high, long low) {
  private static final int LENGTH = 52;
  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** How many characters come from one number without a bias that matters. */
  private static final int CHARACTERS_PER_NUMBER = 10;

  /** The increment of SplitMix64, whose numbers are all different and look random. */
  private static final long INCREMENT = 0x9E3779B97F4A7C15L;

  /**
   * A new id. It identifies nothing in the database, so it does not come from the database's
   * randomness.
   */
  public static RequestId next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new RequestId(random.nextLong(), random.nextLong());
  }

  /** The id in the service's form: 52 digits and capital letters. */
  @Override
  @SuppressWarnings(
      "deprecation") // The characters are ASCII, and no other constructor is as cheap.
  public String toString() {
    byte[] text = new byte[LENGTH];
    long state = low;
    long bits = 0;
    for (int i = 0; i < LENGTH; i++) {
      if (i % CHARACTERS_PER_NUMBER == 0) {
        state += INCREMENT;
        bits = (mix(state) ^ high) >>> 1;
      }
      text[i] = (byte) CHARACTERS.charAt((int) (bits % CHARACTERS.length()));
      bits /= CHARACTERS.length();
    }
    return new String(text, 0);
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long state) {
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
