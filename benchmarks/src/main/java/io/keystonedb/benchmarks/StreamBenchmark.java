package io.keystonedb.benchmarks;

import io.keystonedb.Database;
import io.keystonedb.DatabaseSnapshot;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** What a stream adds to a put that replaces an item by another one. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StreamBenchmark {
  /** Says that the table has no stream. */
  static final String NONE = "NONE";

  /** The table, loaded once, then given its stream. */
  @State(Scope.Benchmark)
  public static class Loaded {
    private static final int KEYS = 16_384;

    @Param({"100000"})
    int items;

    @Param({NONE, "KEYS_ONLY", "NEW_AND_OLD_IMAGES"})
    String view;

    private final Database database = Database.inMemory();
    private final DynamoDbClient client = KeystoneDynamoDbClient.create(database);
    private final List<PutItemRequest> puts = new ArrayList<>();
    private DatabaseSnapshot snapshot;
    private int next;

    /** Fills the table. */
    @Setup(Level.Trial)
    public void load() {
      Orders.load(client, items);
      if (!view.equals(NONE)) {
        client.updateTable(
            update ->
                update
                    .tableName(Orders.TABLE)
                    .streamSpecification(s -> s.streamEnabled(true).streamViewType(view)));
      }
      snapshot = database.snapshot();
      // Each round writes another version, so every put changes its item.
      for (int version = 1; version <= 2; version++) {
        Random random = new Random(1);
        for (int i = 0; i < KEYS; i++) {
          int order = random.nextInt(items);
          int current = version;
          puts.add(
              PutItemRequest.builder()
                  .tableName(Orders.TABLE)
                  .item(Orders.item(order, current))
                  .build());
        }
      }
    }

    /** Records are retained for a day; so they would fill the memory. */
    @Setup(Level.Iteration)
    public void forgetRecords() {
      database.restore(snapshot);
      next = 0;
    }
  }

  /** One put. */
  @Benchmark
  public Object put(Loaded loaded) {
    int index = loaded.next;
    loaded.next = index + 1 == loaded.puts.size() ? 0 : index + 1;
    return loaded.client.putItem(loaded.puts.get(index));
  }
}
