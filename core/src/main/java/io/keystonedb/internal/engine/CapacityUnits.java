package io.keystonedb.internal.engine;

/**
 * The units of capacity: a read unit is 4 KB read with strong consistency or 8 KB with eventual
 * consistency, a write unit is 1 KB written.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">Read
 *     and write operations</a>
 */
public final class CapacityUnits {
  private static final int READ_UNIT_BYTES = 4096;
  private static final int WRITE_UNIT_BYTES = 1024;

  private CapacityUnits() {}

  /** Units of reading bytes at once: at least one, half of that with eventual consistency. */
  public static double read(long bytes, Consistency consistency) {
    double units = Math.max(1, (bytes + READ_UNIT_BYTES - 1) / READ_UNIT_BYTES);
    return consistency == Consistency.STRONG ? units : units / 2;
  }

  /** Units of reading bytes in a transaction: twice those of a strongly consistent read. */
  public static double transactionalRead(long bytes) {
    return 2 * read(bytes, Consistency.STRONG);
  }

  /** Units of writing an item or an index entry of a size in bytes: at least one. */
  public static double write(int bytes) {
    return Math.max(1, (bytes + WRITE_UNIT_BYTES - 1) / WRITE_UNIT_BYTES);
  }
}
