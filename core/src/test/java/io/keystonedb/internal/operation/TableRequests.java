package io.keystonedb.internal.operation;

/** Requests of tests for tables, in JSON with {@code '} for a quotation mark. */
final class TableRequests {
  private TableRequests() {}

  static final String ON_DEMAND = "'BillingMode':'PAY_PER_REQUEST'";
  static final String PROVISIONED = throughput(5, 5);

  /** A request to create the table {@code orders} with the key {@code pk}. */
  static String create(String... members) {
    return table("{'AttributeName':'pk','KeyType':'HASH'}", "pk", members);
  }

  /** The same with the sort key {@code sk}. */
  static String createSorted(String... members) {
    return table(schema("pk", "sk"), "pk,sk", members);
  }

  /** The same with any schema and the definitions of some string attributes. */
  static String table(String schema, String attributes, String... members) {
    return "{'TableName':'orders','KeySchema':["
        + schema
        + "],"
        + definitions(attributes)
        + (members.length == 0 ? "" : "," + String.join(",", members))
        + "}";
  }

  static String update(String... members) {
    return "{'TableName':'orders'," + String.join(",", members) + "}";
  }

  static String definitions(String attributes) {
    StringBuilder text = new StringBuilder("'AttributeDefinitions':[");
    for (String attribute : attributes.split(",")) {
      text.append("{'AttributeName':'").append(attribute).append("','AttributeType':'S'},");
    }
    text.setCharAt(text.length() - 1, ']');
    return text.toString();
  }

  static String schema(String hash, String range) {
    return "{'AttributeName':'"
        + hash
        + "','KeyType':'HASH'},{'AttributeName':'"
        + range
        + "','KeyType':'RANGE'}";
  }

  static String schema(String hash) {
    return "{'AttributeName':'" + hash + "','KeyType':'HASH'}";
  }

  static String throughput(long read, long write) {
    return "'ProvisionedThroughput':{'ReadCapacityUnits':"
        + read
        + ",'WriteCapacityUnits':"
        + write
        + "}";
  }

  /** An index with the projection ALL. */
  static String index(String name, String schema, String... members) {
    return index(name, schema, "{'ProjectionType':'ALL'}", members);
  }

  private static String index(String name, String schema, String projection, String[] members) {
    return "{'IndexName':'"
        + name
        + "','KeySchema':["
        + schema
        + "],'Projection':"
        + projection
        + (members.length == 0 ? "" : "," + String.join(",", members))
        + "}";
  }

  static String projected(String name, String schema, String projection) {
    return index(name, schema, projection, new String[0]);
  }

  static String global(String... indexes) {
    return "'GlobalSecondaryIndexes':[" + String.join(",", indexes) + "]";
  }

  static String local(String... indexes) {
    return "'LocalSecondaryIndexes':[" + String.join(",", indexes) + "]";
  }

  static String indexUpdates(String... updates) {
    return "'GlobalSecondaryIndexUpdates':[" + String.join(",", updates) + "]";
  }

  static String createIndex(String index) {
    return "{'Create':" + index + "}";
  }

  static String deleteIndex(String name) {
    return "{'Delete':{'IndexName':'" + name + "'}}";
  }
}
