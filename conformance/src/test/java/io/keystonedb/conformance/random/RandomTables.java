package io.keystonedb.conformance.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/** Random requests for tables: about half of them valid, the rest wrong in one or two places. */
final class RandomTables {
  /**
   * The table that is there from the start. Dynoxide loses a table when another is created whose
   * name differs in letter case only.
   */
  static final String EXISTING = "2026";

  /** The name of most other tables. */
  static final String TABLE = "table";

  private static final int MOST_LOCAL_INDEXES = 6;

  private final Random random;
  private final Mutation mutation;

  /** Attributes that keys of the current request have, with their types. */
  private final Map<String, String> definitions = new LinkedHashMap<>();

  RandomTables(Random random) {
    this.random = random;
    mutation = new Mutation(random);
  }

  CreateTableRequest next() {
    DynamoDbRequest request = table();
    return (CreateTableRequest) (oneIn(30) ? mutation.of(request) : request);
  }

  private CreateTableRequest table() {
    definitions.clear();
    boolean onDemand = oneIn(2);
    boolean sorted = !oneIn(3);
    CreateTableRequest.Builder table =
        CreateTableRequest.builder()
            .tableName(oneIn(30) ? oneOf(EXISTING, "ab", "bad name!", "x".repeat(256)) : "table")
            .keySchema(sorted ? keys("pk", "sk") : keys("pk"))
            .billingMode(onDemand ? "PAY_PER_REQUEST" : oneOf(null, "PROVISIONED"))
            .provisionedThroughput(throughput(onDemand));
    if (oneIn(3)) {
      table.globalSecondaryIndexes(globalIndexes(onDemand));
    }
    if (sorted ? oneIn(3) : oneIn(30)) {
      table.localSecondaryIndexes(localIndexes());
    }
    if (oneIn(5)) {
      table.streamSpecification(
          StreamSpecification.builder()
              .streamEnabled(!oneIn(12))
              .streamViewType(oneIn(12) ? null : oneOf("NEW_IMAGE", "KEYS_ONLY"))
              .build());
    }
    if (oneIn(8)) {
      table.deletionProtectionEnabled(false);
    }
    if (oneIn(60)) {
      definitions.put("unused", "S");
    }
    if (oneIn(60)) {
      definitions.remove(oneOf(definitions.keySet().toArray(String[]::new)));
    }
    return table.attributeDefinitions(attributeDefinitions()).build();
  }

  private List<AttributeDefinition> attributeDefinitions() {
    List<AttributeDefinition> all = new ArrayList<>();
    definitions.forEach(
        (name, type) ->
            all.add(AttributeDefinition.builder().attributeName(name).attributeType(type).build()));
    return all;
  }

  private List<GlobalSecondaryIndex> globalIndexes(boolean onDemand) {
    List<GlobalSecondaryIndex> indexes = new ArrayList<>();
    int count = oneIn(30) ? 21 : 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      indexes.add(
          GlobalSecondaryIndex.builder()
              .indexName(oneIn(60) ? "global-0" : "global-" + i)
              .keySchema(keys(oneOf("g", "g h", "pk h", "h g").split(" ")))
              .projection(projection())
              .provisionedThroughput(throughput(onDemand))
              .build());
    }
    return indexes;
  }

  private List<LocalSecondaryIndex> localIndexes() {
    List<LocalSecondaryIndex> indexes = new ArrayList<>();
    int count = oneIn(30) ? MOST_LOCAL_INDEXES : 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      indexes.add(
          LocalSecondaryIndex.builder()
              .indexName(oneIn(60) ? "global-0" : "local-" + i)
              .keySchema(
                  keys(
                      (oneIn(60) ? oneOf("pk", "g h", "pk pk") : oneOf("pk h", "pk l")).split(" ")))
              .projection(projection())
              .build());
    }
    return indexes;
  }

  /** Names of attributes, the first for the partition; they are declared, too. */
  private List<KeySchemaElement> keys(String... names) {
    List<KeySchemaElement> keys = new ArrayList<>();
    for (String name : names) {
      definitions.putIfAbsent(name, oneOf("S", "N", "B"));
      keys.add(
          KeySchemaElement.builder()
              .attributeName(name)
              .keyType(keys.isEmpty() != oneIn(150) ? "HASH" : "RANGE")
              .build());
    }
    return keys;
  }

  private Projection projection() {
    String type = oneOf("ALL", "KEYS_ONLY", "INCLUDE");
    Projection.Builder projection = Projection.builder().projectionType(type);
    if (type.equals("INCLUDE") != oneIn(40)) {
      projection.nonKeyAttributes("a", "b");
    }
    return projection.build();
  }

  private ProvisionedThroughput throughput(boolean onDemand) {
    return onDemand != oneIn(60)
        ? null
        : ProvisionedThroughput.builder()
            .readCapacityUnits(oneIn(60) ? 0 : 5L)
            .writeCapacityUnits(oneIn(60) ? 2_000_000_000_000L : 6L)
            .build();
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  @SafeVarargs
  private <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
