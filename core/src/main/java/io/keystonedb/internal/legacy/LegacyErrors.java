package io.keystonedb.internal.legacy;

import io.keystonedb.KeystoneException;
import io.keystonedb.ValueType;
import io.keystonedb.internal.shape.ValidationLayer;
import io.keystonedb.internal.shape.ValueRules;

/** The service's texts about legacy parameters. */
final class LegacyErrors {
  private static final String INVALID = "One or more parameter values were invalid: ";

  private final ValidationLayer layer;

  LegacyErrors(ValidationLayer layer) {
    this.layer = layer;
  }

  private KeystoneException error(String text) {
    return layer.error(text);
  }

  private KeystoneException ofAttribute(String text, String attribute) {
    return error(INVALID + text + " for Attribute: " + attribute);
  }

  KeystoneException argumentCount(LegacyOperator operator) {
    return error(
        INVALID + "Invalid number of argument(s) for the " + operator + " ComparisonOperator");
  }

  KeystoneException argumentType(LegacyOperator operator, ValueType type) {
    return error(
        INVALID
            + "ComparisonOperator "
            + operator
            + " is not valid for "
            + type
            + " AttributeValue type");
  }

  KeystoneException mixedTypes() {
    return error(INVALID + "AttributeValues inside AttributeValueList must be of same type");
  }

  KeystoneException boundsReversed() {
    return error(
        "The BETWEEN condition was provided a range where the lower bound is greater than the upper"
            + " bound");
  }

  KeystoneException operatorWithoutConditions() {
    return error("ConditionalOperator cannot be used without Filter or Expected");
  }

  KeystoneException operatorWithOneCondition() {
    return error(
        "ConditionalOperator can only be used when Filter or Expected has two or more elements");
  }

  KeystoneException existsWithOperator(String attribute) {
    return ofAttribute("Exists and ComparisonOperator cannot be used together", attribute);
  }

  KeystoneException valueWithList(String attribute) {
    return ofAttribute("Value and AttributeValueList cannot be used together", attribute);
  }

  KeystoneException listWithoutOperator(String attribute) {
    return ofAttribute("AttributeValueList can only be used with a ComparisonOperator", attribute);
  }

  KeystoneException operatorWithoutValue(LegacyOperator operator, String attribute) {
    return ofAttribute(
        "Value or AttributeValueList must be used with ComparisonOperator: " + operator, attribute);
  }

  /**
   * @param exists {@code true}, or {@code null} if that was left out
   */
  KeystoneException existsWithoutValue(String exists, String attribute) {
    return ofAttribute("Value must be provided when Exists is " + exists, attribute);
  }

  KeystoneException absentWithValue(String attribute) {
    return ofAttribute("Value cannot be used when Exists is false", attribute);
  }

  KeystoneException actionWithoutValue() {
    return error(INVALID + "Only DELETE action is allowed when no attribute value is specified");
  }

  KeystoneException deleteOfType(ValueType type) {
    return error(
        INVALID + "DELETE action with value is not supported for the type " + type.longName());
  }

  KeystoneException addOfType(ValueType type) {
    return error(INVALID + "ADD action is not supported for the type " + type.longName());
  }

  /** The words in which the operation refuses malformed values. */
  ValidationLayer layer() {
    return layer;
  }

  /** Refuses an attribute without a name, never in an envelope, and one with too long a name. */
  void requireName(String attribute) {
    if (attribute.isEmpty()) {
      throw KeystoneException.validation(ValueRules.EMPTY_NAME);
    }
    if (ValueRules.isLongName(attribute)) {
      throw error(ValueRules.LONG_NAME);
    }
  }

  static KeystoneException repeatedAttribute(String attribute) {
    return KeystoneException.validation(
        INVALID + "Duplicate value in attribute name: " + attribute);
  }
}
