package io.keystonedb.benchmarks;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.util.List;
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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The calls of {@link OperationBenchmark} through the native API, beside the SDK's client. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NativeBenchmark {

  /** The API that is called. */
  public enum Api {
    NATIVE,
    SDK
  }

  /** The table, loaded once. */
  @State(Scope.Benchmark)
  public static class Loaded {
    @Param({"NATIVE", "SDK"})
    Api api;

    @Param({"100000"})
    int items;

    @Param({"GET", "PUT", "UPDATE", "QUERY_10", "BATCH_WRITE_25", "TRANSACT_WRITE_2"})
    OperationBenchmark.Call call;

    private List<Supplier<?>> calls = List.of();
    private int next;

    /** Fills the table. */
    @Setup(Level.Trial)
    public void load() {
      Database database = Database.inMemory();
      DynamoDbClient client = KeystoneDynamoDbClient.create(database);
      Orders.load(client, items);
      calls =
          switch (api) {
            case NATIVE -> new NativeRequests(database.table(Orders.TABLE), items).calls(call);
            case SDK -> new Requests(items).calls(call, client);
          };
    }
  }

  /** One call. */
  @Benchmark
  public Object call(Loaded loaded) {
    int index = loaded.next;
    loaded.next = index + 1 == loaded.calls.size() ? 0 : index + 1;
    return loaded.calls.get(index).get();
  }
}
