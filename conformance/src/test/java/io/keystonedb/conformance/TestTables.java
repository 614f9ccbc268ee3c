package io.keystonedb.conformance;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;

/**
 * The tables that random requests are about: {@code plain} has a partition key, {@code sorted} a
 * sort key as well, {@code indexed} has global and local indexes of all projections.
 */
public final class TestTables {
  public static final String[] NAMES = {"plain", "sorted", "indexed", "indexed"};

  private TestTables() {}

  public static String[] indexesOf(String table) {
    return table.equals("indexed")
        ? new String[] {"g-all", "g-keys", "gh-include", "l-all", "l-keys"}
        : new String[] {null};
  }

  public static List<String> keyOf(String table, String index) {
    if (index == null) {
      return table.equals("plain") ? List.of("pk") : List.of("pk", "sk");
    }
    return switch (index) {
      case "gh-include" -> List.of("g", "h");
      case "l-all", "l-keys" -> List.of("pk", "h");
      default -> List.of("g");
    };
  }

  /** Creates the tables. */
  public static void create(DynamoDbClient client) {
    requests().forEach(client::createTable);
  }

  /** The requests that create the tables. */
  public static List<CreateTableRequest> requests() {
    return Stream.<Consumer<CreateTableRequest.Builder>>of(
            t ->
                t.tableName("plain")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(attribute("pk", "S"))
                    .keySchema(key("pk", "HASH")),
            t ->
                t.tableName("sorted")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(attribute("pk", "S"), attribute("sk", "N"))
                    .keySchema(key("pk", "HASH"), key("sk", "RANGE")),
            t ->
                t.tableName("indexed")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                        attribute("pk", "S"),
                        attribute("sk", "N"),
                        attribute("g", "S"),
                        attribute("h", "N"))
                    .keySchema(key("pk", "HASH"), key("sk", "RANGE"))
                    .globalSecondaryIndexes(
                        global("g-all", all(), key("g", "HASH")),
                        global("g-keys", keysOnly(), key("g", "HASH")),
                        global("gh-include", include("a"), key("g", "HASH"), key("h", "RANGE")))
                    .localSecondaryIndexes(local("l-all", all()), local("l-keys", keysOnly())))
        .map(table -> CreateTableRequest.builder().applyMutation(table).build())
        .toList();
  }

  private static AttributeDefinition attribute(String name, String type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement key(String name, String type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static GlobalSecondaryIndex global(
      String name, Projection projection, KeySchemaElement... key) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .projection(projection)
        .keySchema(key)
        .build();
  }

  private static LocalSecondaryIndex local(String name, Projection projection) {
    return LocalSecondaryIndex.builder()
        .indexName(name)
        .projection(projection)
        .keySchema(key("pk", "HASH"), key("h", "RANGE"))
        .build();
  }

  private static Projection all() {
    return Projection.builder().projectionType("ALL").build();
  }

  private static Projection keysOnly() {
    return Projection.builder().projectionType("KEYS_ONLY").build();
  }

  private static Projection include(String... attributes) {
    return Projection.builder().projectionType("INCLUDE").nonKeyAttributes(attributes).build();
  }
}
