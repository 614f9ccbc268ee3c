package io.keystonedb.internal.engine;

/** Keeps the order by expiry in step with the items of a table that has a time to live. */
final class ExpiryRows implements ChangeConsumer {
  @Override
  public void accept(RowWriter rows, ItemChange change) {
    TimeToLive timeToLive = change.table().timeToLive();
    if (timeToLive != null) {
      Expiry.move(rows, timeToLive, change.key(), change.before(), change.after());
    }
  }
}
