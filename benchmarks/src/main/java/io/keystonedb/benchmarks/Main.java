package io.keystonedb.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/** Runs everything, or the parts that are named, and prints one table. */
public final class Main {
  private static final int COLD_STARTS = 7;
  private static final int THREADS = 2;
  private static final Set<String> PARTS =
      Set.of(
          "operations",
          "native",
          "throughput",
          "streams",
          "dual-write",
          "databases",
          "cold-start",
          "size",
          "pauses",
          "http-start",
          "http",
          "http-sdk");

  private final List<String> table = new ArrayList<>();
  private final boolean quick;
  private final int items;

  private Main(boolean quick) {
    this.quick = quick;
    items = quick ? 10_000 : 100_000;
  }

  /** Arguments: {@code --quick} and the names of parts; no name means all. */
  public static void main(String[] args) throws RunnerException {
    Set<String> parts = new TreeSet<>(List.of(args));
    boolean quick = parts.remove("--quick");
    if (!PARTS.containsAll(parts)) {
      throw new IllegalArgumentException("known are --quick and " + PARTS + ", not " + parts);
    }
    new Main(quick).run(parts.isEmpty() ? PARTS : parts);
  }

  private void run(Set<String> parts) throws RunnerException {
    if (parts.contains("operations")) {
      operations();
    }
    if (parts.contains("native")) {
      nativeApi();
    }
    if (parts.contains("throughput")) {
      throughput();
    }
    if (parts.contains("streams")) {
      streams();
    }
    if (parts.contains("dual-write")) {
      dualWrites();
    }
    if (parts.contains("databases")) {
      databases();
    }
    if (parts.contains("cold-start")) {
      coldStart();
    }
    if (parts.contains("http-start")) {
      section(
          "Start to the first answer over HTTP; medians", "server", "wall clock", "CPU", "memory");
      http().starts().forEach(cells -> row(cells.toArray(String[]::new)));
    }
    if (parts.contains("http")) {
      section(
          "Requests over HTTP, table of %,d items of 1 KB".formatted(items / 10),
          "call",
          "connections",
          "server",
          "requests/s",
          "median",
          "p99",
          "CPU of the server per request");
      HttpBenchmark http = http();
      http.requests().forEach(cells -> row(cells.toArray(String[]::new)));
      section("Memory of the servers behind that", "server", "memory");
      http.memory().forEach(cells -> row(cells.toArray(String[]::new)));
    }
    if (parts.contains("http-sdk")) {
      section(
          "Calls of the SDK's client over HTTP, one connection, table of %,d items of 1 KB"
              .formatted(items / 10),
          "call",
          "server",
          "calls/s",
          "CPU of a call",
          "of which client",
          "of which server");
      http().sdkCalls().forEach(cells -> row(cells.toArray(String[]::new)));
    }
    if (parts.contains("size")) {
      section("Sizes", "what", "figure");
      for (String line : FreshJvm.run(List.of("-Xmx6g"), SizeProbe.class, "" + items * 10)) {
        row(line.split("\t"));
      }
    }
    if (parts.contains("pauses")) {
      section(
          "Longest write to another table meanwhile, table of %,d items".formatted(items * 10),
          "what",
          "took",
          "longest write",
          "longest garbage collection");
      for (String line : FreshJvm.run(List.of("-Xmx6g"), PauseProbe.class, "" + items * 10)) {
        row(line.split("\t"));
      }
    }
    table.forEach(System.out::println);
  }

  private HttpBenchmark http() {
    return new HttpBenchmark(items / 10, quick ? 1 : 3);
  }

  private void operations() throws RunnerException {
    section(
        "Time per call, one thread, table of %,d items of 1 KB".formatted(items),
        "call",
        "KeystoneDB median",
        "p99",
        "dynoxide over HTTP median",
        "p99",
        "ratio of medians");
    TreeMap<OperationBenchmark.Call, TreeMap<Emulator, Statistics>> byCall = new TreeMap<>();
    for (RunResult result : jmh(OperationBenchmark.class, 1, Mode.SampleTime)) {
      byCall
          .computeIfAbsent(call(result), call -> new TreeMap<>())
          .put(emulator(result), result.getPrimaryResult().getStatistics());
    }
    byCall.forEach(
        (call, both) -> {
          Statistics ours = both.get(Emulator.KEYSTONE);
          Statistics theirs = both.get(Emulator.DYNOXIDE);
          row(
              call.name(),
              micros(ours.getPercentile(50)),
              micros(ours.getPercentile(99)),
              micros(theirs.getPercentile(50)),
              micros(theirs.getPercentile(99)),
              "%.0f".formatted(theirs.getPercentile(50) / ours.getPercentile(50)));
        });
  }

  private void nativeApi() throws RunnerException {
    section(
        "Time per call in this JVM, one thread, table of %,d items of 1 KB".formatted(items),
        "call",
        "native API median",
        "p99",
        "SDK's client median",
        "p99");
    TreeMap<OperationBenchmark.Call, TreeMap<NativeBenchmark.Api, Statistics>> byCall =
        new TreeMap<>();
    for (RunResult result : jmh(NativeBenchmark.class, 1, Mode.SampleTime)) {
      byCall
          .computeIfAbsent(call(result), call -> new TreeMap<>())
          .put(
              NativeBenchmark.Api.valueOf(result.getParams().getParam("api")),
              result.getPrimaryResult().getStatistics());
    }
    byCall.forEach(
        (call, both) -> {
          Statistics ofNative = both.get(NativeBenchmark.Api.NATIVE);
          Statistics ofSdk = both.get(NativeBenchmark.Api.SDK);
          row(
              call.name(),
              micros(ofNative.getPercentile(50)),
              micros(ofNative.getPercentile(99)),
              micros(ofSdk.getPercentile(50)),
              micros(ofSdk.getPercentile(99)));
        });
  }

  private void throughput() throws RunnerException {
    section(
        "Calls per second, %d threads, table of %,d items of 1 KB".formatted(THREADS, items),
        "call",
        "KeystoneDB",
        "dynoxide over HTTP");
    TreeMap<OperationBenchmark.Call, TreeMap<Emulator, Double>> byCall = new TreeMap<>();
    for (RunResult result : jmh(OperationBenchmark.class, THREADS, Mode.Throughput, "GET", "PUT")) {
      byCall
          .computeIfAbsent(call(result), call -> new TreeMap<>())
          .put(emulator(result), result.getPrimaryResult().getScore() * 1e6);
    }
    byCall.forEach(
        (call, both) ->
            row(
                call.name(),
                "%,.0f".formatted(both.get(Emulator.KEYSTONE)),
                "%,.0f".formatted(both.get(Emulator.DYNOXIDE))));
  }

  private void streams() throws RunnerException {
    section(
        "Put with a stream, one thread, table of %,d items of 1 KB".formatted(items),
        "stream",
        "median",
        "p99");
    for (RunResult result : jmh(StreamBenchmark.class, 1, Mode.SampleTime)) {
      Statistics statistics = result.getPrimaryResult().getStatistics();
      row(
          result.getParams().getParam("view"),
          micros(statistics.getPercentile(50)),
          micros(statistics.getPercentile(99)));
    }
  }

  private void dualWrites() throws RunnerException {
    section(
        "Dual writes: time per call, one thread, table of %,d items of 1 KB"
            .formatted(DualWriteBenchmark.ITEMS),
        "call",
        "sides",
        "median",
        "p99");
    for (RunResult result : jmh(DualWriteBenchmark.class, 1, Mode.SampleTime)) {
      Statistics statistics = result.getPrimaryResult().getStatistics();
      row(
          call(result).name(),
          result.getParams().getParam("sides"),
          micros(statistics.getPercentile(50)),
          micros(statistics.getPercentile(99)));
    }
  }

  private void databases() throws RunnerException {
    section("Databases", "what", "items in the table", "average");
    for (RunResult result : jmh(DatabaseBenchmark.class, 1, Mode.AverageTime)) {
      Result<?> average = result.getPrimaryResult();
      String size = result.getParams().getParam("items");
      row(
          average.getLabel(),
          size == null ? "-" : "%,d".formatted(Integer.parseInt(size)),
          micros(average.getScore() / 1e3));
    }
  }

  private void coldStart() {
    section("Fresh JVM to the end of its first calls; medians", "what", "CPU", "wall clock");
    coldStart("SHAPES", () -> ColdStart.inFreshJvm("SHAPES"));
    coldStart("KEYSTONE", () -> ColdStart.inFreshJvm("KEYSTONE"));
    coldStart(
        "DYNOXIDE over HTTP, client only",
        () -> {
          try (ServerProcess server = HttpEmulator.DYNOXIDE.start()) {
            return ColdStart.inFreshJvm("" + server.port());
          }
        });
  }

  private void coldStart(String what, Supplier<ColdStart.Figures> start) {
    List<Double> cpu = new ArrayList<>();
    List<Double> wall = new ArrayList<>();
    for (int i = 0; i < COLD_STARTS; i++) {
      ColdStart.Figures figures = start.get();
      cpu.add(figures.cpuSeconds());
      wall.add(figures.wallSeconds());
    }
    row(what, "%.2f s".formatted(median(cpu)), "%.2f s".formatted(median(wall)));
  }

  private Collection<RunResult> jmh(Class<?> benchmark, int threads, Mode mode, String... calls)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(benchmark.getName() + "\\.")
            .mode(mode)
            .threads(threads)
            .forks(1)
            .warmupIterations(quick ? 2 : 5)
            .measurementIterations(quick ? 2 : 5)
            .warmupTime(TimeValue.seconds(1))
            .measurementTime(TimeValue.seconds(1))
            .shouldFailOnError(true)
            // Shadows that never answer leave threads behind that would be waited for.
            .jvmArgsAppend("-Xmx6g", "-Djmh.shutdownTimeout=1");
    if (benchmark != DatabaseBenchmark.class) {
      options.param("items", "" + items);
    } else if (quick) {
      options.param("items", "0", "1000", "100000");
    }
    if (calls.length > 0) {
      options.param("call", calls);
    }
    return new Runner(options.build()).run();
  }

  private static OperationBenchmark.Call call(RunResult result) {
    return OperationBenchmark.Call.valueOf(result.getParams().getParam("call"));
  }

  private static Emulator emulator(RunResult result) {
    return Emulator.valueOf(result.getParams().getParam("emulator"));
  }

  private static String micros(double micros) {
    return (micros < 1 ? "%.3f µs" : micros < 100 ? "%.1f µs" : "%,.0f µs").formatted(micros);
  }

  static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private void section(String title, String... columns) {
    table.add("");
    table.add("### " + title);
    table.add("");
    row(columns);
    table.add("|" + " --- |".repeat(columns.length));
  }

  private void row(String... cells) {
    table.add("| " + String.join(" | ", cells) + " |");
  }
}
