package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.internal.engine.FaultHook;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RequestHooks;
import io.keystonedb.internal.engine.RequestObserver;
import io.keystonedb.internal.storage.memory.MemoryStore;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.ReadCountingStore;
import io.keystonedb.testing.TestStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A call of the native API looks its table up once, in the view of the store that it works on. */
class TableLookUpTest {
  /** Where keys say what their row is, and what they say of the definition of a table. */
  private static final int KIND_POSITION = 2;

  private static final byte TABLE = 1;

  private static final Value KEY = Value.binary(new byte[] {'k'});
  private static final Item ITEM = Item.builder().string("a", "x").build();

  @RegisterExtension final Databases databases = new Databases();
  private final ReadCountingStore store =
      new ReadCountingStore(
          new MemoryStore(Database.weigher()), key -> key[KIND_POSITION] == TABLE);

  static Stream<Arguments> calls() {
    return Stream.of(
        call("get", table -> table.get("k")),
        call("put", table -> table.put("k", ITEM)),
        call("put of an item with its key", table -> table.put(ITEM.with("pk", KEY))),
        call("delete", table -> table.delete("k")),
        call(
            "update",
            table ->
                table
                    .update("k")
                    .expression("SET a = :a")
                    .value(":a", Value.string("y"))
                    .execute()),
        call("query", table -> table.query(Query.of("k").skBeginsWith("s"))),
        call("query of an index", table -> table.query(Query.of("x").index("by-a"))),
        call("scan", table -> table.scan()),
        call("batch get", table -> table.batchGet().get("k").get("l").execute()),
        call("batch write", table -> table.batchWrite().put("k", ITEM).delete("l").execute()),
        call("transact get", table -> table.transactGet().get("k").get("l").execute()),
        call("transact write", table -> table.transactWrite().put("k", ITEM).delete("l").execute()),
        call(
            "transact write with a token",
            table -> table.transactWrite().put("k", ITEM).clientRequestToken("t").execute()));
  }

  private static Arguments call(String name, Consumer<Table> call) {
    return Arguments.of(name, call);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void aCallLooksItsTableUpOnce(String name, Consumer<Table> call) {
    Database db = databases.open(store);
    Table table = db.createTable("things", TableSchema.create().globalIndex("by-a", "a"));
    call.accept(table);

    assertLooksUpOnce(call, table);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void soDoesACallOnTheDefaultTableOnceThatWasSeen(String name, Consumer<Table> call) {
    Database db = databases.open(store);
    db.createTable(Database.DEFAULT_TABLE, TableSchema.create().globalIndex("by-a", "a"));
    Table table = db.table(Database.DEFAULT_TABLE);
    call.accept(table);

    assertLooksUpOnce(call, table);
  }

  private void assertLooksUpOnce(Consumer<Table> call, Table table) {
    store.reset();
    call.accept(table);

    assertThat(store.views()).isEqualTo(1);
    assertThat(store.reads()).isEqualTo(1);
  }

  /** Takes down the operations that are called, and makes one fail on purpose. */
  private static final class Seen implements RequestObserver, FaultHook {
    private final List<String> operations = new ArrayList<>();
    private @Nullable KeystoneException fault;

    @Override
    public void before(RequestContext context, String operation, Record request) {
      operations.add(operation);
    }

    @Override
    public void after(
        RequestContext context,
        String operation,
        Record request,
        @Nullable Record answer,
        @Nullable Throwable error,
        Duration duration) {}

    @Override
    public void beforeExecute(RequestContext context, String operation, Record request) {
      if (fault != null) {
        throw fault;
      }
    }

    @Override
    public void afterExecute(
        RequestContext context, String operation, Record request, Record answer) {}
  }

  private static Seen observe(Database db) {
    Seen seen = new Seen();
    db.engine().setHooks(new RequestHooks(List.of(seen), seen));
    return seen;
  }

  @Test
  void theDefaultTableIsCreatedByTheFirstCall() {
    Database db = databases.open();
    Seen seen = observe(db);

    db.get("k");
    db.get("k");

    assertThat(seen.operations).containsExactly("CreateTable", "GetItem", "GetItem");
  }

  @Test
  void theDefaultTableIsCreatedAgainByTheCallThatMissesIt() {
    Database db = databases.open();
    db.put("k", ITEM);
    new JsonClient(db).ok("DeleteTable", "{'TableName':'default'}");
    Seen seen = observe(db);

    db.put("l", ITEM);

    assertThat(db.scan().items()).hasSize(1);
    assertThat(seen.operations).containsExactly("PutItem", "CreateTable", "PutItem", "Scan");
  }

  @Tag(TestStore.FORK)
  @Test
  void theDefaultTableIsLookedForAfterARestore() {
    Database db = databases.open();
    DatabaseSnapshot empty = db.snapshot();
    db.put("k", ITEM);
    db.restore(empty);
    Seen seen = observe(db);

    db.put("l", ITEM);

    assertThat(seen.operations).containsExactly("CreateTable", "PutItem");
  }

  @Test
  void anErrorOfAnotherOriginIsNoMissingTable() {
    Database db = databases.open();
    db.put("k", ITEM);
    Seen seen = observe(db);
    seen.fault = KeystoneException.of(ErrorCode.RESOURCE_NOT_FOUND, "on purpose");

    assertThatThrownBy(() -> db.get("k")).isSameAs(seen.fault);
    assertThat(seen.operations).containsExactly("GetItem");
  }
}
