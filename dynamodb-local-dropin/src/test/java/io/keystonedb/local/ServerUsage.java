package io.keystonedb.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What projects do with a server in their own JVM; each generation has its own names for it. The
 * expectations were recorded on DynamoDB Local 2.6.1 and 3.3.1 in November 2026.
 */
abstract class ServerUsage {
  private final int port = freePort();

  /** A server made from a command line; nothing listens yet. */
  abstract Server fromCommandLine(String... arguments) throws Exception;

  /** A server in memory made by constructors; nothing listens yet. */
  abstract Server constructed(int port, boolean shared) throws Exception;

  /** The life cycle of a server. */
  interface Server {
    void start() throws Exception;

    void join() throws Exception;

    void stop() throws Exception;
  }

  @Test
  void serverOfACommandLineAnswersUntilItIsStopped() throws Exception {
    Server server = fromCommandLine("-inMemory", "-port", String.valueOf(port));
    server.start();
    try (DynamoDbClient client = client("key")) {
      Music.create(client);
      Music.put(client, "Dance");
      assertThat(client.getItem(get -> get.tableName(Music.TABLE).key(Music.key("Dance"))).item())
          .isEqualTo(Music.item("Dance"));
    }

    server.stop();

    assertThatThrownBy(() -> new Socket("localhost", port).close()).isInstanceOf(IOException.class);
  }

  @Test
  void databasesAreSharedIfTheCommandLineSaysSo() throws Exception {
    Server server = fromCommandLine("-inMemory", "-sharedDb", "-port", String.valueOf(port));
    server.start();
    try (DynamoDbClient one = client("one");
        DynamoDbClient two = client("two")) {
      Music.create(one);
      assertThat(two.listTables().tableNames()).containsExactly(Music.TABLE);
    } finally {
      server.stop();
    }
  }

  @Test
  void serverOfConstructorsHasDatabasesByAccessKeyUnlessShared() throws Exception {
    Server server = constructed(port, false);
    server.start();
    try (DynamoDbClient one = client("one");
        DynamoDbClient two = client("two")) {
      Music.create(one);
      assertThat(one.listTables().tableNames()).containsExactly(Music.TABLE);
      assertThat(two.listTables().tableNames()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void joinReturnsWhenTheServerIsStopped() throws Exception {
    Server server = constructed(port, true);
    server.start();
    CountDownLatch joined = new CountDownLatch(1);
    Thread waiting =
        new Thread(
            () -> {
              try {
                server.join();
                joined.countDown();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    waiting.start();
    assertThat(joined.await(50, TimeUnit.MILLISECONDS)).isFalse();

    server.stop();

    assertThat(joined.await(10, TimeUnit.SECONDS)).isTrue();
  }

  private DynamoDbClient client(String accessKey) {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create("http://localhost:" + port))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .region(Region.US_WEST_2)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret")))
        .build();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
