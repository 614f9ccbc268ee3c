package software.amazon.dynamodb.services.local.server;

import io.keystonedb.local.LocalOptions;
import io.keystonedb.local.LocalServer;
import io.keystonedb.server.internal.cli.Settings;

/** An HTTP endpoint. */
public class DynamoDBProxyServer extends LocalServer {
  /**
   * A server that is not started yet.
   *
   * @throws IllegalArgumentException if the port is none, or what the handler asks for cannot be
   *     had
   */
  public DynamoDBProxyServer(int port, AbstractLocalDynamoDBServerHandler handler) {
    this(LocalOptions.settings(port, handler.options()));
  }

  /** A server with settings of a command line. */
  protected DynamoDBProxyServer(Settings settings) {
    super(settings);
  }
}
