package io.keystonedb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.conformance.random.RandomRequests;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import io.keystonedb.sdk.KeystoneSdkHttpClient;
import io.keystonedb.server.KeystoneServer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/**
 * Our own client, the SDK's client over the wire protocol in process, and the SDK's client over
 * HTTP give the same answers and errors to the same random requests, down to the texts of
 * exceptions.
 */
class TransportDifferentialTest {
  private final long seed = Long.getLong("keystonedb.seed", 1);
  private final int count = Integer.getInteger("keystonedb.requests", 2000);

  @Test
  void theWireProtocolInProcessGivesTheSame() {
    try (DynamoDbClient wire =
        DynamoDbClient.builder()
            .httpClient(KeystoneSdkHttpClient.create(Database.inMemory()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .overrideConfiguration(c -> c.retryStrategy(RetryMode.LEGACY))
            .build()) {
      compareWithDirect(wire, count);
    }
  }

  @Test
  void theServerGivesTheSame() {
    try (KeystoneServer server = KeystoneServer.start(Database.inMemory());
        DynamoDbClient wire = HttpClients.tables(server.endpoint())) {
      compareWithDirect(wire, count / 4);
    }
  }

  private void compareWithDirect(DynamoDbClient wire, int requests) {
    DynamoDbClient direct = KeystoneDynamoDbClient.create(Database.inMemory());
    TestTables.create(direct);
    TestTables.create(wire);
    RandomRequests random = new RandomRequests(new Random(seed));
    for (int i = 0; i < requests; i++) {
      DynamoDbRequest request = random.next();
      assertThat(outcome(direct, request))
          .as("-Dkeystonedb.seed=%d, request %d: %s", seed, i, request)
          .isEqualTo(outcome(wire, request));
    }
  }

  /** With everything that a caller sees: which members are there, the whole text of an error. */
  private static String outcome(DynamoDbClient client, DynamoDbRequest request) {
    try {
      return SdkCalls.call(client, request).toString();
    } catch (DynamoDbException e) {
      return e.getClass().getSimpleName()
          + e.statusCode()
          + e.getMessage().replaceAll("Request ID: \\w+", "Request ID")
          + e.awsErrorDetails().errorCode();
    }
  }
}
