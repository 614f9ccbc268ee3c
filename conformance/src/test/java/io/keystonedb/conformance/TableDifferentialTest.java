package io.keystonedb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * As {@link DifferentialTest}, with random requests for tables. What both create is compared by its
 * description, and deleted before the next request.
 */
class TableDifferentialTest {
  /** The table that is there from the start. */
  static final String EXISTING = "existing";

  /** Local leaves the number of decreases out of indexes, and all throughput that is zero. */
  private static final Pattern UNCOMPARABLE =
      Pattern.compile(
          "\\w+(DateTime|Arn|Id|StreamLabel|Status|DecreasesToday)=[^,}]+"
              + "|WarmThroughput=\\{[^}]*\\}"
              + "|ProvisionedThroughput=\\{[^}]*WriteCapacityUnits=0\\}");

  private final long seed = Long.getLong("keystone.seed", 1);
  private final int count = Integer.getInteger("keystone.requests", 4000);

  @Test
  void createsTheTablesThatDynamoDbLocalCreatesExceptWhereThatIsKnownToBeWrong() {
    DynamoDbClient ours = KeystoneDynamoDbClient.create(Database.inMemory());
    Map<String, String> unexplained = new TreeMap<>();
    AmazonDynamoDBLocal embedded = DynamoDBEmbedded.create();
    try {
      DynamoDbClient local = embedded.dynamoDbClient();
      for (DynamoDbClient each : List.of(ours, local)) {
        each.createTable(
            table ->
                table
                    .tableName(EXISTING)
                    .billingMode("PAY_PER_REQUEST")
                    .attributeDefinitions(a -> a.attributeName("pk").attributeType("S"))
                    .keySchema(k -> k.attributeName("pk").keyType("HASH")));
      }
      RandomTables tables = new RandomTables(new Random(seed));
      for (int i = 0; i < count; i++) {
        CreateTableRequest request = tables.next();
        Outcome expected = Outcome.ofLocal(local, request);
        Outcome actual = Outcome.of(ours, request);
        if (!comparable(actual).equals(comparable(expected))
            && !KnownTableDifferences.explain(request, actual, expected)) {
          unexplained.putIfAbsent(
              DifferentialTest.kind(request, actual, expected),
              DifferentialTest.show(request, actual, expected));
        }
        deleteTables(ours);
        deleteTables(local);
      }
    } finally {
      embedded.shutdown();
    }
    assertThat(unexplained.keySet())
        .as("with -Dkeystone.seed=%d%n%s", seed, String.join("\n", unexplained.values()))
        .isEmpty();
  }

  /**
   * What does not depend on when and where, without order: lists of indexes have none. Texts of
   * errors are Local's own.
   */
  private static List<String> comparable(Outcome outcome) {
    return outcome.error().isEmpty()
        ? Stream.of(UNCOMPARABLE.matcher(outcome.text()).replaceAll("").split("[{}\\[\\], ]+"))
            .sorted()
            .toList()
        : List.of(outcome.error());
  }

  private static void deleteTables(DynamoDbClient client) {
    for (String name : client.listTables().tableNames()) {
      if (!name.equals(EXISTING)) {
        if (client.describeTable(t -> t.tableName(name)).table().deletionProtectionEnabled()) {
          client.updateTable(t -> t.tableName(name).deletionProtectionEnabled(false));
        }
        client.deleteTable(t -> t.tableName(name));
      }
    }
  }
}
