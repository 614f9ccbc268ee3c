package io.keystonedb;

import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.EntryPoint;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableStream;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.operation.DeleteItem;
import io.keystonedb.internal.operation.GetItem;
import io.keystonedb.internal.operation.Operation;
import io.keystonedb.internal.operation.Operations;
import io.keystonedb.internal.operation.PositionalKeyItem;
import io.keystonedb.internal.operation.PutItem;
import io.keystonedb.internal.operation.RequestValues;
import io.keystonedb.internal.shape.Decoded;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One table in the native API. Every call goes through the operation of the service that does the
 * same, so it has its checks, limits and errors. Thread-safe.
 */
public final class Table {
  private static final GetItem GET_ITEM = Operations.of(GetItem.class);
  private static final PutItem PUT_ITEM = Operations.of(PutItem.class);
  private static final DeleteItem DELETE_ITEM = Operations.of(DeleteItem.class);
  private static final io.keystonedb.internal.operation.Query QUERY =
      Operations.of(io.keystonedb.internal.operation.Query.class);
  private static final io.keystonedb.internal.operation.Scan SCAN =
      Operations.of(io.keystonedb.internal.operation.Scan.class);

  private final Engine engine;
  private final String name;
  private final @Nullable DefaultTable lazy;

  /**
   * A table by its name.
   *
   * @param lazy creates the table when it is first used; null if somebody else does
   */
  Table(Engine engine, String name, @Nullable DefaultTable lazy) {
    this.engine = engine;
    this.name = name;
    this.lazy = lazy;
  }

  /** The name of the table. */
  public String name() {
    return name;
  }

  /**
   * Puts an item under a key, which is added to its attributes.
   *
   * @return the item that was there before, if any
   * @throws KeystoneException with {@link ErrorCode#RESOURCE_NOT_FOUND} if there is no such table,
   *     or {@link ErrorCode#VALIDATION}
   */
  public Optional<Item> put(Key key, Item item) {
    return put(PositionalKeyItem.of(name, key, item));
  }

  /** As {@link #put(Key, Item)}. */
  public Optional<Item> put(String key, Item item) {
    return put(Key.of(key), item);
  }

  /** As {@link #put(Key, Item)}. */
  public Optional<Item> put(byte[] key, Item item) {
    return put(Key.of(key), item);
  }

  /** As {@link #put(Key, Item)}, with a sort key. */
  public Optional<Item> put(String partition, String sort, Item item) {
    return put(Key.of(partition, sort), item);
  }

  /** As {@link #put(Key, Item)}, with a sort key. */
  public Optional<Item> put(byte[] partition, byte[] sort, Item item) {
    return put(Key.of(partition, sort), item);
  }

  /** Puts an item that has its key among its attributes, as {@link #put(Key, Item)}. */
  public Optional<Item> put(Item item) {
    return put(RequestValues.decoded(item));
  }

  private Optional<Item> put(Decoded<Item> item) {
    PutItem.Output answer = call(PUT_ITEM, PutItem.Input.of(name, item));
    return Optional.ofNullable(answer.attributes());
  }

  /**
   * Reads an item.
   *
   * @throws KeystoneException as {@link #put(Key, Item)}
   */
  public Optional<Item> get(Key key) {
    GetItem.Output answer = call(GET_ITEM, GetItem.Input.of(name, PositionalKeyItem.of(name, key)));
    return Optional.ofNullable(answer.item());
  }

  /** As {@link #get(Key)}. */
  public Optional<Item> get(String key) {
    return get(Key.of(key));
  }

  /** As {@link #get(Key)}. */
  public Optional<Item> get(byte[] key) {
    return get(Key.of(key));
  }

  /** As {@link #get(Key)}, with a sort key. */
  public Optional<Item> get(String partition, String sort) {
    return get(Key.of(partition, sort));
  }

  /** As {@link #get(Key)}, with a sort key. */
  public Optional<Item> get(byte[] partition, byte[] sort) {
    return get(Key.of(partition, sort));
  }

  /**
   * Deletes an item; deleting an absent one succeeds.
   *
   * @return the item that was there, if any
   * @throws KeystoneException as {@link #put(Key, Item)}
   */
  public Optional<Item> delete(Key key) {
    DeleteItem.Output answer =
        call(DELETE_ITEM, DeleteItem.Input.of(name, PositionalKeyItem.of(name, key)));
    return Optional.ofNullable(answer.attributes());
  }

  /** As {@link #delete(Key)}. */
  public Optional<Item> delete(String key) {
    return delete(Key.of(key));
  }

  /** As {@link #delete(Key)}. */
  public Optional<Item> delete(byte[] key) {
    return delete(Key.of(key));
  }

  /** As {@link #delete(Key)}, with a sort key. */
  public Optional<Item> delete(String partition, String sort) {
    return delete(Key.of(partition, sort));
  }

  /** As {@link #delete(Key)}, with a sort key. */
  public Optional<Item> delete(byte[] partition, byte[] sort) {
    return delete(Key.of(partition, sort));
  }

  /** Starts an update of an item. */
  public UpdateBuilder update(Key key) {
    return new UpdateBuilder(this, key);
  }

  /** As {@link #update(Key)}. */
  public UpdateBuilder update(String key) {
    return update(Key.of(key));
  }

  /** As {@link #update(Key)}. */
  public UpdateBuilder update(byte[] key) {
    return update(Key.of(key));
  }

  /**
   * Reads one page of a partition.
   *
   * @throws KeystoneException as {@link #put(Key, Item)}
   */
  public Page query(Query query) {
    io.keystonedb.internal.operation.Query.Output answer = call(QUERY, query.toRequest(name));
    return page(answer.items(), answer.scannedCount(), answer.lastEvaluatedKey());
  }

  /**
   * Reads one page of everything.
   *
   * @throws KeystoneException as {@link #put(Key, Item)}
   */
  public Page scan(Scan scan) {
    io.keystonedb.internal.operation.Scan.Output answer = call(SCAN, scan.toRequest(name));
    return page(answer.items(), answer.scannedCount(), answer.lastEvaluatedKey());
  }

  /** Reads the first page of everything. */
  public Page scan() {
    return scan(Scan.create());
  }

  private static Page page(
      @Nullable List<Item> items, @Nullable Integer scanned, @Nullable Item lastKey) {
    return new Page(items == null ? List.of() : items, scanned == null ? 0 : scanned, lastKey);
  }

  /** Starts a batch of reads. */
  public BatchGet batchGet() {
    return new BatchGet(this);
  }

  /** Starts a batch of writes, each of which stands for itself. */
  public BatchWrite batchWrite() {
    return new BatchWrite(this);
  }

  /** Starts a transaction that reads. */
  public TransactGet transactGet() {
    return new TransactGet(this);
  }

  /** Starts a transaction that writes. */
  public TransactWrite transactWrite() {
    return new TransactWrite(this);
  }

  /**
   * The changes that the stream of this table retains, and those to come.
   *
   * @throws KeystoneException with {@link ErrorCode#RESOURCE_NOT_FOUND} if there is no such table,
   *     or {@link ErrorCode#VALIDATION} if it has no stream
   */
  public Changes changes() {
    return new Changes(engine, requireStream().number());
  }

  /**
   * Has a listener called with the changes of this table from now on, one by one in the order of
   * their commits. It is called by a thread that writes, after its commit; it may write itself, and
   * what it throws goes to the thread's {@link Thread.UncaughtExceptionHandler}.
   *
   * @throws KeystoneException as {@link #changes()}
   */
  public Subscription onChange(Consumer<? super Change> listener) {
    requireStream();
    return engine.listeners().add(name, listener);
  }

  private TableStream requireStream() {
    if (lazy != null) {
      lazy.createIfAbsent();
    }
    engine.completeDue();
    TableDefinition definition = engine.read(reader -> Tables.require(reader, name));
    TableStream stream = definition.settings().stream();
    if (stream == null) {
      throw KeystoneException.validation("The table " + name + " has no stream");
    }
    return stream;
  }

  /** Calls an operation with a request about this table. */
  <I extends Record, O extends Record> O call(Operation<I, O> operation, I request) {
    return lazy == null
        ? callNow(operation, request)
        : lazy.call(() -> callNow(operation, request));
  }

  private <I extends Record, O extends Record> O callNow(Operation<I, O> operation, I request) {
    return operation.call(RequestContext.anonymous(engine, EntryPoint.NATIVE), request);
  }
}
