package io.keystonedb.conformance;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values in few letters. */
public final class Values {
  private Values() {}

  /** A number. */
  public static AttributeValue n(int number) {
    return AttributeValue.fromN(Integer.toString(number));
  }

  /** A string. */
  public static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }
}
