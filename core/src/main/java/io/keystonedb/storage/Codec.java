package io.keystonedb.storage;

/**
 * Writes values as bytes and reads them again, for stores that keep bytes. Thread-safe.
 *
 * <p>Bytes don't refer to other entries, and are the same for the same entry. They can be read by
 * later releases, and by earlier ones back to the first.
 */
public interface Codec {
  /** The bytes of a value that is put at a key. */
  byte[] encode(byte[] key, Object value);

  /**
   * The value that was put at a key.
   *
   * @param bytes what {@link #encode} made of it; neither changed nor kept
   * @throws CorruptRowException if they are something else
   */
  Object decode(byte[] key, byte[] bytes);
}
