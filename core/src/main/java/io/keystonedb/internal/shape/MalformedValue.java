package io.keystonedb.internal.shape;

/**
 * What is wrong with an attribute value of a request. It is reported where the service checks the
 * value, which is after other checks, and not where it is read.
 *
 * @param attribute the top-level attribute (or expression value) it was found under
 * @param kind the family, on which the wrapping of the text depends
 * @param message what the service says of it today, without anything in front
 * @param olderMessage what its {@linkplain ValidationLayer#OLDER older layer} says
 */
public record MalformedValue(String attribute, Kind kind, String message, String olderMessage) {

  /** A value of which both layers say the same. */
  public MalformedValue(String attribute, Kind kind, String message) {
    this(attribute, kind, message, message);
  }

  /** What a layer says of it, without anything in front. */
  public String message(ValidationLayer layer) {
    return layer.isOlder() ? olderMessage : message;
  }

  /** Whether this is a document that is nested too deep, however far. */
  public boolean isNesting() {
    return kind == Kind.NESTING || kind == Kind.FAR_NESTING;
  }

  /** The families of malformed values. */
  public enum Kind {
    /** None, several or unknown type descriptors. */
    DATATYPE,
    /** An attribute's name that is too long. */
    NAME,
    /** A number that is none, too large, too small or too precise. */
    NUMBER,
    /** {@code NULL} with another value than true. */
    NULL_FALSE,
    /** A set of strings or binary values without elements. */
    EMPTY_SET,
    /** A set of numbers without elements. */
    EMPTY_NUMBER_SET,
    /** A set with an element twice. */
    DUPLICATES,
    /** A document nested deeper than the service allows. */
    NESTING,
    /** One that is nested so deep that it is read by the older layer. */
    FAR_NESTING
  }
}
