package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.internal.engine.ItemWeigher;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.storage.memory.MemoryStore;
import io.keystonedb.storage.ForkableStore;
import io.keystonedb.storage.Store;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.PausingStore;
import io.keystonedb.testing.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {
  private static final Item ITEM = Item.builder().string("a", "x").build();

  @RegisterExtension final Databases databases = new Databases();

  /** Time that passes by itself, unlike that of a clock that is moved. */
  private final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-08-15T10:20:30Z"));

  @Tag(TestStore.FORK)
  @Test
  void forkAndOriginDoNotSeeEachOthersWrites() {
    Database origin = databases.open();
    origin.put("both", ITEM);

    Database fork = databases.checked(origin.fork());
    fork.put("fork", ITEM);
    origin.put("origin", ITEM);

    assertThat(fork.get("both")).isPresent();
    assertThat(fork.get("origin")).isEmpty();
    assertThat(origin.get("fork")).isEmpty();
  }

  @Tag(TestStore.FORK)
  @Test
  void restoreGoesBackToTheSnapshotAsOftenAsWanted() {
    Database db = databases.open();
    db.put("kept", ITEM);
    DatabaseSnapshot snapshot = db.snapshot();

    for (int i = 0; i < 2; i++) {
      db.put("gone", ITEM);
      db.delete("kept");
      db.restore(snapshot);

      assertThat(db.get("gone")).isEmpty();
      assertThat(db.get("kept")).isPresent();
    }
  }

  @Tag(TestStore.FORK)
  @Test
  void forkHasAClockOfItsOwnWithTheSameOffset() {
    Database origin = databases.open(KeystoneClock.fixed(Instant.EPOCH));
    origin.clock().advance(Duration.ofDays(1));

    Database fork = databases.checked(origin.fork());
    fork.clock().advance(Duration.ofDays(1));

    assertThat(origin.clock().instant()).isEqualTo(Instant.EPOCH.plus(Duration.ofDays(1)));
    assertThat(fork.clock().instant()).isEqualTo(Instant.EPOCH.plus(Duration.ofDays(2)));
  }

  @Test
  void expiredItemsAreReadableUntilTheClockIsMoved() {
    Database db = databases.open(TableSchema.create().ttl("expiresAt"));
    long now = db.clock().epochSeconds();
    db.put("expired", Item.builder().number("expiresAt", now - 10).build());
    db.put("due", Item.builder().number("expiresAt", now + 1800).build());
    db.put("later", Item.builder().number("expiresAt", now + 7200).build());
    db.put("ancient", Item.builder().number("expiresAt", 1_000_000_000L).build());
    db.put("text", Item.builder().string("expiresAt", "1").build());
    assertThat(db.get("expired")).isPresent();

    db.clock().advance(Duration.ofHours(1));

    assertThat(db.get("expired")).isEmpty();
    assertThat(db.get("due")).isEmpty();
    assertThat(db.get("later")).isPresent();
    assertThat(db.get("ancient")).as("expired more than five years ago").isPresent();
    assertThat(db.get("text")).isPresent();
  }

  @Test
  void namedTablesHaveTheSameApiAndTheirOwnKeys() {
    Database db = databases.open();
    Table scores =
        db.createTable(
            "scores", TableSchema.create().partitionKey("game").sortKey("score", ValueType.N));

    scores.put(Item.builder().string("game", "chess").number("score", 10).build());
    scores.put(Item.builder().string("game", "chess").number("score", 9).build());

    assertThat(db.table("scores").query(Query.of("chess")).items())
        .extracting(item -> item.get("score"))
        .containsExactly(Value.number(9), Value.number(10));
  }

  @Test
  void aDatabaseHasWhatItsStoreHolds() {
    Store store = TestStore.open();
    Database first = databases.open(store);
    first.put("alice", Item.builder().number("age", 30).build());

    Database second = databases.open(store);

    assertThat(second.get("alice").orElseThrow().get("age")).isEqualTo(Value.number(30));
  }

  @Test
  void aStoreThatCannotBeForkedIsNamedWithAWayOut() {
    Database db = databases.open(new PausingStore(TestStore.open()));
    String text =
        "A database on a PausingStore cannot be forked or restored; use one in memory (Database.inMemory()), or copy what the store keeps by its own means";

    assertThatThrownBy(db::fork).isInstanceOf(UnsupportedOperationException.class).hasMessage(text);
    assertThatThrownBy(db::snapshot).hasMessage(text);
  }

  @Test
  @Tag(TestStore.FORK)
  void aSnapshotOfAnotherKindOfStoreIsRefused() {
    DatabaseSnapshot foreign = new DatabaseSnapshot(new ForkableStore.Content() {});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> databases.open().restore(foreign))
        .withMessageStartingWith("the content of another kind of store");
  }

  @Test
  void aTableIsCreatedWithAllOfItsSchemaInOneCommit() {
    PausingStore store = new PausingStore(new MemoryStore(new ItemWeigher()));
    Database db = databases.open(store);
    List<String> committed = new ArrayList<>();
    store.beforeCommit(
        reader -> {
          TableDefinition table = Tables.requireNamed(db.engine().rows(reader), "sessions");
          committed.add(table.timeToLive().attribute() + " " + table.key().sortOptional());
        });

    db.createTable("sessions", TableSchema.create().ttl("expires"));

    assertThat(committed).containsExactly("expires true");
  }

  @Test
  void aTableTakesRequestsOnceItsCreationIsComplete() {
    Database db = databases.open(KeystoneClock.of(time::get));
    db.dials().tableChanges(Duration.ofSeconds(10));
    Table users =
        db.createTable(
            "users", TableSchema.create().partitionKey("id").stream(StreamView.NEW_IMAGE));
    assertThatThrownBy(() -> users.put("alice", ITEM)).hasMessage("Requested resource not found");

    time.updateAndGet(now -> now.plusSeconds(11));

    users.put("alice", ITEM);
    assertThat(users.get("alice")).isPresent();
    assertThat(users.changes()).toIterable().hasSize(1);
  }

  @Test
  void aTableCanBeListenedToOnceItsCreationIsComplete() {
    Database db = databases.open(KeystoneClock.of(time::get));
    db.dials().tableChanges(Duration.ofSeconds(10));
    Table users =
        db.createTable(
            "users", TableSchema.create().partitionKey("id").stream(StreamView.NEW_IMAGE));
    List<Change> heard = new ArrayList<>();

    time.updateAndGet(now -> now.plusSeconds(11));

    users.onChange(heard::add);
    users.put("alice", ITEM);
    assertThat(heard).hasSize(1);
  }

  @Test
  void theDefaultTableComesBackOnceItsDeletionIsComplete() {
    Database db = databases.open(KeystoneClock.of(time::get));
    db.put("alice", ITEM);
    db.dials().tableChanges(Duration.ofSeconds(10));
    new JsonClient(db).ok("DeleteTable", "{'TableName':'default'}");
    time.updateAndGet(now -> now.plusSeconds(11));
    db.dials().tableChanges(Duration.ZERO);

    db.put("bob", ITEM);

    assertThat(db.scan().items()).hasSize(1);
  }

  @Test
  void aTableThatIsNotThereIsTheServicesError() {
    assertThatThrownBy(() -> databases.open().table("nothing").get("x"))
        .isInstanceOfSatisfying(
            KeystoneException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.RESOURCE_NOT_FOUND))
        .hasMessage("Requested resource not found");
  }

  @Test
  void batchesOfAnySizeAreSplit() {
    Database db = databases.open();
    BatchWrite writes = db.batchWrite();
    BatchGet gets = db.batchGet();
    for (int i = 0; i < 250; i++) {
      writes.put("item#" + i, Item.builder().number("i", i).build());
      gets.get("item#" + i);
    }

    writes.execute();

    assertThat(gets.execute()).hasSize(250);
  }

  @Test
  void aFailedTransactionWritesNothingAndSaysWhy() {
    Database db = databases.open();
    db.put("exists", ITEM);

    assertThatThrownBy(
            () ->
                db.transactWrite()
                    .put("new", ITEM)
                    .put("exists", Item.empty())
                    .condition("attribute_not_exists(pk)")
                    .execute())
        .isInstanceOfSatisfying(
            KeystoneException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.TRANSACTION_CANCELED);
              assertThat(e.cancellationReasons())
                  .extracting(CancellationReason::code)
                  .containsExactly("None", "ConditionalCheckFailed");
              assertThat(e.cancellationReasons().get(1).item())
                  .containsEntry("a", Value.string("x"));
            });
    assertThat(db.get("new")).isEmpty();
  }

  @Test
  void aClosedDatabaseSaysSo() {
    Database db = Database.inMemory();
    db.close();

    assertThatThrownBy(() -> db.get("x")).isInstanceOf(IllegalStateException.class);
  }
}
