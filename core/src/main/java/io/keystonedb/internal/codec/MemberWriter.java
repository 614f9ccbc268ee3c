package io.keystonedb.internal.codec;

import io.keystonedb.internal.engine.UnknownMember;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a structure as tagged members: a number made of the tag and one bit, then the member. The
 * bit says whether that is a number, or bytes with their length before them; so a reader can pass
 * over a member that it does not know. Members come in the order of their tags, from 1; what is
 * null, false or empty is left out. Not thread-safe.
 */
final class MemberWriter {
  /** The bit for members that are bytes. */
  static final int BYTES = 1;

  private final RowOutput out;
  private final List<UnknownMember> unknown;
  private int nextUnknown;

  /** Writes a structure together with members of it that a newer release has written. */
  MemberWriter(RowOutput out, List<UnknownMember> unknown) {
    this.out = out;
    this.unknown = unknown;
  }

  private RowOutput start(int tag, int type) {
    passUnknown(tag);
    out.unsigned(((long) tag << 1) | type);
    return out;
  }

  /** Writes the unknown members that come before a tag. */
  private void passUnknown(int tag) {
    while (nextUnknown < unknown.size() && unknown.get(nextUnknown).tag() < tag) {
      byte[] bytes = unknown.get(nextUnknown).bytes();
      out.raw(bytes, 0, bytes.length);
      nextUnknown++;
    }
  }

  /** Ends the structure. */
  void end() {
    passUnknown(Integer.MAX_VALUE);
  }

  void number(int tag, long value) {
    start(tag, 0).signed(value);
  }

  /** The place of a value, from zero, in a list of all. */
  <T> void oneOf(int tag, T value, List<T> values) {
    number(tag, values.indexOf(value));
  }

  void numberOrNull(int tag, @Nullable Long value) {
    if (value != null) {
      number(tag, value);
    }
  }

  void flag(int tag, boolean value) {
    if (value) {
      number(tag, 1);
    }
  }

  void flagOrNull(int tag, @Nullable Boolean value) {
    if (value != null) {
      number(tag, value ? 1 : 0);
    }
  }

  void text(int tag, String value) {
    start(tag, BYTES).text(value);
  }

  void textOrNull(int tag, @Nullable String value) {
    if (value != null) {
      text(tag, value);
    }
  }

  void bytes(int tag, byte[] value) {
    start(tag, BYTES).bytes(value);
  }

  void instant(int tag, Instant value) {
    part(tag, value, MemberWriter::instant);
  }

  void instantOrNull(int tag, @Nullable Instant value) {
    if (value != null) {
      instant(tag, value);
    }
  }

  static void instant(Instant value, RowOutput out) {
    out.signed(value.getEpochSecond());
    out.unsigned(value.getNano());
  }

  /** A list, if it is not empty. */
  <T> void list(int tag, List<T> values, BiConsumer<? super T, RowOutput> element) {
    if (!values.isEmpty()) {
      listOrNull(tag, values, element);
    }
  }

  <T> void listOrNull(int tag, @Nullable List<T> values, BiConsumer<? super T, RowOutput> element) {
    if (values != null) {
      int start = start(tag, BYTES).open();
      out.unsigned(values.size());
      for (T value : values) {
        element.accept(value, out);
      }
      out.close(start);
    }
  }

  /** A structure inside of this one, to which no release adds a member. */
  <T> void structure(int tag, T value, BiConsumer<? super T, MemberWriter> members) {
    part(tag, value, (structure, part) -> members.accept(structure, closed(part)));
  }

  <T> void structureOrNull(
      int tag, @Nullable T value, BiConsumer<? super T, MemberWriter> members) {
    if (value != null) {
      structure(tag, value, members);
    }
  }

  /** A list of such structures, if it is not empty. */
  <T> void structures(int tag, List<T> values, BiConsumer<? super T, MemberWriter> members) {
    definitions(tag, values, value -> List.of(), members);
  }

  /**
   * A list of structures that newer releases may have added members to, if it is not empty.
   *
   * @param unknown such members of one of them
   */
  <T> void definitions(
      int tag,
      List<T> values,
      Function<? super T, List<UnknownMember>> unknown,
      BiConsumer<? super T, MemberWriter> members) {
    list(
        tag,
        values,
        (value, part) -> {
          int start = part.open();
          MemberWriter writer = new MemberWriter(part, unknown.apply(value));
          members.accept(value, writer);
          writer.end();
          part.close(start);
        });
  }

  private static MemberWriter closed(RowOutput out) {
    return new MemberWriter(out, List.of());
  }

  <T> void partOrNull(int tag, @Nullable T value, BiConsumer<? super T, RowOutput> writer) {
    if (value != null) {
      part(tag, value, writer);
    }
  }

  /** A value that writes itself. */
  <T> void part(int tag, T value, BiConsumer<? super T, RowOutput> writer) {
    int start = start(tag, BYTES).open();
    writer.accept(value, out);
    out.close(start);
  }
}
