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

  /** The level from which on the current layer leaves a request to the older one. Observed. */
  public static final int FAR_LEVELS = 63;

  /** What is said of an attribute without a name, wherever it stands. */
  public static final String EMPTY_NAME = "Empty attribute name";

  /** What is said of an attribute with a name that is too long. Observed in 2026. */
  public static final String LONG_NAME =
      "Attribute name is too large, must be less than 65536 bytes";

  private static final int MAX_NAME_BYTES = 65535;

  private ValueRules() {}

  /**
   * A value that is nested deeper than the service allows.
   *
   * @param deepest the level of the value that is nested deepest, of which more than {@link
   *     #FAR_LEVELS} need not be told apart
   */
  public static MalformedException tooDeep(int deepest) {
    return new MalformedException(
        deepest < FAR_LEVELS ? Kind.NESTING : Kind.FAR_NESTING,
        "Nesting Levels have exceeded supported limits: "
            + "Attributes in the item have nested levels beyond supported limit");
  }

  /** The name of an attribute. */
  public static String name(String name) {
    MalformedException malformed = malformedName(name);
    if (malformed != null) {
      throw malformed;
    }
    return name;
  }

  /** What is wrong with the name of an attribute, which has 1 to 65,535 bytes; null if nothing. */
  public static @Nullable MalformedException malformedName(String name) {
    if (name.isEmpty()) {
      return emptyName();
    }
    return isLongName(name) ? new MalformedException(Kind.NAME, LONG_NAME) : null;
  }

  /**
   * What is reported of an item with something malformed: an attribute without a name comes before
   * a value that is nested too deep, wherever they stand (observed).
   *
   * @param first the first thing that is malformed
   * @param names the names of all attributes
   */
  public static MalformedValue reported(MalformedValue first, Collection<String> names) {
    return first.isNesting() && names.contains("") ? emptyName().at("") : first;
  }

  /** Whether a name has more than 65,535 bytes. */
  public static boolean isLongName(String name) {
    // No character takes more than three bytes.
    return name.length() > MAX_NAME_BYTES / 3
        && name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES;
  }

  /**
   * The text is that of DynamoDB Local; the documentation only says that there has to be a name.
   */
  private static MalformedException emptyName() {
    return new MalformedException(Kind.DATATYPE, EMPTY_NAME);
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
      String message = String.valueOf(e.getMessage());
      throw new MalformedException(Kind.NUMBER, message, OlderNumbers.message(text, message));
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
      throw texts.isEmpty() ? emptySet(e) : RepeatedElements.ofStrings(texts);
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
      throw numbers.isEmpty()
          ? new MalformedException(Kind.EMPTY_NUMBER_SET, String.valueOf(e.getMessage()))
          : RepeatedElements.ofNumbers();
    }
  }

  /** A set of binary values. */
  public static Value binarySet(List<Value.@Nullable B> elements) {
    List<Value.B> binaries = withoutNull(elements, "binary");
    try {
      return Value.BS.of(binaries);
    } catch (KeystoneException e) {
      throw binaries.isEmpty() ? emptySet(e) : RepeatedElements.ofBinaries(binaries);
    }
  }

  private static MalformedException emptySet(KeystoneException e) {
    return new MalformedException(Kind.EMPTY_SET, String.valueOf(e.getMessage()));
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
