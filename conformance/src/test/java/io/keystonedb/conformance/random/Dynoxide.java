package io.keystonedb.conformance.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A dynoxide process on a free port of the loopback interface, with an empty database in memory.
 * The program's path is in the system property {@code keystonedb.dynoxide}.
 */
public final class Dynoxide implements AutoCloseable {
  private static final String PROPERTY = "keystonedb.dynoxide";
  private static final int ATTEMPTS = 200;
  private static final int PAUSE_MILLIS = 50;

  private final Process process;
  private final URI endpoint;

  private Dynoxide(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** Starts a process and waits until it takes connections. */
  public static Dynoxide start() {
    String program = System.getProperty(PROPERTY);
    if (program == null || program.isEmpty()) {
      throw new IllegalStateException(
          "-D" + PROPERTY + " is missing: conformance/second-opinion sets it");
    }
    try {
      int port = freePort();
      Process process =
          new ProcessBuilder(program, "serve", "--host", "127.0.0.1", "--port", "" + port)
              .redirectErrorStream(true)
              .redirectOutput(Path.of("target", "dynoxide-" + port + ".log").toFile())
              .start();
      Dynoxide dynoxide = new Dynoxide(process, URI.create("http://127.0.0.1:" + port));
      // Not left behind if the tests are interrupted.
      Runtime.getRuntime().addShutdownHook(new Thread(dynoxide::close));
      dynoxide.awaitConnections(port);
      return dynoxide;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitConnections(int port) {
    for (int i = 0; i < ATTEMPTS && process.isAlive(); i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), PAUSE_MILLIS);
        return;
      } catch (IOException e) {
        pause();
      }
    }
    close();
    throw new IllegalStateException("dynoxide does not answer, see target/dynoxide-" + port);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The address for clients. */
  public URI endpoint() {
    return endpoint;
  }

  /** Stops the process. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
