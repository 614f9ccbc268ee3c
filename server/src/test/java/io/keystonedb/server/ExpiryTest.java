package io.keystonedb.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Items whose time to live is over disappear from a server without anybody moving a clock. */
class ExpiryTest {
  private static final Duration OFTEN = Duration.ofMillis(50);

  @Test
  void theyAreDeletedIfTheServerIsToldHowOftenToLook() throws Exception {
    try (KeystoneServer server = builder().deleteExpiredItems(OFTEN).start()) {
      assertExpiredItemDisappears(server);
    }
  }

  @Test
  void theyAreDeletedFromTheDatabaseOfEachAccessKey() throws Exception {
    Duration hour = Duration.ofHours(1);
    try (KeystoneServer server = builder().isolated(hour).deleteExpiredItems(OFTEN).start()) {
      assertExpiredItemDisappears(server);
    }
  }

  private static KeystoneServerBuilder builder() {
    return KeystoneServer.builder(Database.inMemory());
  }

  private static void assertExpiredItemDisappears(KeystoneServer server) throws Exception {
    RawClient.answer(server, Requests.createTable());
    call(
        server,
        "UpdateTimeToLive",
        "{'TableName':'ttt','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'ttl'}}");
    long past = System.currentTimeMillis() / 1000 - 1000;
    call(server, "PutItem", "{'TableName':'ttt','Item':{'pk':{'S':'keep'}}}");
    call(
        server,
        "PutItem",
        "{'TableName':'ttt','Item':{'pk':{'S':'a'},'ttl':{'N':'" + past + "'}}}");

    String scan = "{'TableName':'ttt','Select':'COUNT'}";
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!call(server, "Scan", scan).contains("'Count':1,") && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }

    assertThat(call(server, "Scan", scan)).isEqualTo("200 {'Count':1,'ScannedCount':1}");
    assertThat(call(server, "GetItem", "{'TableName':'ttt','Key':{'pk':{'S':'a'}}}"))
        .isEqualTo("200 {}");
  }

  private static String call(KeystoneServer server, String operation, String body)
      throws IOException {
    return RawClient.answer(server, Requests.call(operation, body)).show();
  }
}
