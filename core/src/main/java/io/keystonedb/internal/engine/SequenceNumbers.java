package io.keystonedb.internal.engine;

import java.math.BigInteger;

/**
 * Sequence numbers: the service writes them as decimal numbers of 21 to 40 digits that grow. Inside
 * the engine they are plain numbers that begin at 1.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_StreamRecord.html">StreamRecord</a>
 */
public final class SequenceNumbers {
  private static final BigInteger BASE = BigInteger.TEN.pow(20);
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

  private SequenceNumbers() {}

  /** The service's text of a sequence: 21 digits. */
  public static String text(long sequence) {
    return BASE.add(BigInteger.valueOf(sequence)).toString();
  }

  /**
   * The sequence of a text; one outside of what the engine hands out is taken for the nearest one.
   *
   * @throws NumberFormatException if it is not a whole number
   */
  public static long parse(String text) {
    return new BigInteger(text).subtract(BASE).max(BigInteger.ZERO).min(LARGEST).longValue();
  }
}
