package io.keystonedb;

/** What a change did to an item, by the service's names. */
public enum ChangeType {
  /** There was no such item before. */
  INSERT,
  /** The item is another than before. */
  MODIFY,
  /** The item is gone. */
  REMOVE
}
