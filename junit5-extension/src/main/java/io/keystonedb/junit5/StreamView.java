package io.keystonedb.junit5;

/** What the records of a table's stream show of a changed item. */
public enum StreamView {
  /** The table has no stream. */
  NONE,
  /** The key. */
  KEYS_ONLY,
  /** The item after the change. */
  NEW_IMAGE,
  /** The item before the change. */
  OLD_IMAGE,
  /** The item before and after the change. */
  NEW_AND_OLD_IMAGES
}
