package io.keystonedb.server.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/** A port on one address, and the thread that takes connections from it. Thread-safe. */
final class Listener {
  private static final int BACKLOG = 512;
  private static final long PAUSE_MILLIS = 20;

  private final ServerSocket socket;
  private final Thread thread;
  private volatile boolean stopping;

  private Listener(ServerSocket socket, Taker taker) {
    this.socket = socket;
    thread = new Thread(() -> accept(taker), "keystonedb-" + port() + "-accept");
    thread.setDaemon(true);
  }

  /**
   * Has the system take connections on an address; they wait there until {@link #start}.
   *
   * @param taker what is done with each, on the thread of this listener
   * @throws IOException if the address cannot be had
   */
  static Listener open(InetSocketAddress address, Taker taker) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(address, BACKLOG);
      return new Listener(socket, taker);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  void start() {
    thread.start();
  }

  private void accept(Taker taker) {
    while (!stopping) {
      try {
        taker.take(socket.accept());
      } catch (IOException | OutOfMemoryError | RejectedExecutionException e) {
        // Stopped, or no more files or threads for the moment: others may end meanwhile.
        pause();
      }
    }
  }

  private void pause() {
    try {
      if (!stopping) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes no more connections. */
  void stop() {
    stopping = true;
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed in any case.
    }
  }

  /** Waits until the system takes no more connections on our behalf. */
  void awaitStop(Duration patience) throws InterruptedException {
    thread.join(Math.max(1, patience.toMillis()));
  }

  /** Takes a connection over. */
  @FunctionalInterface
  interface Taker {
    void take(Socket connection) throws IOException;
  }
}
