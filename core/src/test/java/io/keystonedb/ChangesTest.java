package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.keystonedb.testing.Databases;
import io.keystonedb.testing.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChangesTest {
  private static final TableSchema SCHEMA =
      TableSchema.create().partitionKey("pk").stream(StreamView.NEW_AND_OLD_IMAGES);

  @RegisterExtension final Databases databases = new Databases();

  private static Item value(long value) {
    return Item.builder().number("v", value).build();
  }

  @Test
  void walksChangesInTheOrderOfTheirCommits() {
    Table table = databases.open().createTable("orders", SCHEMA);
    table.put("a", value(1));
    table.put("b", value(1));
    table.put("a", value(2));
    table.delete("a");

    List<Change> changes = all(table.changes());

    assertThat(changes)
        .extracting(Change::type, change -> change.keys().get("pk"))
        .containsExactly(
            tuple(ChangeType.INSERT, Value.string("a")),
            tuple(ChangeType.INSERT, Value.string("b")),
            tuple(ChangeType.MODIFY, Value.string("a")),
            tuple(ChangeType.REMOVE, Value.string("a")));
    assertThat(changes.get(2).oldImage().get("v")).isEqualTo(Value.number(1));
    assertThat(changes.get(2).newImage().get("v")).isEqualTo(Value.number(2));
    assertThat(changes.get(3).newImage()).isNull();
    assertThat(changes.get(0).sequenceNumber()).isEqualTo("100000000000000000001");
  }

  @Test
  void goesOnWhenThereAreFurtherChanges() {
    Table table = databases.open().createTable("orders", SCHEMA);
    Changes changes = table.changes();
    assertThat(changes.hasNext()).isFalse();
    assertThatThrownBy(changes::next).isInstanceOf(NoSuchElementException.class);

    for (int i = 0; i < 250; i++) {
      table.put("a", value(i));
    }

    assertThat(all(changes)).hasSize(250);
    assertThat(changes.hasNext()).isFalse();
    table.delete("a");
    assertThat(all(changes)).hasSize(1);
  }

  @Test
  void theDefaultTableHasAStreamIfItsSchemaSaysSo() {
    Database db = databases.open(TableSchema.create().stream(StreamView.NEW_IMAGE));
    db.put("without sort key", value(1));
    db.put("with", "sort key", value(1));

    assertThat(all(db.stream())).extracting(change -> change.keys().size()).containsExactly(1, 2);
  }

  @Test
  void theDefaultTableCanBeListenedTo() {
    Database db = databases.open(TableSchema.create().stream(StreamView.NEW_IMAGE));
    db.createTable("orders", SCHEMA);
    List<Change> heard = new ArrayList<>();
    Subscription subscription = db.onChange(heard::add);

    db.put("a", value(1));
    db.table("orders").put("b", value(2));
    subscription.close();
    db.put("c", value(3));

    assertThat(heard)
        .extracting(change -> change.newImage().get("v"))
        .containsExactly(Value.number(1));
  }

  @Test
  void aTableWithoutAStreamHasNoChangesToWalk() {
    Database db = databases.open();

    assertThatThrownBy(db::stream)
        .isInstanceOf(KeystoneException.class)
        .hasMessage("The table default has no stream");
    assertThatThrownBy(() -> db.onChange(change -> {})).isInstanceOf(KeystoneException.class);
  }

  @Test
  void leavesOutWhatIsNoLongerRetained() {
    Database db = databases.open(KeystoneClock.fixed(Instant.parse("2026-08-15T10:20:30Z")));
    Table table = db.createTable("orders", SCHEMA);
    table.put("a", value(1));
    db.clock().advance(Duration.ofHours(24));
    table.put("a", value(2));

    assertThat(all(table.changes())).extracting(Change::sequence).containsExactly(2L);
  }

  @Test
  void tellsDeletionsByTimeToLiveFromOthers() {
    Database db = databases.open(KeystoneClock.fixed(Instant.parse("2026-08-15T10:20:30Z")));
    Table table = db.createTable("orders", SCHEMA.ttl("v"));
    table.put("a", value(db.clock().epochSeconds() + 60));
    db.clock().advance(Duration.ofMinutes(2));

    assertThat(all(table.changes()))
        .extracting(Change::type, Change::expired)
        .containsExactly(tuple(ChangeType.INSERT, false), tuple(ChangeType.REMOVE, true));
  }

  @Tag(TestStore.FORK)
  @Test
  void forkAndOriginHaveStreamsOfTheirOwn() {
    Database origin = databases.open();
    origin.createTable("orders", SCHEMA).put("a", value(1));
    Database fork = databases.checked(origin.fork());
    fork.table("orders").put("a", value(2));

    assertThat(all(origin.table("orders").changes())).hasSize(1);
    assertThat(all(fork.table("orders").changes())).hasSize(2);
  }

  @Test
  void aListenerHearsOfChangesFromThenOn() {
    Table table = databases.open().createTable("orders", SCHEMA);
    List<Change> heard = new ArrayList<>();
    table.put("a", value(1));
    Subscription subscription = table.onChange(heard::add);
    table.put("a", value(2));
    table.put("a", value(2));
    table.batchWrite().put("b", value(1)).put("c", value(1)).execute();
    subscription.close();
    table.put("a", value(3));

    assertThat(heard).extracting(Change::sequence).containsExactly(2L, 3L, 4L);
  }

  @Test
  void aListenerMayWrite() {
    Table table = databases.open().createTable("orders", SCHEMA);
    List<Long> heard = new ArrayList<>();
    table.onChange(
        change -> {
          heard.add(change.sequence());
          if (change.sequence() < 5) {
            table.put("a", value(change.sequence()));
          }
        });
    table.put("a", value(0));

    assertThat(heard).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void aListenerThatThrowsDoesNotFailTheWrite() {
    Table table = databases.open().createTable("orders", SCHEMA);
    List<Throwable> uncaught = new ArrayList<>();
    List<Change> heard = new ArrayList<>();
    Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> uncaught.add(e));
    try {
      table.onChange(
          change -> {
            throw new IllegalStateException("listener");
          });
      table.onChange(heard::add);
      table.put("a", value(1));
    } finally {
      Thread.currentThread().setUncaughtExceptionHandler(null);
    }

    assertThat(table.get("a")).isPresent();
    assertThat(uncaught).singleElement().matches(e -> e.getMessage().equals("listener"));
    assertThat(heard).hasSize(1);
  }

  @Tag(TestStore.FORK)
  @Test
  void listenersGoOnAfterARestore() {
    Database db = databases.open();
    Table table = db.createTable("orders", SCHEMA);
    DatabaseSnapshot empty = db.snapshot();
    List<Change> heard = new ArrayList<>();
    table.onChange(heard::add);
    table.put("a", value(1));
    table.put("a", value(2));
    db.restore(empty);
    table.put("b", value(3));

    assertThat(heard).extracting(Change::sequence).containsExactly(1L, 2L, 1L);
  }

  @Test
  void listenersHearOfEachChangeOnceInOrderWhateverThreadWrites() throws Exception {
    Table table = databases.open().createTable("orders", SCHEMA);
    List<Long> heard = new CopyOnWriteArrayList<>();
    table.onChange(change -> heard.add(change.sequence()));
    List<Thread> writers = new ArrayList<>();
    for (int w = 0; w < 4; w++) {
      String key = "writer" + w;
      writers.add(
          new Thread(
              () -> {
                for (int i = 0; i < 200; i++) {
                  table.put(key, value(i));
                }
              }));
    }
    writers.forEach(Thread::start);
    for (Thread writer : writers) {
      writer.join();
    }

    assertThat(heard).hasSize(800).isSorted().doesNotHaveDuplicates();
  }

  private static List<Change> all(Changes changes) {
    List<Change> all = new ArrayList<>();
    changes.forEachRemaining(all::add);
    return all;
  }
}
