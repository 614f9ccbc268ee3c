package io.keystonedb.server.internal;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** What bytes travel in: a socket as it is, or TLS on it. Thread-safe. */
@FunctionalInterface
public interface Transport {
  /** A socket as it is. */
  Transport PLAIN = socket -> socket;

  /**
   * The streams of a connection; closing the socket ends them.
   *
   * @throws IOException if client and server do not come to terms
   */
  Socket open(Socket socket) throws IOException;

  /** TLS with a server's key. */
  static Transport tls(SSLContext context) {
    return socket -> {
      SSLSocket encrypted =
          (SSLSocket)
              context
                  .getSocketFactory()
                  .createSocket(socket, null, socket.getPort(), /* autoClose= */ true);
      encrypted.setUseClientMode(false);
      encrypted.startHandshake();
      return encrypted;
    };
  }
}
