package io.keystonedb.benchmarks;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.util.concurrent.TimeUnit;
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

/** The calls of {@link OperationBenchmark} in the native API, one after the other. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NativeBenchmark {

  /** The table, loaded once. */
  @State(Scope.Benchmark)
  public static class Loaded {
    @Param({"100000"})
    int items;

    @Param({"GET", "PUT", "UPDATE", "QUERY_10", "BATCH_WRITE_25", "TRANSACT_WRITE_2"})
    OperationBenchmark.Call call;

    private Supplier<?>[] calls;
    private int next;

    /** Fills the table. */
    @Setup(Level.Trial)
    public void load() {
      Database database = Database.inMemory();
      Orders.load(KeystoneDynamoDbClient.create(database), items);
      calls = new NativeRequests(database.table(Orders.TABLE), items).calls(call);
    }
  }

  /** One call. */
  @Benchmark
  public Object call(Loaded loaded) {
    int index = loaded.next;
    loaded.next = index + 1 == loaded.calls.length ? 0 : index + 1;
    return loaded.calls[index].get();
  }
}
