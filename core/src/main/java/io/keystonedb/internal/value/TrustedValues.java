package io.keystonedb.internal.value;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of parts that were taken from values before: what the public factories check again,
 * copy or parse is taken as it is.
 *
 * <p>The constructors that it needs are not public, so it is implemented beside them, and that
 * class {@linkplain #register registers} itself, as those behind the JDK's {@code SharedSecrets}.
 */
public abstract class TrustedValues {
  private static final String IMPLEMENTATION = "io.keystonedb.TrustedValuesImpl";

  private static volatile @Nullable TrustedValues instance;

  /** The one implementation. */
  public static TrustedValues get() {
    if (instance == null) {
      try {
        Class.forName(IMPLEMENTATION);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
    return Objects.requireNonNull(instance);
  }

  /** Makes an implementation the one that {@link #get} returns. */
  protected static void register(TrustedValues implementation) {
    instance = implementation;
  }

  /**
   * A number, or null if its digits end with a zero, or are too many or out of range.
   *
   * @param digits the significant ones
   * @param scale how many of them are behind the decimal point
   */
  public abstract Value.@Nullable N decimal(BigInteger digits, long scale);

  /** A binary value; the array is not copied. */
  public abstract Value.B binary(byte[] bytes);

  /** A set that is not empty; it is not copied. */
  public abstract Value.SS stringSet(Set<String> elements);

  /** A set that is not empty; it is not copied. */
  public abstract Value.NS numberSet(Set<Value.N> elements);

  /** A set that is not empty; it is not copied. */
  public abstract Value.BS binarySet(Set<Value.B> elements);

  /**
   * An item, or null if it has a name twice. The arrays are not copied.
   *
   * @param sizeBytes its size as the service counts it
   */
  public abstract @Nullable Item item(String[] names, Value[] values, int sizeBytes);
}
