package io.keystonedb.internal.expression;

import io.keystonedb.KeystoneException;
import java.util.List;

/** The service's texts about key conditions, all without the prefix unless spelled out. */
final class KeyErrors {
  private KeyErrors() {}

  static KeystoneException invalidOperator(String operator) {
    return KeystoneException.validation(
        "Invalid operator used in KeyConditionExpression: " + operator);
  }

  static KeystoneException notSupported() {
    return KeystoneException.validation("Query key condition not supported");
  }

  static KeystoneException nestedAttribute() {
    return ExpressionErrors.invalid(
        ExpressionKind.KEY_CONDITION,
        "KeyConditionExpressions cannot have conditions on nested attributes");
  }

  static KeystoneException nestedOperation() {
    return ExpressionErrors.invalid(
        ExpressionKind.KEY_CONDITION, "KeyConditionExpressions cannot contain nested operations");
  }

  static KeystoneException severalAttributes() {
    return KeystoneException.validation(
        "Invalid condition in KeyConditionExpression: Multiple attribute names used in one"
            + " condition");
  }

  static KeystoneException noAttribute() {
    return KeystoneException.validation(
        "Invalid condition in KeyConditionExpression: No key attribute specified");
  }

  static KeystoneException attributeNotFirst(String operator) {
    return KeystoneException.validation(
        "Invalid condition in KeyConditionExpression: "
            + operator
            + " operator must have the key attribute as its first operand");
  }

  static KeystoneException repeatedKey() {
    return ExpressionErrors.invalid(
        ExpressionKind.KEY_CONDITION,
        "KeyConditionExpressions must only contain one condition per key");
  }

  static KeystoneException tooManyConditions(int conditions, int keys) {
    return KeystoneException.validation(
        "The number of query conditions ("
            + conditions
            + ") exceeds the number of key attributes defined in the schema ("
            + keys
            + ")");
  }

  /** As DynamoDB Local says it since keys have several attributes. */
  static KeystoneException noConditions() {
    return KeystoneException.validation("Conditions must be at least length 1");
  }

  static KeystoneException notIndexable() {
    return KeystoneException.validation(
        "Attempted conditional constraint is not an indexable operation");
  }

  static KeystoneException missedKey(String attribute) {
    return KeystoneException.validation("Query condition missed key schema element: " + attribute);
  }

  static KeystoneException typeMismatch() {
    return KeystoneException.validation(
        "One or more parameter values were invalid: Condition parameter type does not match schema"
            + " type");
  }

  static KeystoneException partitionWithoutEquality(List<String> attributes) {
    return KeystoneException.validation(
        "HASH key attributes "
            + String.join(", ", attributes)
            + " must have equality conditions specified in the query");
  }

  static KeystoneException sortWithoutEquality(List<String> attributes, String later) {
    return KeystoneException.validation(
        "RANGE key attributes "
            + String.join(", ", attributes)
            + " must have equality conditions specified in the query because a condition is present"
            + " on key attribute "
            + later);
  }
}
