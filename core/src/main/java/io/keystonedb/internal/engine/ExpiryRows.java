package io.keystonedb.internal.engine;

import io.keystonedb.storage.Txn;

/** Keeps the order by expiry in step with the items of a table that has a time to live. */
final class ExpiryRows implements ChangeConsumer {
  @Override
  public void accept(Txn txn, ItemChange change) {
    TimeToLive timeToLive = change.table().timeToLive();
    if (timeToLive != null) {
      Expiry.move(txn, timeToLive, change.key().bytes(), change.before(), change.after());
    }
  }
}
