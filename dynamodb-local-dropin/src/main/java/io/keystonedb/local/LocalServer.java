package io.keystonedb.local;

import io.keystonedb.server.KeystoneServer;
import io.keystonedb.server.internal.cli.Settings;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint with the life cycle of DynamoDB Local's: made from options, then started, then
 * stopped. Thread-safe.
 */
public class LocalServer {
  private final Settings settings;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable KeystoneServer server;

  /** A server with options of DynamoDB Local that were looked at. */
  protected LocalServer(Settings settings) {
    this.settings = settings;
  }

  /**
   * Listens from now on, on the loopback interface.
   *
   * @throws java.io.UncheckedIOException if the port is taken
   * @throws Exception never another; callers of DynamoDB Local expect it to be declared
   */
  public synchronized void start() throws Exception {
    if (server != null) {
      throw new IllegalStateException("the server runs already, at " + server.endpoint());
    }
    server = settings.start(System.getenv());
  }

  /** As {@link #start()}, and nothing if the server runs already. */
  public synchronized void safeStart() throws Exception {
    if (server == null) {
      start();
    }
  }

  /** Waits until the server is stopped. */
  public void join() throws Exception {
    stopped.await();
  }

  /** Answers what is under way, then stops; nothing if it does not run. */
  public synchronized void stop() throws Exception {
    if (server != null) {
      server.close();
      server = null;
    }
    stopped.countDown();
  }
}
