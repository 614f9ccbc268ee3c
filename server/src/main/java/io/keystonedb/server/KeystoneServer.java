package io.keystonedb.server;

import io.keystonedb.Database;
import io.keystonedb.server.internal.HttpServer;
import java.net.URI;
import java.time.Duration;

/**
 * An HTTP endpoint that speaks the service's protocol: point any AWS SDK in any language at {@link
 * #endpoint()}. Thread-safe.
 *
 * <p>The threads of a server do not keep the JVM alive. Closing a server does not close its
 * database.
 */
public final class KeystoneServer implements AutoCloseable {
  private final HttpServer http;
  private final URI endpoint;

  KeystoneServer(HttpServer http, URI endpoint) {
    this.http = http;
    this.endpoint = endpoint;
  }

  /**
   * Serves a database on a free port of the loopback interface, to everybody who can reach that.
   *
   * @throws java.io.UncheckedIOException if there is no port
   */
  public static KeystoneServer start(Database database) {
    return builder(database).start();
  }

  /** A server with settings of your own. */
  public static KeystoneServerBuilder builder(Database database) {
    return new KeystoneServerBuilder(database);
  }

  /** The address for clients, such as {@code http://127.0.0.1:8000}. */
  public URI endpoint() {
    return endpoint;
  }

  /** The port. */
  public int port() {
    return http.port();
  }

  /** Takes no more requests, and waits up to five seconds for those under way. */
  @Override
  public void close() {
    http.close();
  }

  /** Takes no more requests, and waits for those under way, but no longer than a given time. */
  public void close(Duration patience) {
    http.stop(patience);
  }
}
