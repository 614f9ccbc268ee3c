package io.keystonedb.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.TableSchema;
import io.keystonedb.testing.Databases;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Changes of tables that take time, and what completes them. */
class TableChangesTest {
  private static final TableSchema SCHEMA = TableSchema.create().partitionKey("id");

  @RegisterExtension final Databases databases = new Databases();

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
}
