package io.keystonedb.internal.engine;

import io.keystonedb.KeystoneException;

/**
 * ARNs of tables, which the service takes wherever it takes the name of an existing one.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html#DDB-GetItem-request-TableName">TableName
 *     or ARN</a>
 */
final class TableArn {
  private static final String PREFIX = "arn:";
  private static final String RESOURCE = "table/";

  private TableArn() {}

  /** The table's name in a name or an ARN. */
  static String nameIn(String nameOrArn) {
    return nameOrArn.startsWith(PREFIX) ? nameInArn(nameOrArn) : nameOrArn;
  }

  /**
   * The table's name in an ARN.
   *
   * @throws KeystoneException if it is malformed
   */
  static String nameInArn(String arn) {
    String[] parts = arn.split(":", 6);
    boolean wellFormed =
        arn.startsWith(PREFIX)
            && parts.length == 6
            && parts[2].equals("dynamodb")
            && parts[5].startsWith(RESOURCE)
            && parts[5].indexOf('/', RESOURCE.length()) < 0
            && parts[5].length() > RESOURCE.length();
    if (!wellFormed) {
      throw KeystoneException.validation(
          "Invalid TableArn: Invalid ResourceArn provided as input " + arn);
    }
    return parts[5].substring(RESOURCE.length());
  }
}
