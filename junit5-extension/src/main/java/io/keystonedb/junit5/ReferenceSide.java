package io.keystonedb.junit5;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * A reference, with what is known of its content: a test that follows another one needs only what
 * differs between the end of that one and its own beginning. Used by one test at a time.
 */
final class ReferenceSide {
  private final DynamoDbClient client;
  private final boolean foreign;
  private final Runnable before;
  private final Runnable stop;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  /** What the tables hold that are not mentioned as out of step; null if nothing is known. */
  private @Nullable Database known;

  private ReferenceSide(DynamoDbClient client, boolean foreign, Runnable before, Runnable stop) {
    this.client = client;
    this.foreign = foreign;
    this.before = before;
    this.stop = stop;
  }

  /** One that was made for tests and holds nothing yet. */
  static ReferenceSide owned(DynamoDbClient client, Runnable stop) {
    return owned(client, () -> {}, stop);
  }

  /** As {@link #owned(DynamoDbClient, Runnable)}, with something to do before each request. */
  static ReferenceSide owned(DynamoDbClient client, Runnable before, Runnable stop) {
    return new ReferenceSide(
        client,
        false,
        before,
        () -> {
          client.close();
          stop.run();
        });
  }

  /** One that may hold what belongs to others. */
  static ReferenceSide foreign(DynamoDbClient client) {
    return new ReferenceSide(client, true, () -> {}, () -> {});
  }

  /** Whether it was free; then {@link #end} it. */
  boolean begin() {
    return busy.compareAndSet(false, true);
  }

  void end() {
    busy.set(false);
  }

  /**
   * The client for one test.
   *
   * @param guarded whether tables that tests did not make are out of its reach
   */
  DynamoDbClient clientForTest(boolean guarded) {
    return ReferenceCalls.client(client, made, foreign && guarded, before);
  }

  /** The names of the tables that tests made here and that are still there. */
  Set<String> tables() {
    return Set.copyOf(made);
  }

  static boolean exists(DynamoDbClient client, String table) {
    try {
      client.describeTable(r -> r.tableName(table));
      return true;
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }

  /**
   * Gives it the tables and items of a database.
   *
   * @param ours a client of the database
   */
  void bringInStep(DynamoDbClient ours, DualWriteSettings settings) {
    Database before = known;
    known = null; // until it is done
    Map<String, TableCopy> wanted = new HashMap<>();
    ours.listTablesPaginator().tableNames().forEach(n -> wanted.put(n, TableCopy.of(ours, n)));
    DynamoDbClient earlier = before == null ? null : KeystoneDynamoDbClient.create(before);
    Set<String> inStep = earlier == null ? new HashSet<>() : kept(earlier, wanted);
    for (String table : List.copyOf(made)) {
      if (!inStep.contains(table)) {
        TableCopy.delete(client, table);
        made.remove(table);
      }
    }
    for (TableCopy table : wanted.values()) {
      if (inStep.contains(table.name()) && earlier != null) {
        ItemCopy.between(table, earlier, ours, client).write();
      } else {
        takeOver(table.name(), settings);
        made.add(table.name());
        table.make(client);
        ItemCopy.all(table, ours, client).write();
      }
    }
    if (before != null) {
      before.close();
    }
  }

  /** Tables that are defined as they are wanted. */
  private Set<String> kept(DynamoDbClient earlier, Map<String, TableCopy> wanted) {
    Set<String> kept = new HashSet<>();
    for (String table : earlier.listTablesPaginator().tableNames()) {
      boolean same = TableCopy.of(earlier, table).equals(wanted.get(table));
      if (same && made.contains(table)) {
        kept.add(table);
      }
    }
    return kept;
  }

  private void takeOver(String table, DualWriteSettings settings) {
    if (!foreign || !exists(client, table)) {
      return;
    }
    if (!settings.existingTables()) {
      throw settings
          .origin()
          .mistake(
              "reference = " + settings.reference(),
              "the reference already has a table \"" + table + "\", which tests did not make",
              "take a reference of its own for tests, or say existingTables = true if the table may"
                  + " be deleted and made anew");
    }
    TableCopy.delete(client, table);
  }

  /**
   * Takes note of what it holds at the end of a test: what the database does.
   *
   * @param state a copy of the database, closed here
   * @param different the tables that are not the same here
   */
  void remember(Database state, Set<String> different) {
    DynamoDbClient copy = KeystoneDynamoDbClient.create(state);
    List<String> tables = new ArrayList<>();
    copy.listTablesPaginator().tableNames().forEach(tables::add);
    for (String table : tables) {
      if (different.contains(table)) {
        TableCopy.delete(copy, table);
      }
    }
    known = state;
  }

  /** Leaves nothing behind. */
  void close() {
    if (known != null) {
      known.close();
    }
    if (foreign) {
      made.forEach(table -> TableCopy.delete(client, table));
    }
    stop.run();
  }
}
