package io.keystonedb.benchmarks;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * A client as applications have it, in a JVM of its own: the SDK's with url-connection-client, one
 * thread. For each call it prints how many there were in a second, and the CPU time of a call in
 * itself and in the server.
 */
public final class SdkClient {
  private static final int REQUESTS = 2048;

  private final DynamoDbClient client;
  private final long server;
  private final double seconds;

  private SdkClient(DynamoDbClient client, long server, double seconds) {
    this.client = client;
    this.server = server;
    this.seconds = seconds;
  }

  /** Arguments: port and process id of the server, size of the table, seconds per call. */
  public static void main(String[] args) {
    Requests requests = new Requests(Integer.parseInt(args[2]));
    try (DynamoDbClient client = of(Integer.parseInt(args[0]))) {
      SdkClient measured =
          new SdkClient(client, Long.parseLong(args[1]), Double.parseDouble(args[3]));
      measured.measure("GET", requests.gets(REQUESTS), client::getItem);
      measured.measure("PUT", requests.puts(REQUESTS), client::putItem);
      measured.measure("QUERY_10", requests.queries(REQUESTS), client::query);
      measured.measure(
          "TRANSACT_WRITE_2", requests.transactions(REQUESTS), client::transactWriteItems);
    }
  }

  /** A client of a server on a port of the loopback interface. */
  static DynamoDbClient of(int port) {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + port))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .build();
  }

  private <T> void measure(String call, List<T> requests, Consumer<T> method) {
    try {
      method.accept(requests.get(0));
    } catch (DynamoDbException e) {
      return; // dynalite is older than transactions.
    }
    run(requests, method, 4 * seconds);
    double ownCpu = ServerProcess.cpuSeconds(ProcessHandle.current().pid());
    double serverCpu = ServerProcess.cpuSeconds(server);
    int count = run(requests, method, seconds);
    ownCpu = ServerProcess.cpuSeconds(ProcessHandle.current().pid()) - ownCpu;
    serverCpu = ServerProcess.cpuSeconds(server) - serverCpu;
    System.out.printf(
        Locale.ROOT,
        "%s %.0f %.0f %.0f%n",
        call,
        count / seconds,
        ownCpu / count * 1e6,
        serverCpu / count * 1e6);
  }

  private static <T> int run(List<T> requests, Consumer<T> method, double seconds) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    int count = 0;
    while (System.nanoTime() < end) {
      method.accept(requests.get(count % requests.size()));
      count++;
    }
    return count;
  }
}
