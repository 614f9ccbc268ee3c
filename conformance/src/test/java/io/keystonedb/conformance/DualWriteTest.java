package io.keystonedb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.migration.ComparisonResult;
import io.keystonedb.migration.Discrepancy;
import io.keystonedb.migration.DiscrepancyKind;
import io.keystonedb.migration.DualWriteDynamoDbClient;
import io.keystonedb.migration.Mode;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * Random requests through a dual-write client over KeystoneDB and DynamoDB Local: two stores of
 * different makes that the checker must find equal. What the two are known to answer differently is
 * left out: what is refused, some updates, filters and sizes.
 */
class DualWriteTest {
  private static final Set<String> READS =
      Set.of("GetItem", "Query", "Scan", "BatchGetItem", "TransactGetItems");

  private final long seed = Long.getLong("keystone.seed", 1);
  private final int count = Integer.getInteger("keystone.requests", 4000) / 2;

  @Test
  void twoStoresOfDifferentMakesAreFoundEqual() {
    Database database = Database.inMemory();
    AmazonDynamoDBLocal embedded = DynamoDBEmbedded.create();
    try (DualWriteDynamoDbClient client =
        DualWriteDynamoDbClient.builder(
                KeystoneDynamoDbClient.create(database), embedded.dynamoDbClient())
            .mode(Mode.SEQUENTIAL)
            .build()) {
      TestTables.create(client);
      RandomRequests requests = new RandomRequests(new Random(seed));
      int done = 0;
      while (done < count) {
        DynamoDbRequest request = requests.next();
        DynamoDbClient trial = KeystoneDynamoDbClient.create(database.fork());
        if (isAnsweredAlike(request) && Outcome.of(trial, request).error().isEmpty()) {
          Outcome.of(client, request);
          done++;
          assertThat(client.dualWrite().discrepancies())
              .filteredOn(each -> !isKnown(each))
              .as("-Dkeystone.seed=%d, request %d: %s", seed, done, request)
              .isEmpty();
        }
      }
      ComparisonResult result = client.dualWrite().comparison().run();
      assertThat(result.discrepancies()).isEmpty();
      assertThat(result.scans()).hasSize(8).allMatch(scan -> scan.primaryItems() > 0);
      assertThat(client.dualWrite().counts().equal()).isGreaterThan(count / 2);
    } finally {
      embedded.shutdown();
    }
  }

  /** See {@link KnownDifferences} for the others. */
  private static boolean isAnsweredAlike(DynamoDbRequest request) {
    if (request instanceof UpdateItemRequest update) {
      return String.valueOf(update.updateExpression()).startsWith("SET")
          && !String.valueOf(update.returnValuesAsString()).startsWith("UPDATED");
    }
    return !(request instanceof TransactWriteItemsRequest)
        && !request.toString().matches("(?s).*(Filter|size\\().*");
  }

  /**
   * Local says that a page is the last one where the service does not look further, and refuses
   * some reads that the service answers.
   */
  private static boolean isKnown(Discrepancy discrepancy) {
    return discrepancy.kind() == DiscrepancyKind.PAGE_END
        || (discrepancy.kind() == DiscrepancyKind.SHADOW_FAILED
            && READS.contains(discrepancy.operation()));
  }
}
