package io.keystonedb.internal.expression;

/** The five expression parameters of the service. */
enum ExpressionKind {
  CONDITION("ConditionExpression"),
  FILTER("FilterExpression"),
  KEY_CONDITION("KeyConditionExpression"),
  UPDATE("UpdateExpression"),
  PROJECTION("ProjectionExpression");

  private final String parameter;

  ExpressionKind(String parameter) {
    this.parameter = parameter;
  }

  /** The parameter as requests and messages name it. */
  String parameter() {
    return parameter;
  }

  /** Whether an expression of this kind can use {@code ExpressionAttributeValues}. */
  boolean takesValues() {
    return this != PROJECTION;
  }
}
