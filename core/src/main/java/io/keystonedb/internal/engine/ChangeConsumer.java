package io.keystonedb.internal.engine;

import io.keystonedb.storage.Txn;

/** Something that follows from the change of an item, in the same transaction. Stateless. */
interface ChangeConsumer {
  void accept(Txn txn, ItemChange change);
}
