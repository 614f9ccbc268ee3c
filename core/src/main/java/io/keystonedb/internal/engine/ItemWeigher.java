package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.storage.Weigher;

/**
 * Weighs the rows of a store: items and entries of indexes weigh their size in bytes as the service
 * counts it, everything else nothing.
 */
public final class ItemWeigher implements Weigher {
  @Override
  public long weigh(byte[] key, Object value) {
    return value instanceof Item item ? item.sizeBytes() : 0;
  }
}
