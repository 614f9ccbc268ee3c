package io.keystonedb.internal.shape;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An attribute value or map of a request as it was read: either well-formed, or the first thing
 * that is wrong with it. Subclasses are well-formed and make their value when it is asked for.
 *
 * @param <T> {@link io.keystonedb.Value} or {@link io.keystonedb.Item}
 */
public class Decoded<T> {
  private final @Nullable T value;
  private final @Nullable MalformedValue malformed;
  private final List<String> names;

  /** Something whose value a subclass makes in {@link #get(Function)}. */
  protected Decoded() {
    this(null, null, List.of());
  }

  private Decoded(@Nullable T value, @Nullable MalformedValue malformed, List<String> names) {
    this.value = value;
    this.malformed = malformed;
    this.names = names;
  }

  /** Something well-formed. */
  public static <T> Decoded<T> of(T value) {
    return new Decoded<>(value, null, List.of());
  }

  /** Something malformed. */
  public static <T> Decoded<T> malformed(MalformedValue malformed) {
    return new Decoded<>(null, malformed, List.of());
  }

  /** Attributes of which at least one is malformed, and the names of all of them. */
  public static Decoded<Item> malformed(MalformedValue malformed, Collection<String> names) {
    return new Decoded<>(null, malformed, List.copyOf(names));
  }

  /** What is wrong, or null if nothing is. */
  public final @Nullable MalformedValue malformed() {
    return malformed;
  }

  /** The names of attributes that are malformed together, if they were read as a map. */
  public final List<String> names() {
    return names;
  }

  /**
   * The well-formed value.
   *
   * @throws KeystoneException with the bare text of what is wrong
   */
  public final T get() {
    return get(MalformedValue::message);
  }

  /**
   * The well-formed value.
   *
   * @param layer the words in which a malformed one is refused
   * @throws KeystoneException with what is wrong
   */
  public T get(ValidationLayer layer) {
    if (malformed != null) {
      throw layer.error(malformed);
    }
    return get();
  }

  /**
   * The well-formed value.
   *
   * @param wrapper makes the text of the error from what is wrong
   * @throws KeystoneException with that text
   */
  public T get(Function<MalformedValue, String> wrapper) {
    if (malformed != null) {
      throw KeystoneException.validation(wrapper.apply(malformed));
    }
    if (value == null) {
      throw new IllegalStateException("neither a value nor malformed");
    }
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Decoded<?> that
        && Objects.equals(value, that.value)
        && Objects.equals(malformed, that.malformed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, malformed);
  }

  @Override
  public String toString() {
    return String.valueOf(malformed == null ? value : malformed);
  }
}
