package io.keystonedb.internal.wire;

import java.util.concurrent.ThreadLocalRandom;

/** Request ids in the service's form: 52 digits and capital letters. */
public final class RequestId {
  private static final int LENGTH = 52;
  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** So many characters of an id come from one random number without a bias that matters. */
  private static final int CHARACTERS_PER_RANDOM = 10;

  private RequestId() {}

  /**
   * A new id. It identifies nothing in the database, so it does not come from the database's
   * randomness.
   */
  @SuppressWarnings(
      "deprecation") // The characters are ASCII, and no other constructor is as cheap.
  public static String next() {
    byte[] id = new byte[LENGTH];
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long bits = 0;
    for (int i = 0; i < LENGTH; i++) {
      if (i % CHARACTERS_PER_RANDOM == 0) {
        bits = random.nextLong() >>> 1;
      }
      id[i] = (byte) CHARACTERS.charAt((int) (bits % CHARACTERS.length()));
      bits /= CHARACTERS.length();
    }
    return new String(id, 0);
  }
}
