package io.keystonedb.internal.codec;

import io.keystonedb.internal.engine.UnknownMember;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a structure that {@link MemberWriter} wrote; to be asked for them in the
 * order of their tags. Those that nobody asks for are kept as unknown. Not thread-safe.
 */
final class MemberReader {
  private static final int NO_MEMBER = Integer.MAX_VALUE;

  private final RowInput in;
  private final boolean marked;
  private final List<UnknownMember> unknown = new ArrayList<>(0);

  /** The tag of the member that is next, or {@link #NO_MEMBER}. */
  private int tag;

  private int type;

  /** Where the member that is next begins. */
  private int start;

  private MemberReader(RowInput in, boolean marked) {
    this.in = in;
    this.marked = marked;
    advance();
  }

  /** Reads a structure that ends with a zero byte, which is the last one. */
  static MemberReader marked(RowInput in) {
    return new MemberReader(in, true);
  }

  /** Reads a structure that ends where the input does. */
  static MemberReader whole(RowInput in) {
    return new MemberReader(in, false);
  }

  private void advance() {
    start = in.position();
    if (!marked && in.atEnd()) {
      tag = NO_MEMBER;
      return;
    }
    long header = in.unsigned();
    if (marked && header == 0) {
      in.requireEnd();
      tag = NO_MEMBER;
      return;
    }
    long next = header >>> 1;
    if (next <= tag || next >= NO_MEMBER) {
      throw in.corrupt("member " + next + " after member " + tag);
    }
    tag = (int) next;
    type = (int) header & 1;
  }

  private void skip() {
    if (type == MemberWriter.BYTES) {
      in.part();
    } else {
      in.unsigned();
    }
    unknown.add(new UnknownMember(tag, in.since(start)));
    advance();
  }

  /** Whether the structure has a member, which is then to be read. */
  private boolean has(int wanted, int wantedType) {
    while (tag < wanted) {
      skip();
    }
    if (tag == wanted && type != wantedType) {
      throw in.corrupt("member " + tag + " of another type");
    }
    return tag == wanted;
  }

  /** Passes over all that was not asked for, which the structure may not know of. */
  List<UnknownMember> end() {
    while (tag < NO_MEMBER) {
      skip();
    }
    return List.copyOf(unknown);
  }

  /** Checks that there is nothing that was not asked for. */
  void requireEnd() {
    if (tag < NO_MEMBER || !unknown.isEmpty()) {
      throw in.corrupt("more members than expected");
    }
  }

  private <T> T require(int wanted, @Nullable T value) {
    if (value == null) {
      throw in.corrupt("no member " + wanted);
    }
    return value;
  }

  long number(int wanted) {
    return require(wanted, numberOrNull(wanted));
  }

  int smallNumber(int wanted) {
    long number = number(wanted);
    if (number != (int) number) {
      throw in.corrupt("member " + wanted + " has more than 32 bits");
    }
    return (int) number;
  }

  /** The value with a number, from zero, in a list of all. */
  <T> T oneOf(int wanted, List<T> values) {
    long number = number(wanted);
    if (number < 0 || number >= values.size()) {
      throw in.corrupt("member " + wanted + " has the unknown value " + number);
    }
    return values.get((int) number);
  }

  @Nullable Long numberOrNull(int wanted) {
    if (!has(wanted, 0)) {
      return null;
    }
    long number = in.signed();
    advance();
    return number;
  }

  boolean flag(int wanted) {
    return Boolean.TRUE.equals(flagOrNull(wanted));
  }

  @Nullable Boolean flagOrNull(int wanted) {
    Long number = numberOrNull(wanted);
    if (number != null && (number >>> 1) != 0) {
      throw in.corrupt("member " + wanted + " is neither true nor false");
    }
    return number == null ? null : number == 1;
  }

  String text(int wanted) {
    return require(wanted, textOrNull(wanted));
  }

  @Nullable String textOrNull(int wanted) {
    if (!has(wanted, MemberWriter.BYTES)) {
      return null;
    }
    String text = in.text();
    advance();
    return text;
  }

  byte[] bytes(int wanted) {
    if (!has(wanted, MemberWriter.BYTES)) {
      throw in.corrupt("no member " + wanted);
    }
    byte[] bytes = in.bytes();
    advance();
    return bytes;
  }

  Instant instant(int wanted) {
    return part(wanted, MemberReader::instant);
  }

  @Nullable Instant instantOrNull(int wanted) {
    return partOrNull(wanted, MemberReader::instant);
  }

  static Instant instant(RowInput in) {
    long second = in.signed();
    long nano = in.unsigned();
    try {
      return Instant.ofEpochSecond(second, nano);
    } catch (DateTimeException | ArithmeticException e) {
      throw in.corrupt(e);
    }
  }

  /** A list; empty if it was left out. */
  <T> List<T> list(int wanted, Function<RowInput, T> element) {
    return Objects.requireNonNullElse(listOrNull(wanted, element), List.of());
  }

  <T> @Nullable List<T> listOrNull(int wanted, Function<RowInput, T> element) {
    return partOrNull(
        wanted,
        part -> {
          List<T> list = new ArrayList<>();
          for (int i = part.count(1); i > 0; i--) {
            list.add(element.apply(part));
          }
          return list;
        });
  }

  <T> T structure(int wanted, Function<MemberReader, T> members) {
    return require(wanted, structureOrNull(wanted, members));
  }

  <T> @Nullable T structureOrNull(int wanted, Function<MemberReader, T> members) {
    return partOrNull(wanted, part -> structure(part, members));
  }

  /** A list of structures; empty if it was left out. */
  <T> List<T> structures(int wanted, Function<MemberReader, T> members) {
    return list(wanted, list -> structure(list.part(), members));
  }

  /** A list of structures that newer releases may have added members to; empty if left out. */
  <T> List<T> definitions(int wanted, Function<MemberReader, T> members) {
    return list(
        wanted,
        list -> {
          MemberReader reader = whole(list.part());
          T definition = members.apply(reader);
          reader.end();
          return definition;
        });
  }

  private static <T> T structure(RowInput part, Function<MemberReader, T> members) {
    MemberReader reader = whole(part);
    T structure = members.apply(reader);
    reader.requireEnd();
    return structure;
  }

  /** A value that reads itself. */
  <T> T part(int wanted, Function<RowInput, T> reader) {
    return require(wanted, partOrNull(wanted, reader));
  }

  <T> @Nullable T partOrNull(int wanted, Function<RowInput, T> reader) {
    if (!has(wanted, MemberWriter.BYTES)) {
      return null;
    }
    RowInput part = in.part();
    T value = reader.apply(part);
    part.requireEnd();
    advance();
    return value;
  }
}
