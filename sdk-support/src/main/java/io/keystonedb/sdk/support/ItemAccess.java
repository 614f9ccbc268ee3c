package io.keystonedb.sdk.support;

/** What a request does with an item. */
public enum ItemAccess {
  /** Reads it. */
  READ,
  /** Replaces it, whatever it was before. */
  PUT,
  /** Changes it. */
  UPDATE,
  /** Deletes it. */
  DELETE,
  /** Checks a condition on it, as a part of a transaction that writes. */
  CHECK
}
