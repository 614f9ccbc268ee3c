package io.keystonedb.internal.engine;

/** Stores the item itself. */
final class ItemRows implements ChangeConsumer {
  @Override
  public void accept(RowWriter rows, ItemChange change) {
    if (change.after() != null) {
      rows.put(change.key(), change.after());
    } else if (change.before() != null) {
      rows.remove(change.key());
    }
  }
}
