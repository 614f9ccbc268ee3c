package io.keystonedb.internal.engine;

/**
 * A write of one item as a request asks for it. Made before the store is asked; immutable, since
 * the store may run a write body again.
 */
public interface ItemWrite {
  /** The table: its name or ARN, as the request has it. */
  String table();

  /**
   * Finds which item the write is about, with all checks that the service makes before it looks the
   * item up, in its order.
   *
   * @throws io.keystonedb.KeystoneException what fails the request, a transaction's too
   */
  ItemTarget locate(TableRef table);
}
