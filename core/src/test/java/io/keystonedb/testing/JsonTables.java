package io.keystonedb.testing;

/**
 * Tables of tests that send JSON: {@code plain} with the partition key {@code pk}; {@code sorted}
 * with the sort key {@code sk} as well; {@code indexed} with the global index {@code gsi} on {@code
 * g} (keys only), the global index {@code gsi-all} on {@code g} and {@code h} (everything), and the
 * local indexes {@code lsi} (keys only) and {@code lsi-all} on {@code h}. {@code pk} and {@code g}
 * are strings, {@code sk} and {@code h} numbers.
 */
public final class JsonTables {
  private JsonTables() {}

  /** Creates the three tables. */
  public static JsonClient create(JsonClient client) {
    client.ok("CreateTable", "{'TableName':'plain'," + ON_DEMAND + definitions("pk") + HASH + "]}");
    client.ok(
        "CreateTable",
        "{'TableName':'sorted'," + ON_DEMAND + definitions("pk", "sk") + HASH + RANGE + "]}");
    client.ok(
        "CreateTable",
        "{'TableName':'indexed',"
            + ON_DEMAND
            + definitions("pk", "sk", "g", "h")
            + HASH
            + RANGE
            + "],'GlobalSecondaryIndexes':["
            + index("gsi", "KEYS_ONLY", key("g", "HASH"))
            + ","
            + index("gsi-all", "ALL", key("g", "HASH") + "," + key("h", "RANGE"))
            + "],'LocalSecondaryIndexes':["
            + index("lsi", "KEYS_ONLY", key("pk", "HASH") + "," + key("h", "RANGE"))
            + ","
            + index("lsi-all", "ALL", key("pk", "HASH") + "," + key("h", "RANGE"))
            + "]}");
    return client;
  }

  private static final String ON_DEMAND = "'BillingMode':'PAY_PER_REQUEST',";
  private static final String HASH = "'KeySchema':[" + key("pk", "HASH");
  private static final String RANGE = "," + key("sk", "RANGE");

  private static String key(String name, String type) {
    return "{'AttributeName':'" + name + "','KeyType':'" + type + "'}";
  }

  private static String definitions(String... names) {
    StringBuilder text = new StringBuilder("'AttributeDefinitions':[");
    for (int i = 0; i < names.length; i++) {
      String type = names[i].equals("sk") || names[i].equals("h") ? "N" : "S";
      text.append(i == 0 ? "" : ",")
          .append("{'AttributeName':'")
          .append(names[i])
          .append("','AttributeType':'")
          .append(type)
          .append("'}");
    }
    return text.append("],").toString();
  }

  private static String index(String name, String projection, String key) {
    return "{'IndexName':'"
        + name
        + "','KeySchema':["
        + key
        + "],'Projection':{'ProjectionType':'"
        + projection
        + "'}}";
  }
}
