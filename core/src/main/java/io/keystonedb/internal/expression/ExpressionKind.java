package io.keystonedb.internal.expression;

/** The parameters of requests that hold an expression. */
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

  /** The parameter's name, which is in the messages. */
  String parameter() {
    return parameter;
  }

  /** Whether such an expression can use {@code :values}. */
  boolean usesValues() {
    return this != PROJECTION;
  }
}
