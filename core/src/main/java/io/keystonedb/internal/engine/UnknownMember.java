package io.keystonedb.internal.engine;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Something that a newer release stored with a definition and this one does not know. It stays with
 * the definition, so that it is still there after this release has changed and stored it.
 * Immutable.
 */
public final class UnknownMember {
  private final int tag;
  private final byte[] bytes;

  /**
   * A member.
   *
   * @param tag what tells it from other members of the definition
   * @param bytes the whole member as it is stored; not to be changed
   */
  public UnknownMember(int tag, byte[] bytes) {
    this.tag = tag;
    this.bytes = bytes;
  }

  /** What tells the member from others of the definition. */
  public int tag() {
    return tag;
  }

  /** The whole member as it is stored; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UnknownMember that
        && tag == that.tag
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * tag + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
