package io.keystonedb.internal.storage.memory;

import io.keystonedb.storage.Weigher;

/**
 * What nodes know of the transaction that made them: its identity, and how entries are weighed, but
 * not its trees.
 */
final class Owner {
  private final Weigher weigher;

  Owner(Weigher weigher) {
    this.weigher = weigher;
  }

  long weigh(byte[] key, Object value) {
    return weigher.weigh(key, value);
  }
}
