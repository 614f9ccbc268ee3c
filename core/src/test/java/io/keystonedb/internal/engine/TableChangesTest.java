package io.keystonedb.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.TableSchema;
import io.keystonedb.internal.storage.memory.MemoryStore;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.PausingStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Changes of tables that take time, and what completes them. */
class TableChangesTest {
  private static final TableSchema SCHEMA = TableSchema.create().partitionKey("id");

  @RegisterExtension final Databases databases = new Databases();

  /** Time that passes by itself, unlike that of a clock that is moved. */
  private final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-08-15T10:20:30Z"));

  private final PausingStore store = new PausingStore(new MemoryStore(new ItemWeigher()));

  private Database openPausing() {
    Database database = databases.open(store, KeystoneClock.of(time::get));
    database.dials().tableChanges(Duration.ofSeconds(10));
    return database;
  }

  private static String status(Database database) {
    return database.engine().<TableDefinition>read(r -> Tables.requireNamed(r, "users")).status();
  }

  @Test
  void movingTheClockCompletesWhatIsDueWithoutARequest() {
    Database database = databases.open(KeystoneClock.fixed(Instant.parse("2026-08-15T10:20:30Z")));
    database.dials().tableChanges(Duration.ofSeconds(10));
    database.createTable("users", SCHEMA);

    database.clock().advance(Duration.ofSeconds(9));
    assertThat(status(database)).isEqualTo("CREATING");
    database.clock().advance(Duration.ofSeconds(1));
    assertThat(status(database)).isEqualTo("ACTIVE");
  }

  @Test
  void aRequestBeforeTheCommitDoesNotLoseTheChange() {
    Database database = openPausing();
    JsonClient other = new JsonClient(database);
    store.beforeCommit(committed -> other.ok("ListTables", "{}"));
    database.createTable("users", SCHEMA);
    store.beforeCommit(committed -> {});

    time.updateAndGet(now -> now.plusSeconds(10));

    assertThat(other.ok("DescribeTable", "{'TableName':'users'}"))
        .contains("'TableStatus':'ACTIVE'");
  }

  @Test
  void aFailedCompletionIsTriedAgain() {
    Database database = openPausing();
    JsonClient client = new JsonClient(database);
    database.createTable("users", SCHEMA);
    time.updateAndGet(now -> now.plusSeconds(10));

    store.beforeCommit(
        committed -> {
          throw new UncheckedIOException(new IOException("disk full"));
        });
    assertThatThrownBy(() -> database.engine().completeDue()).hasMessageContaining("disk full");
    store.beforeCommit(committed -> {});

    assertThat(client.ok("DescribeTable", "{'TableName':'users'}"))
        .contains("'TableStatus':'ACTIVE'");
  }
}
