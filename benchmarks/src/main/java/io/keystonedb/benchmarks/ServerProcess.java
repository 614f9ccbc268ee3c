package io.keystonedb.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/** A server in a process of its own, and what Linux knows of it. */
final class ServerProcess implements AutoCloseable {
  private static final double TICKS_PER_SECOND = 100;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Process process;
  private final int port;
  private final double startSeconds;

  private ServerProcess(IntFunction<List<String>> command, byte[] firstRequest) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    long started = System.nanoTime();
    process =
        new ProcessBuilder(command.apply(port))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    // Whoever stops a benchmark stops what it started.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    awaitAnswer(firstRequest, started);
    startSeconds = (System.nanoTime() - started) / 1e9;
  }

  /**
   * Starts a server; it has answered the request when this returns.
   *
   * @param command for a port
   */
  static ServerProcess start(IntFunction<List<String>> command, byte[] firstRequest) {
    try {
      return new ServerProcess(command, firstRequest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitAnswer(byte[] request, long started) throws IOException {
    while (true) {
      try (RawConnection connection = connect()) {
        connection.call(request);
        return;
      } catch (IOException e) {
        if (System.nanoTime() - started > PATIENCE_NANOS || !process.isAlive()) {
          process.destroyForcibly();
          throw new IOException("no answer from " + process.info().commandLine(), e);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  RawConnection connect() throws IOException {
    return new RawConnection(port);
  }

  /**
   * Sends requests one after the other; all have to be answered 200. The first creates a table; the
   * second is repeated until there is one, which in dynalite takes a moment.
   */
  void load(List<byte[]> requests) throws IOException {
    try (RawConnection connection = connect()) {
      connection.call(requests.get(0));
      awaitAnswer(requests.get(1), System.nanoTime());
      for (byte[] request : requests.subList(2, requests.size())) {
        connection.call(request);
      }
    }
  }

  /** Wall-clock time from the start of the process to the first answer. */
  double startSeconds() {
    return startSeconds;
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /** CPU time of the process so far. */
  double cpuSeconds() {
    return cpuSeconds(pid());
  }

  /** CPU time of any process so far. */
  static double cpuSeconds(long pid) {
    String stat = read(pid, "stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /** Memory of the process that is in RAM. */
  double residentMegabytes() {
    return status("VmRSS:") / 1024.0;
  }

  int threads() {
    return (int) status("Threads:");
  }

  private long status(String name) {
    List<String> lines =
        read(pid(), "status").lines().filter(line -> line.startsWith(name)).toList();
    return Long.parseLong(lines.get(0).replaceAll("[^0-9]", ""));
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", "" + pid, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
