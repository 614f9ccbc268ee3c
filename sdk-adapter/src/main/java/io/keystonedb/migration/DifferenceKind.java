package io.keystonedb.migration;

/** How two values at the same place differ. */
public enum DifferenceKind {
  /** The shadow lacks it. */
  MISSING("missing"),
  /** Only the shadow has it. */
  EXTRA("extra"),
  /** Of different datatypes: a number and a string, a set and a list. */
  TYPE("another datatype"),
  /** Same datatype, different value. */
  VALUE("another value"),
  /** One string, binary or list is the beginning of the other. */
  TRUNCATED("cut off"),
  /** Strings that differ in upper and lower case only. */
  LETTER_CASE("another letter case"),
  /** Numbers that differ, but not as floating point numbers of 64 bits. */
  PRECISION("lost precision"),
  /** Lists with the same elements in another order. */
  ORDER("another order"),
  /** Sets with different elements. */
  ELEMENTS("other elements"),
  /** Times that are further apart than tolerated. */
  TIME("another time"),
  /** One side has NULL where the other has nothing. */
  NULL_VS_MISSING("NULL against missing"),
  /** One side has an empty value where the other has nothing. */
  EMPTY_VS_MISSING("empty against missing"),
  /** One side has NULL where the other has an empty value. */
  NULL_VS_EMPTY("NULL against empty");

  private final String text;

  DifferenceKind(String text) {
    this.text = text;
  }

  /** As it is said in reports. */
  public String text() {
    return text;
  }
}
