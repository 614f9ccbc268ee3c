package io.keystonedb.storage;

/**
 * Writes values as bytes and reads them again, for stores that keep bytes. Thread-safe.
 *
 * <p>The same entry always has the same bytes, which don't refer to other entries. Later releases
 * read them. Earlier ones do too, and keep what they don't know, or refuse a row that they must not
 * read.
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
