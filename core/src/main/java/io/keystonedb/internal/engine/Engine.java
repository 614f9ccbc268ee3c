package io.keystonedb.internal.engine;

import io.keystonedb.Dials;
import io.keystonedb.KeystoneClock;
import io.keystonedb.storage.Reader;
import io.keystonedb.storage.Snapshot;
import io.keystonedb.storage.Store;
import io.keystonedb.storage.Txn;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What the operations of one database work on: its store, its clock, its randomness and the account
 * it pretends to live in. Thread-safe.
 */
public final class Engine implements AutoCloseable {
  private final Store store;
  private final KeystoneClock clock;
  private final RandomGenerator random;
  private final Account account;
  private final Dials dials;
  private final Conflicts conflicts;
  private final RowKeys keys;
  private final StaleReads staleReads;
  private final ChangeListeners listeners = new ChangeListeners(this);

  /**
   * Counts the commits after which changes of tables may be under way. It starts at 1: the store
   * may hold some from the beginning.
   */
  private final AtomicLong announcedChanges = new AtomicLong(1);

  /** The count at which a request last found no change under way. */
  private volatile long settledChanges;

  /** How many threads are doing jobs. */
  private final AtomicInteger workers = new AtomicInteger();

  private volatile boolean closed;
  private volatile RequestHooks hooks = RequestHooks.NONE;

  /**
   * An engine.
   *
   * @param store one that weighs with an {@link ItemWeigher}
   * @param database its number, which its rows have in their keys; 1 to 65535
   * @param random a thread-safe source of randomness
   */
  public Engine(
      Store store,
      int database,
      KeystoneClock clock,
      RandomGenerator random,
      Account account,
      Dials dials) {
    this.store = store;
    this.keys = new RowKeys(database);
    this.clock = clock;
    this.random = random;
    this.account = account;
    this.dials = dials;
    this.conflicts = new Conflicts(dials);
    this.staleReads = new StaleReads(store, dials, clock);
  }

  /** The clock everything that depends on time follows. */
  public KeystoneClock clock() {
    return clock;
  }

  /** The account and Region in names of resources. */
  public Account account() {
    return account;
  }

  /** How the database behaves where the service may vary. */
  public Dials dials() {
    return dials;
  }

  /** Who listens to changes of tables. */
  public ChangeListeners listeners() {
    return listeners;
  }

  /** The keys of the rows of the database. */
  RowKeys keys() {
    return keys;
  }

  /** Which items are taken to be held by a transaction. */
  Conflicts conflicts() {
    return conflicts;
  }

  /** The observers and the fault hook of requests. */
  public RequestHooks hooks() {
    return hooks;
  }

  /** Sets the hooks of requests that begin from now on. */
  public void setHooks(RequestHooks newHooks) {
    hooks = newHooks;
  }

  /** A random identifier from this database's randomness. */
  public UUID randomUuid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /**
   * Completes what became due since the last request. Of jobs it does one batch, and none if
   * another thread is at them.
   */
  public void completeDue() {
    complete(workers.get() == 0 ? 1 : 0);
  }

  /** Completes what became due since the last request, with all jobs. */
  public void completeAll() {
    complete(Integer.MAX_VALUE);
  }

  private void complete(int batches) {
    long announced = announcedChanges.get();
    if (settledChanges != announced && !TableChanges.completeDue(this, batches)) {
      settledChanges = announced;
    }
  }

  /** The number of threads that are doing jobs. */
  AtomicInteger workers() {
    return workers;
  }

  /** Has requests look for changes of tables that are under way; called after their commit. */
  public void expectChanges() {
    announcedChanges.incrementAndGet();
  }

  /** Reads from a consistent view of the newest commit. */
  public <R> R read(Function<? super RowReader, ? extends R> body) {
    try (Snapshot snapshot = store.snapshot()) {
      return body.apply(rows(snapshot));
    }
  }

  /** The rows of this database in a view of its store. */
  public RowReader rows(Reader view) {
    return new RowReader(view, keys);
  }

  /**
   * Reads items.
   *
   * @param consistency how new they have to be
   */
  public <R> R read(
      RequestContext context,
      Consistency consistency,
      Function<? super ItemReader, ? extends R> body) {
    try (Snapshot newest = store.snapshot();
        Snapshot seen = staleReads.view(context, consistency, newest)) {
      ItemReader run = new ItemReader(context, rows(newest), rows(seen));
      try {
        return body.apply(run);
      } finally {
        context.addCharges(run.charges());
      }
    }
  }

  /**
   * Reads and writes items in one atomic step. The body may run more than once; the charges of the
   * run that counts are the request's, also if it fails.
   */
  public <R> R write(RequestContext context, Function<? super ItemStore, ? extends R> body) {
    ItemRuns<R> runs = new ItemRuns<>(context, body);
    try {
      return this.<R>commit(runs);
    } finally {
      runs.end();
    }
  }

  /** Reads and writes in one atomic step; the body may run more than once. */
  public <R> R write(Function<? super RowWriter, ? extends R> body) {
    return this.<R>commit(txn -> body.apply(new RowWriter(txn, keys)));
  }

  private <R> R commit(Function<? super Txn, ? extends R> body) {
    staleReads.keep();
    R result = store.write(body);
    staleReads.keep();
    listeners.afterCommit();
    return result;
  }

  /** Whether {@link #close} was called. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    store.close();
  }
}
