package io.keystonedb.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class WaitersTest {
  private final Database database = Database.inMemory();
  private final DynamoDbClient client = KeystoneDynamoDbClient.create(database);

  @Test
  void letsTimePassOnTheDatabasesClockAndNotInReality() {
    Instant before = database.clock().instant();
    Instant realBefore = Instant.now();

    assertThatThrownBy(() -> client.waiter().waitUntilTableExists(d -> d.tableName("missing")))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("exceeded the max retry attempts: 25");

    assertThat(Duration.between(before, database.clock().instant()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(20 * 24));
    assertThat(Duration.between(realBefore, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void seesWhatAnotherThreadBringsAbout() throws Exception {
    Thread creator =
        new Thread(
            () -> {
              sleep(50);
              Tables.create(KeystoneDynamoDbClient.create(database));
            });
    creator.start();

    var found = client.waiter().waitUntilTableExists(d -> d.tableName(Tables.NAME));
    creator.join();

    assertThat(found.matched().response()).isPresent();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
