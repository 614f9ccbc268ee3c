package io.keystonedb.internal.value;

/**
 * The hash of an encoded partition key. A table is ordered by it first, so a scan looks unordered
 * as in the service, and the segments of a parallel scan split its 32-bit range evenly.
 *
 * <p>It is part of the format of stored keys and never changes: FNV-1a over the bytes, finished
 * with the mixing step of MurmurHash3 so that neighbouring keys spread.
 */
public final class PartitionHash {
  private PartitionHash() {}

  /** The hash of a part of an array; all 32 bits are used, so treat it as unsigned. */
  public static int of(byte[] bytes, int from, int to) {
    int hash = 0x811C9DC5;
    for (int i = from; i < to; i++) {
      hash = (hash ^ (bytes[i] & 0xFF)) * 0x01000193;
    }
    hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
    return hash ^ (hash >>> 16);
  }
}
