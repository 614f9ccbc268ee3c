package io.keystonedb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One attribute value. Values are immutable and valid by construction: a number is in range, a set
 * is neither empty nor does it hold an element twice.
 *
 * <p>Equality is the service's: numbers are equal if they are numerically equal ({@code 1} and
 * {@code 1.0}), sets regardless of order, lists element by element, maps regardless of order.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html">AttributeValue</a>
 */
public sealed interface Value {

  /** The data type of this value. */
  ValueType type();

  /** A string. It may be empty unless it is a key. */
  static S string(String value) {
    return new S(value);
  }

  /** A number from an integer. */
  static N number(long value) {
    return N.of(value);
  }

  /**
   * A number from its decimal text form, such as {@code -12.5e3}.
   *
   * @throws KeystoneException with {@link ErrorCode#VALIDATION} if the text is not a number, has
   *     more than 38 significant digits, or is out of range (magnitude 1E-130 to 9.99…E+125)
   */
  static N number(String value) {
    return N.parse(value);
  }

  /**
   * A number from a {@link BigDecimal}.
   *
   * @throws KeystoneException as {@link #number(String)}
   */
  static N number(BigDecimal value) {
    return N.parse(value.toString());
  }

  /**
   * A number from the shortest decimal form of a double.
   *
   * @throws KeystoneException as {@link #number(String)}; NaN and infinities are not numbers
   */
  static N number(double value) {
    return N.parse(Double.toString(value));
  }

  /** A binary value; the bytes are copied. */
  static B binary(byte[] value) {
    return new B(value.clone());
  }

  /** A boolean. */
  static Bool bool(boolean value) {
    return value ? Bool.TRUE : Bool.FALSE;
  }

  /** The null value, which is a value and not the absence of one. */
  static Null nul() {
    return Null.INSTANCE;
  }

  /** A list of values of any types. */
  static L list(Value... values) {
    return new L(List.of(values));
  }

  /** A list of values of any types. */
  static L list(List<? extends Value> values) {
    return new L(List.copyOf(values));
  }

  /** A map from attribute names to values of any types. */
  static M map(Map<String, ? extends Value> values) {
    return new M(Item.copyOf(values));
  }

  /**
   * A set of strings.
   *
   * @throws KeystoneException if it is empty or has an element twice
   */
  static SS stringSet(String... values) {
    return SS.of(Arrays.asList(values));
  }

  /**
   * A set of numbers.
   *
   * @throws KeystoneException if it is empty, has an element twice or an element is not a number
   */
  static NS numberSet(String... values) {
    return NS.of(Arrays.stream(values).map(N::parse).toList());
  }

  /**
   * A set of numbers.
   *
   * @throws KeystoneException if it is empty or has an element twice
   */
  static NS numberSet(long... values) {
    return NS.of(Arrays.stream(values).mapToObj(N::of).toList());
  }

  /**
   * A set of binary values.
   *
   * @throws KeystoneException if it is empty or has an element twice
   */
  static BS binarySet(byte[]... values) {
    return BS.of(Arrays.stream(values).map(Value::binary).toList());
  }

  /** A string. */
  record S(String value) implements Value {
    public S {
      if (value == null) {
        throw new IllegalArgumentException("a string value is not null; use Value.nul()");
      }
    }

    @Override
    public ValueType type() {
      return ValueType.S;
    }
  }

  /** A decimal number of up to 38 significant digits, in the service's canonical text form. */
  final class N implements Value, Comparable<N> {
    private final String text;

    private N(String text) {
      this.text = text;
    }

    static N of(long value) {
      return new N(Long.toString(value));
    }

    static N parse(String text) {
      return new N(DecimalText.canonical(text));
    }

    /** The number of some significant digits and a scale, or null if none has just these. */
    static @Nullable N ofDigits(BigInteger digits, long scale) {
      String text = DecimalText.of(digits, scale);
      return text == null ? null : new N(text);
    }

    /** Canonical plain decimal notation: no exponent, no superfluous zeros, no {@code -0}. */
    public String text() {
      return text;
    }

    /** The exact value. */
    public BigDecimal toBigDecimal() {
      return new BigDecimal(text);
    }

    @Override
    public ValueType type() {
      return ValueType.N;
    }

    @Override
    public int compareTo(N other) {
      return DecimalText.compare(text, other.text);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof N that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }

    @Override
    public String toString() {
      return "N[" + text + "]";
    }
  }

  /** A sequence of bytes. */
  final class B implements Value, Comparable<B> {
    private final byte[] bytes;

    private B(byte[] bytes) {
      this.bytes = bytes;
    }

    /** A value of an array that nobody changes any more. */
    static B wrap(byte[] bytes) {
      return new B(bytes);
    }

    /** The number of bytes. */
    public int length() {
      return bytes.length;
    }

    /** The byte at an index, from zero. */
    public byte byteAt(int index) {
      return bytes[index];
    }

    /** A fresh copy of the bytes. */
    public byte[] toByteArray() {
      return bytes.clone();
    }

    /** Whether these bytes begin with those. */
    public boolean startsWith(B prefix) {
      return bytes.length >= prefix.bytes.length
          && Arrays.equals(bytes, 0, prefix.bytes.length, prefix.bytes, 0, prefix.bytes.length);
    }

    /** Whether those bytes occur in these, one behind the other. */
    public boolean contains(B part) {
      for (int start = 0; start + part.bytes.length <= bytes.length; start++) {
        if (Arrays.equals(
            bytes, start, start + part.bytes.length, part.bytes, 0, part.bytes.length)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public ValueType type() {
      return ValueType.B;
    }

    /** Orders by unsigned bytes. */
    @Override
    public int compareTo(B other) {
      return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof B that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "B[" + java.util.Base64.getEncoder().encodeToString(bytes) + "]";
    }
  }

  /** A boolean. */
  record Bool(boolean value) implements Value {
    static final Bool TRUE = new Bool(true);
    static final Bool FALSE = new Bool(false);

    @Override
    public ValueType type() {
      return ValueType.BOOL;
    }
  }

  /** The null value. */
  record Null() implements Value {
    static final Null INSTANCE = new Null();

    @Override
    public ValueType type() {
      return ValueType.NULL;
    }
  }

  /** A list of values. */
  record L(List<Value> values) implements Value {
    public L {
      values = List.copyOf(values);
    }

    @Override
    public ValueType type() {
      return ValueType.L;
    }
  }

  /** A map from attribute names to values. */
  record M(Item values) implements Value {
    @Override
    public ValueType type() {
      return ValueType.M;
    }
  }

  /** A set of strings; it keeps the order in which it was given. */
  record SS(Set<String> values) implements Value {
    public SS {
      values = ValueSets.checked(ValueType.SS, values);
    }

    /**
     * A set from a collection.
     *
     * @throws KeystoneException if it is empty or has an element twice
     */
    public static SS of(Collection<String> values) {
      return new SS(ValueSets.distinct(ValueType.SS, values));
    }

    @Override
    public ValueType type() {
      return ValueType.SS;
    }
  }

  /** A set of numbers; it keeps the order in which it was given. */
  record NS(Set<N> values) implements Value {
    public NS {
      values = ValueSets.checked(ValueType.NS, values);
    }

    /**
     * A set from a collection.
     *
     * @throws KeystoneException if it is empty or has an element twice
     */
    public static NS of(Collection<N> values) {
      return new NS(ValueSets.distinct(ValueType.NS, values));
    }

    @Override
    public ValueType type() {
      return ValueType.NS;
    }
  }

  /** A set of binary values; it keeps the order in which it was given. */
  record BS(Set<B> values) implements Value {
    public BS {
      values = ValueSets.checked(ValueType.BS, values);
    }

    /**
     * A set from a collection.
     *
     * @throws KeystoneException if it is empty or has an element twice
     */
    public static BS of(Collection<B> values) {
      return new BS(ValueSets.distinct(ValueType.BS, values));
    }

    @Override
    public ValueType type() {
      return ValueType.BS;
    }
  }
}
