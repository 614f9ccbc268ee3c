package io.keystonedb.server.internal;

import io.keystonedb.internal.wire.WireProtocol;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * HTTP/1.1 on a port: a thread takes connections, each connection has a thread while it is open,
 * and one more ends those that take too long. Thread-safe.
 */
public final class HttpServer implements AutoCloseable {
  private static final byte[] BUSY =
      "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final List<Listener> listeners = new ArrayList<>();
  private final Transport transport;
  private final WireProtocol protocol;
  private final Limits limits;
  private final Housekeeping housekeeping;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads;
  private volatile boolean stopping;

  private HttpServer(
      Transport transport, WireProtocol protocol, Limits limits, List<Runnable> housekeeping) {
    this.transport = transport;
    this.protocol = protocol;
    this.limits = limits;
    List<Runnable> tasks = new ArrayList<>(housekeeping);
    tasks.add(this::watchConnections);
    this.housekeeping = new Housekeeping(tasks);
    threads = Executors.newCachedThreadPool(body -> thread("connection", body));
  }

  /**
   * Listens from now on.
   *
   * @param addresses the first has to be there; the others, on the port of the first, if the
   *     machine has them
   * @param housekeeping what is called about once a second
   * @throws IOException if the first address cannot be had
   */
  public static HttpServer start(
      List<InetSocketAddress> addresses,
      Transport transport,
      WireProtocol protocol,
      Limits limits,
      List<Runnable> housekeeping)
      throws IOException {
    HttpServer server = new HttpServer(transport, protocol, limits, housekeeping);
    server.listeners.add(Listener.open(addresses.get(0), server::take));
    for (InetSocketAddress other : addresses.subList(1, addresses.size())) {
      try {
        InetSocketAddress address = new InetSocketAddress(other.getAddress(), server.port());
        server.listeners.add(Listener.open(address, server::take));
      } catch (IOException e) {
        // No IPv6, say.
      }
    }
    server.listeners.forEach(Listener::start);
    server.thread("watch", server::watch).start();
    return server;
  }

  /** The port it listens on. */
  public int port() {
    return listeners.get(0).port();
  }

  /** A thread that does not keep the JVM alive. */
  private Thread thread(String what, Runnable body) {
    Thread thread = new Thread(body, "keystonedb-" + port() + "-" + what);
    thread.setDaemon(true);
    return thread;
  }

  private void take(Socket socket) throws IOException {
    if (connections.size() >= limits.connections()) {
      refuse(socket);
      return;
    }
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    Connection connection = new Connection(socket, transport, protocol, limits);
    connections.add(connection);
    boolean started = false;
    try {
      threads.execute(() -> serve(connection));
      started = true;
    } finally {
      if (!started) {
        connections.remove(connection);
        connection.close();
      }
    }
    if (stopping) {
      connection.end();
    }
  }

  private void serve(Connection connection) {
    try {
      connection.run();
    } finally {
      connections.remove(connection);
    }
  }

  private static void refuse(Socket socket) throws IOException {
    try (socket;
        OutputStream out = socket.getOutputStream()) {
      out.write(BUSY);
    }
  }

  /** Looks after time limits and other housekeeping until the server has stopped. */
  private void watch() {
    Duration shorter =
        limits.request().compareTo(limits.idle()) < 0 ? limits.request() : limits.idle();
    Duration tick = Duration.ofMillis(Math.max(20, Math.min(1000, shorter.toMillis() / 4)));
    while (!threads.isTerminated()) {
      pause(tick);
      housekeeping.run();
    }
  }

  private void watchConnections() {
    long now = System.nanoTime();
    connections.forEach(connection -> connection.watch(now));
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Stops: takes no more connections, lets requests under way finish, and cuts off what takes
   * longer than the given time.
   */
  public void stop(Duration patience) {
    stopping = true;
    listeners.forEach(Listener::stop);
    connections.forEach(Connection::end);
    threads.shutdown();
    try {
      for (Listener listener : listeners) {
        listener.awaitStop(patience);
      }
      if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        connections.forEach(Connection::close);
      }
    } catch (InterruptedException e) {
      connections.forEach(Connection::close);
      Thread.currentThread().interrupt();
    }
  }

  /** Stops; requests under way have five seconds. */
  @Override
  public void close() {
    stop(Duration.ofSeconds(5));
  }
}
