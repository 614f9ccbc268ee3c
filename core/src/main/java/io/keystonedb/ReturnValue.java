package io.keystonedb;

/**
 * Which item, or which part of it, an update returns.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html#DDB-UpdateItem-request-ReturnValues">ReturnValues</a>
 */
public enum ReturnValue {
  /** Nothing. */
  NONE,
  /** The whole item as it was. */
  ALL_OLD,
  /** What the update named, as it was. */
  UPDATED_OLD,
  /** The whole item as it is now. */
  ALL_NEW,
  /** What the update named, as it is now. */
  UPDATED_NEW
}
