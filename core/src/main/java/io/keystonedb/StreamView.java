package io.keystonedb;

/**
 * What the records of a table's stream show of a changed item besides its key, by the service's
 * names.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_StreamSpecification.html">StreamSpecification</a>
 */
public enum StreamView {
  /** The table has no stream. */
  NONE,
  /** Nothing. */
  KEYS_ONLY,
  /** The item after the change. */
  NEW_IMAGE,
  /** The item before the change. */
  OLD_IMAGE,
  /** Both. */
  NEW_AND_OLD_IMAGES
}
