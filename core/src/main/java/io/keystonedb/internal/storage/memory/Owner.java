package io.keystonedb.internal.storage.memory;

import io.keystonedb.storage.Weigher;

/**
 * What nodes know of the transaction that made them: its identity, and how entries are weighed, but
 * not its trees.
 */
final class Owner {
  /** The owner of what has no entries. */
  static final Owner NOBODY =
      new Owner(
          // Not a lambda: its class would be made at run time, when the first database opens.
          new Weigher() {
            @Override
            public long weigh(byte[] key, Object value) {
              return 0;
            }
          });

  private final Weigher weigher;

  Owner(Weigher weigher) {
    this.weigher = weigher;
  }

  long weigh(byte[] key, Object value) {
    return weigher.weigh(key, value);
  }
}
