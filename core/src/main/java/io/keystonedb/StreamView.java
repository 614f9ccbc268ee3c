package io.keystonedb;

/** What the records of a stream show of an item besides its key, by the service's names. */
public enum StreamView {
  /** Nothing. */
  KEYS_ONLY,
  /** The item after the change. */
  NEW_IMAGE,
  /** The item before the change. */
  OLD_IMAGE,
  /** Both. */
  NEW_AND_OLD_IMAGES
}
