package io.keystonedb.migration;

/**
 * What one side has, in constant memory: for each of 65,536 buckets of keys, how many items and the
 * sum of their hashes, whatever their order. Not thread-safe.
 */
final class BucketSums {
  static final int BUCKETS = 1 << 16;

  private final long[] sums = new long[BUCKETS];
  private final int[] counts = new int[BUCKETS];
  private long items;

  static int bucket(long keyHash) {
    return (int) (ItemHash.mix(keyHash) >>> 48);
  }

  void add(long keyHash, long itemHash) {
    int bucket = bucket(keyHash);
    sums[bucket] += ItemHash.mix(ItemHash.mix(keyHash) + itemHash);
    counts[bucket]++;
    items++;
  }

  long items() {
    return items;
  }

  int count(int bucket) {
    return counts[bucket];
  }

  boolean isEqual(BucketSums other, int bucket) {
    return sums[bucket] == other.sums[bucket] && counts[bucket] == other.counts[bucket];
  }
}
