package io.keystonedb.internal.shape;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.shape.MalformedValue.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes an attribute value of a request malformed, in the service's words. All who read
 * attribute values share it; they differ only in where the parts of a value come from.
 *
 * <p>Methods that make a value throw {@link MalformedException} if there is none to be made.
 */
public final class ValueRules {
  /** Levels of nesting, the top-level value included. */
  public static final int MAX_LEVELS = 32;

  private static final String EMPTY_NAME = "Empty attribute name";

  /** Bytes of the name of an attribute. */
  private static final int MAX_NAME_BYTES = 65_535;

  private ValueRules() {}

  /** A value at a level of nesting that the service does not allow. */
  public static MalformedException tooDeep() {
    return new MalformedException(
        Kind.NESTING,
        "Nesting Levels have exceeded supported limits: "
            + "Attributes in the item have nested levels beyond supported limit");
  }

  /**
   * What is wrong with the name of an attribute, or null for nothing.
   *
   * <p>The texts are those of DynamoDB Local; the documentation says that a name has from one byte
   * to 64 KB.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-attributes">Attributes</a>
   */
  public static @Nullable String problemOfName(String name) {
    if (name.isEmpty()) {
      return EMPTY_NAME;
    }
    boolean tooLong =
        name.length() * 3 > MAX_NAME_BYTES
            && name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES;
    return tooLong ? "Attribute name is too large, must be less than 65536 bytes" : null;
  }

  /** The name of an attribute. */
  public static String name(String name) {
    String problem = problemOfName(name);
    if (problem != null) {
      throw badName(problem);
    }
    return name;
  }

  /**
   * An attribute whose name is none.
   *
   * @param problem what is wrong with it
   */
  public static MalformedException badName(String problem) {
    return new MalformedException(Kind.DATATYPE, problem);
  }

  /** A value with no datatype that the service knows. */
  public static MalformedException noDatatype() {
    return new MalformedException(
        Kind.DATATYPE,
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
  }

  /** A value with more than one datatype whose numbers, if there are any, are numbers. */
  public static MalformedException severalDatatypes() {
    return new MalformedException(
        Kind.DATATYPE,
        "Supplied AttributeValue has more than one datatypes set, "
            + "must contain exactly one of the supported datatypes");
  }

  /** A number. */
  public static Value.N number(String text) {
    try {
      return Value.number(text);
    } catch (KeystoneException e) {
      throw new MalformedException(Kind.NUMBER, e.getMessage());
    }
  }

  /** The null value; its content has to be true. */
  public static Value nul(boolean isNull) {
    if (!isNull) {
      throw new MalformedException(
          Kind.NULL_FALSE,
          "One or more parameter values were invalid: "
              + "Null attribute value types must have the value of true");
    }
    return Value.nul();
  }

  /** A set of strings. */
  public static Value stringSet(List<@Nullable String> elements) {
    List<String> texts = withoutNull(elements, "string");
    try {
      return Value.SS.of(texts);
    } catch (KeystoneException e) {
      throw malformedSet(texts, e);
    }
  }

  /** The elements of a set of numbers. */
  public static List<Value.N> numbers(List<@Nullable String> elements) {
    List<Value.N> numbers = new ArrayList<>(elements.size());
    for (String element : elements) {
      numbers.add(number(withoutNull(element, "number")));
    }
    return numbers;
  }

  /** A set of numbers. */
  public static Value numberSet(List<@Nullable String> elements) {
    List<Value.N> numbers = numbers(elements);
    try {
      return Value.NS.of(numbers);
    } catch (KeystoneException e) {
      throw new MalformedException(
          numbers.isEmpty() ? Kind.EMPTY_NUMBER_SET : Kind.DUPLICATES, e.getMessage());
    }
  }

  /** A set of binary values. */
  public static Value binarySet(List<Value.@Nullable B> elements) {
    List<Value.B> binaries = withoutNull(elements, "binary");
    try {
      return Value.BS.of(binaries);
    } catch (KeystoneException e) {
      throw malformedSet(binaries, e);
    }
  }

  private static MalformedException malformedSet(Collection<?> elements, KeystoneException e) {
    return new MalformedException(
        elements.isEmpty() ? Kind.EMPTY_SET : Kind.DUPLICATES, e.getMessage());
  }

  private static <T> List<T> withoutNull(List<@Nullable T> elements, String what) {
    List<T> checked = new ArrayList<>(elements.size());
    for (T element : elements) {
      checked.add(withoutNull(element, what));
    }
    return checked;
  }

  private static <T> T withoutNull(@Nullable T element, String what) {
    if (element == null) {
      throw new MalformedException(
          Kind.DATATYPE,
          "One or more parameter values were invalid: An "
              + what
              + " set may not have a null "
              + what
              + " as a member");
    }
    return element;
  }
}
