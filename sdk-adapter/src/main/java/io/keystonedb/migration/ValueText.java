package io.keystonedb.migration;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values for people to read: the service's JSON, long ones cut. */
final class ValueText {
  private static final int MAX_LENGTH = 200;

  private ValueText() {}

  static String shortened(AttributeValue value) {
    return shortened(ValueJson.value(value));
  }

  static String shortened(String text) {
    return text.length() <= MAX_LENGTH
        ? text
        : text.substring(0, MAX_LENGTH) + "… (" + text.length() + " characters)";
  }
}
