package io.keystonedb.server;

import io.keystonedb.server.internal.cli.Program;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * {@code java -jar keystonedb.jar}: serves until the process is told to end (SIGTERM or Ctrl-C);
 * requests under way are answered before it does.
 */
public final class Main {
  private Main() {}

  /** See {@code --help}. */
  public static void main(String[] arguments) {
    Program program = new Program(System.out, System.err, System.getenv(), Main::untilKilled);
    int status = program.run(List.of(arguments));
    System.exit(status);
  }

  private static void untilKilled(KeystoneServer server) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "keystonedb-stop"));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
