package io.keystonedb.internal.operation;

/** The two services that share one endpoint, by the name that requests give their target. */
public enum Service {
  /** Tables and items. */
  DYNAMODB("DynamoDB_20120810"),
  /** Streams of changes. */
  STREAMS("DynamoDBStreams_20120810");

  private final String targetName;

  Service(String targetName) {
    this.targetName = targetName;
  }

  /** What stands in {@code X-Amz-Target} in front of the operation. */
  public String targetName() {
    return targetName;
  }
}
