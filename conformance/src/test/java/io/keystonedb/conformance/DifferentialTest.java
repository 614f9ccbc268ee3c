package io.keystonedb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * Sends the same random requests, valid and deliberately invalid, to KeystoneDB and to DynamoDB
 * Local, and compares what comes of them. DynamoDB Local is not the truth: where it is known to
 * differ from the service, {@link KnownDifferences} says so.
 *
 * <p>{@code -Dkeystone.seed} makes other requests, {@code -Dkeystone.requests} more or fewer. The
 * build always sends the same, so that it fails only for what changed.
 */
class DifferentialTest {
  private final long seed = Long.getLong("keystone.seed", 1);
  private final int count = Integer.getInteger("keystone.requests", 4000);

  @Test
  void answersLikeDynamoDbLocalExceptWhereThatIsKnownToBeWrong() {
    DynamoDbClient ours = KeystoneDynamoDbClient.create(Database.inMemory());
    Map<String, List<String>> unexplained = new TreeMap<>();
    AmazonDynamoDBLocal embedded = DynamoDBEmbedded.create();
    try {
      DynamoDbClient local = embedded.dynamoDbClient();
      TestTables.create(ours);
      TestTables.create(local);
      RandomRequests requests = new RandomRequests(new Random(seed));
      for (int i = 0; i < count; i++) {
        DynamoDbRequest request = requests.next();
        Outcome expected = Outcome.ofLocal(local, request);
        Outcome actual = Outcome.of(ours, request);
        if (actual.error().isEmpty() != expected.error().isEmpty()
            || request instanceof UpdateItemRequest
            || request instanceof TransactWriteItemsRequest) {
          ItemSync.copyItemsOf(request, ours, local);
        }
        if (!actual.equals(expected) && !KnownDifferences.explain(request, actual, expected)) {
          unexplained
              .computeIfAbsent(kind(request, actual, expected), kind -> new ArrayList<>())
              .add(show(request, actual, expected));
        }
      }
    } finally {
      embedded.shutdown();
    }
    StringBuilder report = new StringBuilder();
    unexplained.forEach(
        (kind, examples) ->
            report.append(examples.size()).append(" x ").append(examples.get(0)).append('\n'));
    assertThat(unexplained.keySet())
        .as("%d kinds of differences with -Dkeystone.seed=%d%n%s", unexplained.size(), seed, report)
        .isEmpty();
  }

  static String kind(DynamoDbRequest request, Outcome actual, Outcome expected) {
    return request.getClass().getSimpleName() + shape(actual) + " instead of " + shape(expected);
  }

  private static String shape(Outcome outcome) {
    return outcome.error().isEmpty()
        ? "an answer"
        : outcome.error() + " " + outcome.text().replaceAll("[0-9:#\"\\[\\]{}].*", "");
  }

  static String show(DynamoDbRequest request, Outcome actual, Outcome expected) {
    return request + "\n    ours:  " + actual + "\n    local: " + expected;
  }
}
