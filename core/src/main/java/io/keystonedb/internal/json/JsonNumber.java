package io.keystonedb.internal.json;

/** A number as it was written: it may have more digits than any number type of Java. */
record JsonNumber(String text) {
  @Override
  public String toString() {
    return text;
  }
}
