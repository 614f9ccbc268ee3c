package io.keystonedb.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import org.apache.commons.cli.ParseException;
import org.junit.jupiter.api.Test;

/** Projects on DynamoDB Local 2.x that run its server in their own JVM. */
class ServerSecondGenerationTest extends ServerUsage {
  @Test
  void mistakesOnTheCommandLineAreParseExceptions() {
    assertThatThrownBy(() -> ServerRunner.createServerFromCommandLineArgs(new String[] {"-prot"}))
        .isInstanceOf(ParseException.class);
  }

  @Override
  Server fromCommandLine(String... arguments) throws Exception {
    return cycle(ServerRunner.createServerFromCommandLineArgs(arguments));
  }

  @Override
  Server constructed(int port, boolean shared) {
    return cycle(
        new DynamoDBProxyServer(
            port,
            new LocalDynamoDBServerHandler(
                new LocalDynamoDBRequestHandler(0, true, null, shared, false), null)));
  }

  private static Server cycle(DynamoDBProxyServer server) {
    return new Server() {
      @Override
      public void start() throws Exception {
        server.start();
      }

      @Override
      public void join() throws Exception {
        server.join();
      }

      @Override
      public void stop() throws Exception {
        server.stop();
      }
    };
  }
}
