package io.keystonedb.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One request after the other through the SDK's client, on a warm table. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OperationBenchmark {

  /** What is asked. */
  public enum Call {
    GET,
    PUT,
    UPDATE,
    QUERY_10,
    BATCH_WRITE_25,
    TRANSACT_WRITE_2
  }

  /** The table, loaded once, shared by all threads. */
  @State(Scope.Benchmark)
  public static class Loaded {
    @Param({"KEYSTONE", "DYNOXIDE"})
    Emulator emulator;

    @Param({"100000"})
    int items;

    @Param({"GET", "PUT", "UPDATE", "QUERY_10", "BATCH_WRITE_25", "TRANSACT_WRITE_2"})
    Call call;

    private final AtomicInteger threads = new AtomicInteger();
    private List<? extends Supplier<?>> calls = List.of();

    /** Fills the table. */
    @Setup(Level.Trial)
    public void load() {
      DynamoDbClient client = emulator.open();
      Orders.load(client, items);
      calls = new Requests(items).calls(call, client);
    }
  }

  /** Where a thread is in the list of calls. */
  @State(Scope.Thread)
  public static class Position {
    private int next;

    /** Threads begin at different places. */
    @Setup(Level.Trial)
    public void begin(Loaded loaded) {
      next = loaded.threads.getAndIncrement() * loaded.calls.size() / 2;
    }
  }

  /** One call. */
  @Benchmark
  public Object call(Loaded loaded, Position position) {
    int index = position.next;
    position.next = index + 1 >= loaded.calls.size() ? 0 : index + 1;
    return loaded.calls.get(index % loaded.calls.size()).get();
  }
}
