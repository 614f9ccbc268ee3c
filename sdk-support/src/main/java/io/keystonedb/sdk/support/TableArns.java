package io.keystonedb.sdk.support;

/** ARNs of tables and of what belongs to a table. */
final class TableArns {
  private static final String TABLE = ":table/";

  private TableArns() {}

  /**
   * The name of a table.
   *
   * @param nameOrArn its name, its ARN, or the ARN of one of its indexes or streams
   */
  static String tableName(String nameOrArn) {
    int table = nameOrArn.startsWith("arn:") ? nameOrArn.indexOf(TABLE) : -1;
    if (table < 0) {
      return nameOrArn;
    }
    int start = table + TABLE.length();
    int end = nameOrArn.indexOf('/', start);
    return end < 0 ? nameOrArn.substring(start) : nameOrArn.substring(start, end);
  }
}
