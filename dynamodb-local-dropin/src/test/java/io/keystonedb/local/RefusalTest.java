package io.keystonedb.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import org.apache.commons.cli.ParseException;
import org.junit.jupiter.api.Test;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** What cannot be had is refused in words that say what to do. */
class RefusalTest {
  @Test
  void embeddedDatabaseInAFile() {
    assertThatThrownBy(() -> DynamoDBEmbedded.create(new File("data")))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage(
            "KeystoneDB keeps data in memory only so far, not in data: call DynamoDBEmbedded.create() without a file");
  }

  @Test
  void serverWithAPath() {
    assertThatThrownBy(
            () -> ServerRunner.createServerFromCommandLineArgs(new String[] {"-dbPath", "data"}))
        .isInstanceOf(ParseException.class)
        .hasMessage(
            "KeystoneDB keeps data in memory only so far: leave -dbPath out, or say -inMemory");
  }

  @Test
  void constructedServerWithAPath() {
    LocalDynamoDBRequestHandler databases =
        new LocalDynamoDBRequestHandler(0, false, "data", true, false);
    LocalDynamoDBServerHandler handler = new LocalDynamoDBServerHandler(databases, null);

    assertThatThrownBy(() -> new DynamoDBProxyServer(8000, handler))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave -dbPath out");
  }

  @Test
  void secondStart() throws Exception {
    DynamoDBProxyServer server =
        ServerRunner.createServerFromCommandLineArgs(new String[] {"-port", "0"});
    server.start();
    try {
      assertThatThrownBy(server::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("the server runs already, at http://127.0.0.1:");
      server.safeStart();
    } finally {
      server.stop();
    }
  }
}
