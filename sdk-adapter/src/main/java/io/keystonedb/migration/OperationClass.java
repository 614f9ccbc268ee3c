package io.keystonedb.migration;

/** What an operation does, as far as it matters to two sides. */
public enum OperationClass {
  /** Reads items: GetItem, Query, Scan, BatchGetItem, TransactGetItems, SELECT statements. */
  READ,
  /**
   * Writes items: PutItem, UpdateItem, DeleteItem, BatchWriteItem, TransactWriteItems, other
   * statements.
   */
  WRITE,
  /** Makes or changes tables: CreateTable, UpdateTable, DeleteTable, UpdateTimeToLive. */
  TABLE,
  /** Everything else: descriptions, lists, backups, tags. It concerns the primary alone. */
  OTHER
}
