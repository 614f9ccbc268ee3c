package io.keystonedb.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Connections that each send one request after the other, for a while. */
final class HttpLoad {
  private final ServerProcess server;
  private final List<byte[]> requests;

  HttpLoad(ServerProcess server, List<byte[]> requests) {
    this.server = server;
    this.requests = requests;
  }

  /** Runs for some seconds. */
  Figures run(int connections, double seconds) {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      double cpuBefore = server.cpuSeconds();
      long started = System.nanoTime();
      long end = started + (long) (seconds * 1e9);
      List<Callable<long[]>> clients = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        int first = i * requests.size() / connections;
        clients.add(() -> send(first, end));
      }
      List<long[]> latencies = new ArrayList<>();
      for (Future<long[]> client : threads.invokeAll(clients)) {
        latencies.add(client.get());
      }
      double elapsed = (System.nanoTime() - started) / 1e9;
      long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      return new Figures(
          all.length / elapsed,
          all[all.length / 2] / 1e3,
          all[(int) (all.length * 0.99)] / 1e3,
          (server.cpuSeconds() - cpuBefore) / all.length * 1e6);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private long[] send(int first, long end) throws IOException {
    long[] nanos = new long[1 << 16];
    int count = 0;
    try (RawConnection connection = server.connect()) {
      for (int next = first; ; next++) {
        long before = System.nanoTime();
        if (before > end) {
          return Arrays.copyOf(nanos, count);
        }
        connection.call(requests.get(next % requests.size()));
        if (count == nanos.length) {
          nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = System.nanoTime() - before;
      }
    }
  }

  /** What came out; times in microseconds. */
  record Figures(double perSecond, double median, double p99, double cpuPerRequest) {}
}
