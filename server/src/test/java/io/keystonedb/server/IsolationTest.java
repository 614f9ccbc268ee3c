package io.keystonedb.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.TableSchema;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who sees which database. */
class IsolationTest {
  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void withoutIsolationEverybodySeesTheSame() throws IOException {
    try (KeystoneServer server = KeystoneServer.start(Database.inMemory())) {
      createTable(server, "one", "us-east-1");

      assertThat(tables(server, "other", "eu-west-1")).isEqualTo("200 {'TableNames':['ttt']}");
    }
  }

  @Test
  void eachAccessKeyAndRegionHasItsOwnDatabase() throws IOException {
    try (KeystoneServer server = isolated(Database.inMemory(), LONG)) {
      createTable(server, "one", "us-east-1");

      assertThat(tables(server, "one", "us-east-1")).isEqualTo("200 {'TableNames':['ttt']}");
      assertThat(tables(server, "other", "us-east-1")).isEqualTo("200 {'TableNames':[]}");
      assertThat(tables(server, "one", "eu-west-1")).isEqualTo("200 {'TableNames':[]}");
    }
  }

  @Test
  void itBeginsWithWhatTheDatabaseOfTheServerHolds() throws IOException {
    Database seeded = Database.inMemory();
    seeded.createTable("seed", TableSchema.create());
    try (KeystoneServer server = isolated(seeded, LONG)) {
      createTable(server, "one", "us-east-1");

      assertThat(tables(server, "one", "us-east-1")).isEqualTo("200 {'TableNames':['seed','ttt']}");
      assertThat(tables(server, "other", "us-east-1")).isEqualTo("200 {'TableNames':['seed']}");
    }
  }

  @Test
  void namesOfResourcesCarryTheRegionOfTheClient() throws IOException {
    try (KeystoneServer server = isolated(Database.inMemory(), LONG)) {
      assertThat(createTable(server, "one", "eu-west-1"))
          .contains("'arn:aws:dynamodb:eu-west-1:000000000000:table/ttt'");
    }
  }

  @Test
  void aPrivateDatabaseDisappearsWhenNobodyUsesItAnyMore() throws Exception {
    try (KeystoneServer server = isolated(Database.inMemory(), Duration.ofMillis(200))) {
      createTable(server, "private1", "us-east-1");
      createTable(server, "lasting1", "us-east-1");

      // Longer than a database may be idle and than the server takes to look.
      Thread.sleep(2000);

      assertThat(tables(server, "private1", "us-east-1")).isEqualTo("200 {'TableNames':[]}");
      assertThat(tables(server, "lasting1", "us-east-1")).isEqualTo("200 {'TableNames':['ttt']}");
    }
  }

  @Test
  void aPrivateDatabaseStaysAsLongAsItIsUsed() throws Exception {
    try (KeystoneServer server = isolated(Database.inMemory(), Duration.ofMillis(1500))) {
      createTable(server, "PRIVATE1", "us-east-1");

      for (int i = 0; i < 15; i++) {
        Thread.sleep(200);
        assertThat(tables(server, "PRIVATE1", "us-east-1")).isEqualTo("200 {'TableNames':['ttt']}");
      }
    }
  }

  private static KeystoneServer isolated(Database database, Duration privateIdle) {
    return KeystoneServer.builder(database).isolated(privateIdle).start();
  }

  private static String createTable(KeystoneServer server, String key, String region)
      throws IOException {
    return answer(server, Requests.createTable(), key, region);
  }

  private static String tables(KeystoneServer server, String key, String region)
      throws IOException {
    return answer(server, Requests.call("ListTables", "{}"), key, region);
  }

  private static String answer(KeystoneServer server, String request, String key, String region)
      throws IOException {
    String signed =
        request.replace("=key/20261124/us-east-1/", "=" + key + "/20261124/" + region + "/");
    return RawClient.answer(server, signed).show();
  }
}
