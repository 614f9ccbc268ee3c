package io.keystonedb.benchmarks;

import io.keystonedb.Database;
import io.keystonedb.DatabaseSnapshot;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
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

/** What a private database per test costs. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DatabaseBenchmark {

  /** A database with a table of a size. */
  @State(Scope.Benchmark)
  public static class Loaded {
    @Param({"0", "1000", "100000", "1000000"})
    int items;

    private Database database;
    private DatabaseSnapshot snapshot;

    /** Fills the table. */
    @Setup(Level.Trial)
    public void load() {
      database = Database.inMemory();
      Orders.load(KeystoneDynamoDbClient.create(database), items);
      snapshot = database.snapshot();
    }
  }

  /** A new database. */
  @Benchmark
  public Object open() {
    return Database.inMemory();
  }

  /** A new database with a client and a table. */
  @Benchmark
  public Object openWithClientAndTable() {
    DynamoDbClient client = KeystoneDynamoDbClient.create(Database.inMemory());
    Orders.createTable(client);
    return client;
  }

  /** An independent database with the same content. */
  @Benchmark
  public Object fork(Loaded loaded) {
    return loaded.database.fork();
  }

  /** A way back to the content as it is. */
  @Benchmark
  public Object snapshot(Loaded loaded) {
    return loaded.database.snapshot();
  }

  /** The way back. */
  @Benchmark
  public void restore(Loaded loaded) {
    loaded.database.restore(loaded.snapshot);
  }
}
