package io.keystonedb.internal.engine;

import io.keystonedb.storage.Txn;

/** Keeps the entries of indexes in step with the items. */
public final class IndexRows implements ChangeConsumer {
  @Override
  public void accept(Txn txn, ItemChange change) {
    for (EntryChange entry : change.entries()) {
      if (entry.beforeKey() != null && entry.leavesItsPlace()) {
        txn.remove(entry.beforeKey().bytes());
      }
      if (entry.afterKey() != null && entry.after() != null) {
        txn.put(entry.afterKey().bytes(), entry.after());
      }
    }
  }
}
