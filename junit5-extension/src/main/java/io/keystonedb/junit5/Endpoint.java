package io.keystonedb.junit5;

import io.keystonedb.Database;
import io.keystonedb.server.KeystoneServer;
import java.net.URI;

/**
 * The one class that uses the HTTP server, which need not be on the class path: it may be touched
 * only where an endpoint was asked for.
 */
final class Endpoint implements AutoCloseable {
  private final KeystoneServer server;

  private Endpoint(KeystoneServer server) {
    this.server = server;
  }

  static Endpoint start(Database database) {
    return new Endpoint(KeystoneServer.start(database));
  }

  URI uri() {
    return server.endpoint();
  }

  @Override
  public void close() {
    server.close();
  }
}
