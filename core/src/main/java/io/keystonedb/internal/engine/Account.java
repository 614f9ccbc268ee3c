package io.keystonedb.internal.engine;

/**
 * The account and Region that names of resources carry.
 *
 * @param region such as {@code us-east-1}
 * @param accountId twelve digits
 */
public record Account(String region, String accountId) {
  /** What a database pretends unless told otherwise. */
  public static final Account DEFAULT = new Account("us-east-1", "000000000000");

  /** The ARN of a table. */
  public String tableArn(String tableName) {
    return "arn:aws:dynamodb:" + region + ":" + accountId + ":table/" + tableName;
  }

  /** The ARN of a stream of a table. */
  public String streamArn(String tableName, String label) {
    return tableArn(tableName) + "/stream/" + label;
  }
}
