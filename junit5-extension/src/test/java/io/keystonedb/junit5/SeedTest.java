package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import io.keystonedb.TableSchema;
import io.keystonedb.TransactionConflicts;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Seed data while the database takes items to be held by transactions of others. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SeedTest {
  private static final TransactionConflicts ALWAYS = new TransactionConflicts(1, 0);

  @KeystoneDb(lifecycle = Lifecycle.SHARED)
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class Conflicting {
    @Test
    void aSetsConflicts(Database database) {
      database.dials().transactionConflicts(ALWAYS);
    }

    @Test
    @KeystoneDb(tables = @Table(name = "users", partitionKey = "id"), seed = "users.json")
    void bIsSeeded(Database database, DynamoDbClient client) {
      assertThat(Users.ids(client)).containsExactlyInAnyOrder("ada", "bob");
      assertThat(database.dials().transactionConflicts()).isSameAs(ALWAYS);
    }
  }

  @Test
  void isLoadedWithoutTheConflictsThatTestsAskFor() {
    Engine.passes(2, Conflicting.class);
  }

  @Test
  void endsWithAMistakeWhereAllThatIsLeftIsHeld() {
    Database database = Database.inMemory();
    database.createTable("users", TableSchema.create().partitionKey("id"));
    database.dials().transactionConflicts(ALWAYS);
    Seed seed = new Seed("users.json", null, new Origin(SeedTest.class, null, "@KeystoneDb"));

    assertThatThrownBy(() -> seed.load(KeystoneDynamoDbClient.create(database)))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessage(
            SeedTest.class.getName()
                + ": @KeystoneDb(seed = \"users.json\"): 2 items of table users are left unprocessed, as if held by transactions."
                + " To fix it: lower dials().transactionConflicts(...) while the seed is loaded");
  }
}
