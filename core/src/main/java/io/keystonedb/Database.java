package io.keystonedb;

import io.keystonedb.internal.codec.RowCodec;
import io.keystonedb.internal.engine.Account;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.EntryPoint;
import io.keystonedb.internal.engine.Expiry;
import io.keystonedb.internal.engine.ItemWeigher;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.StreamRetention;
import io.keystonedb.internal.operation.CreateTable;
import io.keystonedb.internal.storage.memory.MemoryStore;
import io.keystonedb.storage.Codec;
import io.keystonedb.storage.ForkableStore;
import io.keystonedb.storage.Store;
import io.keystonedb.storage.Weigher;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A DynamoDB of its own: tables, indexes, items and a clock, in this JVM. Thread-safe.
 *
 * <p>It has no thread, no port and no file; an in-memory database that is no longer reachable is
 * simply collected.
 *
 * <p>The methods without a table's name work on the table {@value #DEFAULT_TABLE}, which has the
 * schema that the database was opened with. In a database that was opened without one it comes into
 * being when it is first used, with the binary partition key {@code pk} and the binary sort key
 * {@code sk}, which items may do without.
 */
public final class Database implements AutoCloseable {
  /** The table of the methods without a table's name. */
  public static final String DEFAULT_TABLE = "default";

  /** Random numbers from the calling thread's generator: nothing to contend on, nothing to make. */
  private static final RandomGenerator RANDOM = () -> ThreadLocalRandom.current().nextLong();

  /** The number of the database in its store, which has no other. */
  private static final int NUMBER = 1;

  private final Engine engine;
  private final Store store;
  private final DefaultTable lazyTable;
  private final Table defaultTable;
  private final Subscription clockSubscription;

  private Database(Store store, KeystoneClock clock, Account account, Dials dials) {
    this.store = store;
    engine = new Engine(store, NUMBER, clock, RANDOM, account, dials);
    lazyTable = new DefaultTable(engine, () -> createTable(DEFAULT_TABLE, TableSchema.create()));
    defaultTable = new Table(engine, DEFAULT_TABLE, lazyTable);
    // The engine, not this object, is what clients keep alive.
    clockSubscription = clock.onMove(engine, Database::doWhatIsDue);
  }

  private static void doWhatIsDue(Engine engine) {
    try {
      engine.completeAll();
      Expiry.deleteDue(engine);
      StreamRetention.trim(engine);
    } catch (IllegalStateException e) {
      // If the database was closed meanwhile, nothing is due any more.
      if (!engine.isClosed()) {
        throw e;
      }
    }
  }

  /** An empty database in memory. */
  public static Database inMemory() {
    return inMemory(KeystoneClock.system());
  }

  /** An empty database in memory that follows a clock; each database has a clock of its own. */
  public static Database inMemory(KeystoneClock clock) {
    return on(new MemoryStore(weigher()), clock);
  }

  /**
   * A database on a store of your own, with what the store holds already.
   *
   * <pre>{@code
   * Store store = new FileStore(path, Database.codec(), Database.weigher());
   * Database database = Database.on(store);
   * }</pre>
   *
   * <p>The database closes the store. It can be forked and restored if that is a {@link
   * ForkableStore}.
   *
   * @param store one that was made with {@link #weigher()} and, if it keeps bytes, {@link #codec()}
   */
  public static Database on(Store store) {
    return on(store, KeystoneClock.system());
  }

  /** As {@link #on(Store)}, with a clock that the database follows. */
  public static Database on(Store store, KeystoneClock clock) {
    return new Database(
        Objects.requireNonNull(store, "store"), clock, Account.DEFAULT, new Dials());
  }

  /** Writes what databases put into stores as bytes, and reads it again; for stores. */
  public static Codec codec() {
    return new RowCodec();
  }

  /** Says what entries of databases weigh; every store is made with it. */
  public static Weigher weigher() {
    return new ItemWeigher();
  }

  /** A database in memory whose table {@value #DEFAULT_TABLE} has a schema. */
  public static Database inMemory(TableSchema schema) {
    Database database = inMemory();
    database.createTable(DEFAULT_TABLE, schema);
    return database;
  }

  /** The clock of this database. */
  public KeystoneClock clock() {
    return engine.clock();
  }

  /** The settings of this database for where the service is slow or fails. */
  public Dials dials() {
    return engine.dials();
  }

  /**
   * Makes a table.
   *
   * @throws KeystoneException with {@link ErrorCode#RESOURCE_IN_USE} if there is one of that name,
   *     or {@link ErrorCode#VALIDATION}
   */
  public Table createTable(String name, TableSchema schema) {
    new CreateTable(schema::complete)
        .call(RequestContext.anonymous(engine, EntryPoint.NATIVE), schema.toRequest(name));
    return table(name);
  }

  /**
   * The native API on a table; that it exists shows at the first call.
   *
   * @param name its name
   */
  public Table table(String name) {
    return name.equals(DEFAULT_TABLE) ? defaultTable : new Table(engine, name, null);
  }

  /** As {@link Table#put(Key, Item)} on the default table. */
  public Optional<Item> put(Key key, Item item) {
    return defaultTable.put(key, item);
  }

  /** As {@link Table#put(String, Item)} on the default table. */
  public Optional<Item> put(String key, Item item) {
    return defaultTable.put(key, item);
  }

  /** As {@link Table#put(byte[], Item)} on the default table. */
  public Optional<Item> put(byte[] key, Item item) {
    return defaultTable.put(key, item);
  }

  /** As {@link Table#put(String, String, Item)} on the default table. */
  public Optional<Item> put(String partition, String sort, Item item) {
    return defaultTable.put(partition, sort, item);
  }

  /** As {@link Table#put(byte[], byte[], Item)} on the default table. */
  public Optional<Item> put(byte[] partition, byte[] sort, Item item) {
    return defaultTable.put(partition, sort, item);
  }

  /** As {@link Table#put(Item)} on the default table. */
  public Optional<Item> put(Item item) {
    return defaultTable.put(item);
  }

  /** As {@link Table#get(Key)} on the default table. */
  public Optional<Item> get(Key key) {
    return defaultTable.get(key);
  }

  /** As {@link Table#get(String)} on the default table. */
  public Optional<Item> get(String key) {
    return defaultTable.get(key);
  }

  /** As {@link Table#get(byte[])} on the default table. */
  public Optional<Item> get(byte[] key) {
    return defaultTable.get(key);
  }

  /** As {@link Table#get(String, String)} on the default table. */
  public Optional<Item> get(String partition, String sort) {
    return defaultTable.get(partition, sort);
  }

  /** As {@link Table#get(byte[], byte[])} on the default table. */
  public Optional<Item> get(byte[] partition, byte[] sort) {
    return defaultTable.get(partition, sort);
  }

  /** As {@link Table#delete(Key)} on the default table. */
  public Optional<Item> delete(Key key) {
    return defaultTable.delete(key);
  }

  /** As {@link Table#delete(String)} on the default table. */
  public Optional<Item> delete(String key) {
    return defaultTable.delete(key);
  }

  /** As {@link Table#delete(byte[])} on the default table. */
  public Optional<Item> delete(byte[] key) {
    return defaultTable.delete(key);
  }

  /** As {@link Table#delete(String, String)} on the default table. */
  public Optional<Item> delete(String partition, String sort) {
    return defaultTable.delete(partition, sort);
  }

  /** As {@link Table#delete(byte[], byte[])} on the default table. */
  public Optional<Item> delete(byte[] partition, byte[] sort) {
    return defaultTable.delete(partition, sort);
  }

  /** As {@link Table#update(Key)} on the default table. */
  public UpdateBuilder update(Key key) {
    return defaultTable.update(key);
  }

  /** As {@link Table#update(String)} on the default table. */
  public UpdateBuilder update(String key) {
    return defaultTable.update(key);
  }

  /** As {@link Table#update(byte[])} on the default table. */
  public UpdateBuilder update(byte[] key) {
    return defaultTable.update(key);
  }

  /** As {@link Table#query(Query)} on the default table. */
  public Page query(Query query) {
    return defaultTable.query(query);
  }

  /** As {@link Table#scan(Scan)} on the default table. */
  public Page scan(Scan scan) {
    return defaultTable.scan(scan);
  }

  /** As {@link Table#scan()} on the default table. */
  public Page scan() {
    return defaultTable.scan();
  }

  /** As {@link Table#changes()} on the default table. */
  public Changes stream() {
    return defaultTable.changes();
  }

  /** As {@link Table#onChange} on the default table. */
  public Subscription onChange(Consumer<? super Change> listener) {
    return defaultTable.onChange(listener);
  }

  /** As {@link Table#batchGet()} on the default table. */
  public BatchGet batchGet() {
    return defaultTable.batchGet();
  }

  /** As {@link Table#batchWrite()} on the default table. */
  public BatchWrite batchWrite() {
    return defaultTable.batchWrite();
  }

  /** As {@link Table#transactGet()} on the default table. */
  public TransactGet transactGet() {
    return defaultTable.transactGet();
  }

  /** As {@link Table#transactWrite()} on the default table. */
  public TransactWrite transactWrite() {
    return defaultTable.transactWrite();
  }

  /**
   * Runs a PartiQL statement.
   *
   * <pre>{@code
   * db.executeStatement("SELECT * FROM \"users\" WHERE id = ?", Value.string("alice")).items();
   * }</pre>
   *
   * <p>The table {@value #DEFAULT_TABLE} needs its double quotes, and its keys are binary: {@code
   * SELECT * FROM "default" WHERE pk = ?} with {@code Value.binary(…)}.
   *
   * @param text the statement, about any table
   * @param parameters the values of its question marks, in their order
   * @throws KeystoneException with the service's error
   */
  public StatementResult executeStatement(String text, Value... parameters) {
    return executeStatement(Statement.of(text, parameters));
  }

  /**
   * Runs a PartiQL statement; of a SELECT, one page.
   *
   * @throws KeystoneException with the service's error
   */
  public StatementResult executeStatement(Statement statement) {
    return statements(List.of(statement)).execute(statement);
  }

  /**
   * Runs up to 25 PartiQL statements that each read, or each write, one item; they succeed or fail
   * one by one.
   *
   * @return what came of each, in their order
   * @throws KeystoneException if the batch can't be run as a whole
   */
  public List<BatchStatementResult> batchExecuteStatement(List<Statement> statements) {
    return statements(statements).batch(statements);
  }

  /**
   * Runs up to 100 PartiQL statements, all or none.
   *
   * @return what each of them read, in their order; nothing if they write
   * @throws KeystoneException with {@link ErrorCode#TRANSACTION_CANCELED} and reasons if one fails
   */
  public List<Optional<Item>> executeTransaction(List<Statement> statements) {
    return statements(statements).transaction(statements);
  }

  private StatementRunner statements(List<Statement> statements) {
    if (statements.stream().anyMatch(each -> each.names(DEFAULT_TABLE))) {
      lazyTable.createIfAbsent();
    }
    return new StatementRunner(engine);
  }

  /**
   * A new, independent database with the same content. It costs the same at any size: both share
   * what neither of them changes. It has a clock of its own that starts with the same offset.
   *
   * @throws UnsupportedOperationException if the store of this database is no {@link ForkableStore}
   */
  public Database fork() {
    return fork(engine.account());
  }

  /**
   * As {@link #fork()}, with another Region in the names of its resources.
   *
   * @throws UnsupportedOperationException as {@link #fork()}
   */
  public Database forkIn(String region) {
    return fork(new Account(region, engine.account().accountId()));
  }

  private Database fork(Account account) {
    return new Database(forkable().fork(), engine.clock().copy(), account, engine.dials().copy());
  }

  /**
   * The content as it is now, to {@link #restore} later. It costs the same at any size.
   *
   * @throws UnsupportedOperationException if the store of this database is no {@link ForkableStore}
   */
  public DatabaseSnapshot snapshot() {
    return new DatabaseSnapshot(forkable().content());
  }

  /**
   * Goes back to the content of a snapshot, of this database or one it was forked from. Clients of
   * this database see it with their next call. The clock stays as it is.
   *
   * @throws UnsupportedOperationException if the store of this database is no {@link ForkableStore}
   */
  public void restore(DatabaseSnapshot snapshot) {
    forkable().restore(snapshot.content());
    engine.expectChanges();
    engine.listeners().restart();
    lazyTable.forget();
  }

  private ForkableStore forkable() {
    if (store instanceof ForkableStore forkable) {
      return forkable;
    }
    throw new UnsupportedOperationException(
        "A database on a "
            + store.getClass().getSimpleName()
            + " cannot be forked or restored; use one in memory (Database.inMemory()), or copy what the store keeps by its own means");
  }

  /**
   * Deletes the items that have expired by the clock of this database, in all tables with a time to
   * live. Moving the clock does it as well, unless {@link Dials#expiredItemsStay} says otherwise;
   * until then, expired items stay readable as in the service.
   *
   * @return how many there were
   */
  public int deleteExpiredItems() {
    return Expiry.deleteExpired(engine);
  }

  /** For the other modules of this project; the type lies in a package that is not exported. */
  public Engine engine() {
    return engine;
  }

  /** Releases the content; calls after it throw {@link IllegalStateException}. */
  @Override
  public void close() {
    clockSubscription.close();
    engine.close();
  }
}
