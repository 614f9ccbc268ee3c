package io.keystonedb.sdk.support;

/** What an operation does. */
public enum OperationKind {
  /** Reads items. */
  READ_ITEMS,
  /** Writes items. */
  WRITE_ITEMS,
  /** Reads or writes items, as its statements say. */
  RUN_STATEMENTS,
  /** Creates, changes or deletes a table as requests on items know it. */
  DEFINE_TABLE,
  /**
   * Changes something around tables: backups, tags, policies, replicas, destinations of streams.
   * Making a table out of a backup or of files is one of them.
   */
  ADMINISTER,
  /** Changes nothing and reads no items: descriptions, lists, streams. */
  DESCRIBE,
  /** Not known here: an operation that is newer than this release. It may do anything. */
  UNKNOWN
}
