package io.keystonedb.internal.engine;

/** Something that follows from the change of an item, in the same transaction. Stateless. */
interface ChangeConsumer {
  void accept(RowWriter rows, ItemChange change);
}
