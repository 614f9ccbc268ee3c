package io.keystonedb.internal.codec;

import io.keystonedb.internal.engine.RowKind;
import java.util.Objects;

/**
 * The form of the values of one kind of rows: a byte for the version of the form, tagged members
 * (see {@link MemberWriter}), and a zero byte, so that a row that was cut off is noticed.
 *
 * <p>A release that has more to say adds members, with tags that were never used; others pass over
 * them. The version changes only if others must not read the row.
 */
abstract class RowFormat<V> {
  private static final int VERSION = 1;
  private static final int END = 0;

  private final RowKind<V> kind;

  RowFormat(RowKind<V> kind) {
    this.kind = kind;
  }

  final RowKind<V> kind() {
    return kind;
  }

  final byte[] encode(Object stored) {
    V value = Objects.requireNonNull(kind.cast(stored));
    RowOutput out = new RowOutput(expectedBytes(value));
    out.raw(VERSION);
    write(value, out);
    out.raw(END);
    return out.toByteArray();
  }

  final V decode(byte[] key, byte[] bytes) {
    RowInput in = new RowInput(kind, bytes);
    int version = in.raw();
    if (version != VERSION) {
      throw in.corrupt("written in version " + version + " of its form");
    }
    MemberReader members = MemberReader.marked(in);
    try {
      V value = read(key, members);
      members.end();
      return value;
    } catch (IllegalArgumentException e) {
      // What a value does not take that is made of its members.
      throw in.corrupt(e);
    }
  }

  /** About how many bytes there will be. */
  int expectedBytes(V value) {
    return 128;
  }

  /** Writes the members of a value. */
  abstract void write(V value, RowOutput out);

  /**
   * Makes a value of its members.
   *
   * @param key of its row
   */
  abstract V read(byte[] key, MemberReader in);
}
