package io.keystonedb.migration;

import java.util.Arrays;

/**
 * The buckets that differ, in groups that are small enough to be compared in memory. A bucket is
 * never split, so one that is larger makes a larger group. Immutable.
 */
final class BucketGroups {
  private static final int NONE = -1;

  private final int[] groups = new int[BucketSums.BUCKETS];
  private final int count;
  private final long items;

  BucketGroups(BucketSums primary, BucketSums shadow, int itemsPerGroup) {
    Arrays.fill(groups, NONE);
    int group = 0;
    long inGroup = 0;
    long all = 0;
    for (int bucket = 0; bucket < groups.length; bucket++) {
      if (primary.isEqual(shadow, bucket)) {
        continue;
      }
      int size = primary.count(bucket) + shadow.count(bucket);
      if (inGroup > 0 && inGroup + size > itemsPerGroup) {
        group++;
        inGroup = 0;
      }
      groups[bucket] = group;
      inGroup += size;
      all += size;
    }
    count = all == 0 ? 0 : group + 1;
    items = all;
  }

  /** How many groups there are; none if nothing differs. */
  int count() {
    return count;
  }

  /** How many items they have, of both sides. */
  long items() {
    return items;
  }

  /** The group of a key, or a negative number if nothing differs in its bucket. */
  int of(long keyHash) {
    return groups[BucketSums.bucket(keyHash)];
  }
}
