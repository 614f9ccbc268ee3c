package io.keystonedb.internal.shape;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a part of a request, by which it is recognized when it is sent again. Equal
 * content has an equal digest, however it was written: maps and sets in any order, numbers in any
 * notation, by any entry point.
 *
 * <p>The digest is that of a canonical form: members of structures in the order of the shape and
 * only those that are there, maps by key, elements of sets in their order, numbers in the service's
 * notation, and in front of everything its kind or length, so that no two contents have the same
 * form.
 */
public final class ContentDigest {
  private static final int BUFFER_BYTES = 512;

  /** Stands behind the last member of a structure, where the length of a name would. */
  private static final int END = -1;

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
  private final Function<Decoded<?>, Object> values;

  private ContentDigest(Function<Decoded<?>, Object> values) {
    this.values = values;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The digest of something of a shape.
   *
   * @return 64 hexadecimal digits
   */
  public static String of(Shape shape, Object content) {
    return of(shape, content, Decoded::get);
  }

  /**
   * The digest of something of a shape.
   *
   * @param values the value of what is well-formed, for values that depend on more than the request
   * @return 64 hexadecimal digits
   */
  public static String of(Shape shape, Object content, Function<Decoded<?>, Object> values) {
    ContentDigest digest = new ContentDigest(values);
    digest.add(shape, content);
    digest.flush();
    return HexFormat.of().formatHex(digest.digest.digest());
  }

  private void add(Shape shape, @Nullable Object content) {
    if (content == null) {
      text("absent");
    } else if (shape instanceof Structure structure) {
      structure(structure, (Record) content);
    } else if (shape instanceof Shape.ListOf list) {
      List<?> elements = (List<?>) content;
      number(elements.size());
      elements.forEach(element -> add(list.element(), element));
    } else if (shape instanceof Shape.MapOf map) {
      Map<?, ?> entries = (Map<?, ?>) content;
      Map<String, @Nullable Object> sorted = new TreeMap<>();
      entries.forEach((name, value) -> sorted.put((String) Objects.requireNonNull(name), value));
      number(sorted.size());
      sorted.forEach(
          (name, value) -> {
            text(name);
            add(map.value(), value);
          });
    } else if (content instanceof Decoded<?> decoded) {
      decoded(decoded);
    } else if (content instanceof Instant instant) {
      number(instant.getEpochSecond());
      number(instant.getNano());
    } else {
      // Texts, numbers and flags: what they are is known by the shape.
      text(content.toString());
    }
  }

  private void structure(Structure structure, Record content) {
    List<Member> members = structure.members();
    for (int i = 0; i < members.size(); i++) {
      Object value = structure.get(content, i);
      if (value != null) {
        text(members.get(i).name());
        add(members.get(i).shape(), value);
      }
    }
    number(END);
  }

  private void decoded(Decoded<?> decoded) {
    MalformedValue malformed = decoded.malformed();
    if (malformed != null) {
      text("malformed");
      text(malformed.attribute());
      text(malformed.kind().name());
      text(malformed.message());
      return;
    }
    Object value = values.apply(decoded);
    if (value instanceof Item item) {
      item(item);
    } else {
      value((Value) value);
    }
  }

  private void item(Item item) {
    number(item.size());
    new TreeMap<>(item)
        .forEach(
            (name, value) -> {
              text(name);
              value(value);
            });
  }

  private void value(Value value) {
    text(value.type().name());
    if (value instanceof Value.S string) {
      text(string.value());
    } else if (value instanceof Value.N number) {
      text(number.text());
    } else if (value instanceof Value.B binary) {
      binary(binary);
    } else if (value instanceof Value.Bool bool) {
      text(String.valueOf(bool.value()));
    } else if (value instanceof Value.L list) {
      number(list.values().size());
      list.values().forEach(this::value);
    } else if (value instanceof Value.M map) {
      item(map.values());
    } else if (value instanceof Value.SS set) {
      number(set.values().size());
      sorted(set.values()).forEach(this::text);
    } else if (value instanceof Value.NS set) {
      number(set.values().size());
      sorted(set.values()).forEach(element -> text(element.text()));
    } else if (value instanceof Value.BS set) {
      number(set.values().size());
      sorted(set.values()).forEach(this::binary);
    }
    // NULL is its type alone.
  }

  private static <T extends Comparable<? super T>> Collection<T> sorted(Collection<T> set) {
    return new TreeSet<>(set);
  }

  private void binary(Value.B binary) {
    byte[] bytes = binary.toByteArray();
    number(bytes.length);
    flush();
    digest.update(bytes);
  }

  /** A text as its UTF-16 units, which keeps lone surrogates apart. */
  private void text(String text) {
    number(text.length());
    for (int i = 0; i < text.length(); i++) {
      room(Character.BYTES);
      buffer.putChar(text.charAt(i));
    }
  }

  private void number(long number) {
    room(Long.BYTES);
    buffer.putLong(number);
  }

  private void room(int bytes) {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  private void flush() {
    digest.update(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
