package io.keystonedb.benchmarks;

import io.keystonedb.migration.DualWriteDynamoDbClient;
import io.keystonedb.migration.Mode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a shadow costs the caller: one request after the other, with and without it. */
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DualWriteBenchmark {

  static final int ITEMS = 1000;

  /** Who is asked. */
  public enum Sides {
    /** KeystoneDB alone. */
    KEYSTONE,
    /** dynoxide over HTTP alone. */
    DYNOXIDE,
    /** dynoxide with KeystoneDB as its shadow, or KeystoneDB with another. */
    DYNOXIDE_SEQUENTIAL,
    DYNOXIDE_PARALLEL,
    DYNOXIDE_LATER,
    KEYSTONE_LATER,
    /** Both a millisecond away, as in a network; alone, and with a shadow as far away. */
    DISTANT,
    DISTANT_SEQUENTIAL,
    DISTANT_PARALLEL,
    DISTANT_LATER,
    /** The shadow refuses connections, or never answers. */
    DISTANT_DEAD_SHADOW,
    DISTANT_HUNG_SHADOW;

    DynamoDbClient open() {
      return switch (this) {
        case KEYSTONE -> Emulator.KEYSTONE.open();
        case DYNOXIDE -> Emulator.DYNOXIDE.open();
        case DYNOXIDE_SEQUENTIAL -> dual(Emulator.DYNOXIDE, Emulator.KEYSTONE, Mode.SEQUENTIAL);
        case DYNOXIDE_PARALLEL -> dual(Emulator.DYNOXIDE, Emulator.KEYSTONE, Mode.PARALLEL);
        case DYNOXIDE_LATER -> dual(Emulator.DYNOXIDE, Emulator.KEYSTONE, Mode.LATER);
        case KEYSTONE_LATER -> dual(Emulator.KEYSTONE, Emulator.KEYSTONE, Mode.LATER);
        case DISTANT -> Distance.MILLISECOND.to(Emulator.KEYSTONE.open());
        case DISTANT_SEQUENTIAL -> distant(Distance.MILLISECOND, Mode.SEQUENTIAL);
        case DISTANT_PARALLEL -> distant(Distance.MILLISECOND, Mode.PARALLEL);
        case DISTANT_LATER -> distant(Distance.MILLISECOND, Mode.LATER);
        case DISTANT_DEAD_SHADOW -> distant(Distance.UNREACHABLE, Mode.PARALLEL);
        case DISTANT_HUNG_SHADOW -> distant(Distance.SILENT, Mode.PARALLEL);
      };
    }

    private static DynamoDbClient dual(Emulator primary, Emulator shadow, Mode mode) {
      return DualWriteDynamoDbClient.builder(primary.open(), shadow.open()).mode(mode).build();
    }

    private static DynamoDbClient distant(Distance shadow, Mode mode) {
      return DualWriteDynamoDbClient.builder(
              Distance.MILLISECOND.to(Emulator.KEYSTONE.open()),
              shadow.to(Emulator.KEYSTONE.open()))
          .mode(mode)
          .build();
    }
  }

  /** A loaded table and requests about it. */
  @State(Scope.Benchmark)
  public static class Loaded {
    @Param Sides sides;

    @Param({"GET", "PUT"})
    OperationBenchmark.Call call;

    private List<? extends Supplier<?>> calls = List.of();
    private int next;

    /** Fills the table. */
    @Setup
    public void load() {
      DynamoDbClient client = sides.open();
      Orders.load(client, ITEMS);
      Requests requests = new Requests(ITEMS);
      calls =
          call == OperationBenchmark.Call.GET
              ? bind(requests.gets(4096), client::getItem)
              : bind(requests.puts(4096), client::putItem);
    }

    private static <T> List<Supplier<?>> bind(List<T> requests, Function<T, ?> method) {
      return requests.stream().<Supplier<?>>map(request -> () -> method.apply(request)).toList();
    }
  }

  /** One call. */
  @Benchmark
  public Object call(Loaded loaded) {
    loaded.next = (loaded.next + 1) % loaded.calls.size();
    return loaded.calls.get(loaded.next).get();
  }
}
