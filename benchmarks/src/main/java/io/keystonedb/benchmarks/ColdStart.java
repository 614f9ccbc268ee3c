package io.keystonedb.benchmarks;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.lang.management.ManagementFactory;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes the {@link FirstCalls} in a fresh JVM and prints its CPU seconds and the wall-clock seconds
 * since its start. The argument says who answers: {@code KEYSTONE} in this JVM, a server on a port
 * of the loopback interface, or nobody ({@code SHAPES}): answers are only built, which is what the
 * SDK's own classes cost.
 */
final class ColdStart {
  /** What a fresh JVM has used. */
  record Figures(double cpuSeconds, double wallSeconds) {}

  private ColdStart() {}

  static Figures inFreshJvm(String who) {
    List<String> lines = FreshJvm.run(List.of(), ColdStart.class, who);
    String[] figures = lines.get(lines.size() - 1).split(" ");
    return new Figures(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
  }

  /** Makes the calls and ends the JVM. */
  public static void main(String[] args) {
    FirstCalls.make(client(args[0]));
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double cpu = system.getProcessCpuTime() / 1e9;
    long started = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
    double wall = (System.currentTimeMillis() - started) / 1e3;
    System.out.println(cpu + " " + wall);
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static DynamoDbClient client(String who) {
    return switch (who) {
      case "SHAPES" -> new CannedClient();
      case "KEYSTONE" -> KeystoneDynamoDbClient.create(Database.inMemory());
      default -> SdkClient.of(Integer.parseInt(who));
    };
  }
}
