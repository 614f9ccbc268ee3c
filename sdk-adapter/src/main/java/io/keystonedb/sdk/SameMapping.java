package io.keystonedb.sdk;

/** Strings, numbers, booleans and instants: the same on both sides. */
final class SameMapping implements ShapeMapping {
  static final SameMapping INSTANCE = new SameMapping();

  private SameMapping() {}

  @Override
  public Object toRecord(Object sdkValue, String attribute) {
    return sdkValue;
  }

  @Override
  public Object toSdk(Object recordValue) {
    return recordValue;
  }
}
