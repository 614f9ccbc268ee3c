package io.keystonedb.storage;

/**
 * How much a range of a store holds.
 *
 * @param count the number of entries
 * @param weight the sum of what they weigh, in the unit of the store's {@link Weigher}
 */
public record Measure(long count, long weight) {
  /** No entries. */
  public static final Measure NONE = new Measure(0, 0);

  /** Both together. */
  public Measure plus(Measure other) {
    return new Measure(count + other.count, weight + other.weight);
  }
}
