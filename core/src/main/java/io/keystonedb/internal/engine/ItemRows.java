package io.keystonedb.internal.engine;

import io.keystonedb.storage.Txn;

/** Stores the item itself. */
final class ItemRows implements ChangeConsumer {
  @Override
  public void accept(Txn txn, ItemChange change) {
    if (change.after() != null) {
      txn.put(change.key().bytes(), change.after());
    } else if (change.before() != null) {
      txn.remove(change.key().bytes());
    }
  }
}
