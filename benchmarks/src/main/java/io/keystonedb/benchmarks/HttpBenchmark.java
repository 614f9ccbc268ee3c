package io.keystonedb.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Programs that serve the protocol over HTTP, side by side in one run. */
final class HttpBenchmark {
  private static final int STARTS = 5;
  private static final int REQUESTS = 2048;
  private static final int BATCHES = 128;

  private final List<List<String>> memory = new ArrayList<>();
  private final int items;
  private final double seconds;

  /** Sends each kind of request for so many seconds, to a table of so many items. */
  HttpBenchmark(int items, double seconds) {
    this.items = items;
    this.seconds = seconds;
  }

  /** What it takes from the start of the process to the first answer; medians. */
  List<List<String>> starts() {
    List<List<String>> rows = new ArrayList<>();
    for (HttpEmulator emulator : HttpEmulator.values()) {
      List<Double> wall = new ArrayList<>();
      List<Double> cpu = new ArrayList<>();
      List<Double> resident = new ArrayList<>();
      for (int i = 0; i < STARTS; i++) {
        try (ServerProcess server = emulator.start()) {
          wall.add(server.startSeconds());
          cpu.add(server.cpuSeconds());
          resident.add(server.residentMegabytes());
        }
      }
      rows.add(
          List.of(
              emulator.name(),
              "%.2f s".formatted(Main.median(wall)),
              "%.2f s".formatted(Main.median(cpu)),
              "%.0f MB".formatted(Main.median(resident))));
    }
    return rows;
  }

  /** Requests per second, times and CPU of the server, by call and number of connections. */
  List<List<String>> requests() {
    List<byte[]> load = WireRequests.of(client -> Orders.load(client, items));
    Map<OperationBenchmark.Call, List<byte[]>> calls = calls();
    List<Row> rows = new ArrayList<>();
    for (HttpEmulator emulator : HttpEmulator.values()) {
      try (ServerProcess server = emulator.start()) {
        server.load(load);
        for (OperationBenchmark.Call call : calls.keySet()) {
          if (knows(server, calls.get(call).get(0))) {
            measure(emulator, server, call, calls.get(call), rows);
          }
        }
        memory.add(List.of(emulator.name(), "%.0f MB".formatted(server.residentMegabytes())));
      } catch (IOException e) {
        throw new UncheckedIOException(emulator + " does not do its work", e);
      }
    }
    rows.sort(Comparator.comparing(Row::call).thenComparing(Row::connections));
    return rows.stream().map(Row::cells).toList();
  }

  /** What a call of the SDK's client costs, client and server together. */
  List<List<String>> sdkCalls() {
    List<byte[]> load = WireRequests.of(client -> Orders.load(client, items));
    List<List<String>> rows = new ArrayList<>();
    for (HttpEmulator emulator : HttpEmulator.values()) {
      try (ServerProcess server = emulator.start()) {
        server.load(load);
        List<String> lines =
            FreshJvm.run(
                List.of(),
                SdkClient.class,
                "" + server.port(),
                "" + server.pid(),
                "" + items,
                "" + seconds);
        lines.forEach(line -> rows.add(sdkRow(emulator, line.split(" "))));
      } catch (IOException e) {
        throw new UncheckedIOException(emulator + " does not do its work", e);
      }
    }
    rows.sort(Comparator.comparing(row -> OperationBenchmark.Call.valueOf(row.get(0))));
    return rows;
  }

  private static List<String> sdkRow(HttpEmulator emulator, String[] figures) {
    int client = Integer.parseInt(figures[2]);
    int server = Integer.parseInt(figures[3]);
    return List.of(
        figures[0],
        emulator.name(),
        "%,d".formatted(Integer.parseInt(figures[1])),
        "%,d µs".formatted(client + server),
        "%,d µs".formatted(client),
        "%,d µs".formatted(server));
  }

  /** Whether a server has the operation of a request: dynalite is older than transactions. */
  private static boolean knows(ServerProcess server, byte[] request) throws IOException {
    try (RawConnection connection = server.connect()) {
      return !connection.send(request).error().contains("UnknownOperation");
    }
  }

  /** What the servers had in memory behind {@link #requests}. */
  List<List<String>> memory() {
    return memory;
  }

  private void measure(
      HttpEmulator emulator,
      ServerProcess server,
      OperationBenchmark.Call call,
      List<byte[]> requests,
      List<Row> rows) {
    HttpLoad load = new HttpLoad(server, requests);
    load.run(4, seconds);
    for (int connections : new int[] {1, 4, 16}) {
      rows.add(new Row(call, connections, emulator, load.run(connections, seconds)));
    }
  }

  private record Row(
      OperationBenchmark.Call call,
      int connections,
      HttpEmulator emulator,
      HttpLoad.Figures figures) {
    List<String> cells() {
      return List.of(
          call.name(),
          "" + connections,
          emulator.name(),
          "%,.0f".formatted(figures.perSecond()),
          "%.2f ms".formatted(figures.median() / 1e3),
          "%.2f ms".formatted(figures.p99() / 1e3),
          "%,.0f µs".formatted(figures.cpuPerRequest()));
    }
  }

  private Map<OperationBenchmark.Call, List<byte[]>> calls() {
    Requests made = new Requests(items);
    Map<OperationBenchmark.Call, List<byte[]>> calls = new EnumMap<>(OperationBenchmark.Call.class);
    calls.put(OperationBenchmark.Call.GET, wire(made.gets(REQUESTS), c -> c::getItem));
    calls.put(OperationBenchmark.Call.PUT, wire(made.puts(REQUESTS), c -> c::putItem));
    calls.put(OperationBenchmark.Call.QUERY_10, wire(made.queries(REQUESTS), c -> c::query));
    calls.put(
        OperationBenchmark.Call.BATCH_WRITE_25,
        wire(made.batches(BATCHES), c -> c::batchWriteItem));
    calls.put(
        OperationBenchmark.Call.TRANSACT_WRITE_2,
        wire(made.transactions(REQUESTS), c -> c::transactWriteItems));
    return calls;
  }

  private static <T> List<byte[]> wire(
      List<T> requests, Function<DynamoDbClient, Function<T, ?>> method) {
    return WireRequests.of(client -> requests.forEach(method.apply(client)::apply));
  }
}
