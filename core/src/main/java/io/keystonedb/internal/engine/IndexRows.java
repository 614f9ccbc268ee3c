package io.keystonedb.internal.engine;

/** Keeps the entries of indexes in step with the items. */
public final class IndexRows implements ChangeConsumer {
  @Override
  public void accept(RowWriter rows, ItemChange change) {
    for (EntryChange entry : change.entries()) {
      if (entry.beforeKey() != null && entry.leavesItsPlace()) {
        rows.remove(entry.beforeKey());
      }
      if (entry.afterKey() != null && entry.after() != null) {
        rows.put(entry.afterKey(), entry.after());
      }
    }
  }
}
