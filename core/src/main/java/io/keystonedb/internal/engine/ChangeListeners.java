package io.keystonedb.internal.engine;

import io.keystonedb.Change;
import io.keystonedb.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Calls listeners with the changes of tables, after their commits and outside of the store's lock.
 *
 * <p>Whoever commits delivers, unless another thread is at it: then that one delivers these changes
 * too. So each listener gets its changes one by one in the order of the commits, and may write
 * itself. Thread-safe.
 */
public final class ChangeListeners {
  private static final int PAGE_RECORDS = 100;

  private final Engine engine;
  private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean committed = new AtomicBoolean();
  private final ReentrantLock delivering = new ReentrantLock();

  ChangeListeners(Engine engine) {
    this.engine = engine;
  }

  /** Has a listener called with the changes of a table from now on. */
  public Subscription add(String tableName, Consumer<? super Change> consumer) {
    Listener listener = new Listener(tableName, consumer);
    engine.read(listener::skipToEnd);
    listeners.add(listener);
    // A commit in between found nobody to deliver to.
    afterCommit();
    return () -> listeners.remove(listener);
  }

  /** Leaves out what was not delivered yet: the content of the database is another one now. */
  public void restart() {
    delivering.lock();
    try {
      listeners.forEach(listener -> engine.read(listener::skipToEnd));
    } finally {
      delivering.unlock();
    }
  }

  /** Delivers what was committed. */
  void afterCommit() {
    if (listeners.isEmpty()) {
      return;
    }
    committed.set(true);
    while (committed.get() && !delivering.isHeldByCurrentThread() && delivering.tryLock()) {
      try {
        if (committed.getAndSet(false)) {
          listeners.forEach(Listener::deliver);
        }
      } finally {
        delivering.unlock();
      }
    }
  }

  /** One listener and how far it has got; guarded by {@link #delivering}. */
  private final class Listener {
    private final String tableName;
    private final Consumer<? super Change> consumer;
    private int stream;
    private long next = 1;

    Listener(String tableName, Consumer<? super Change> consumer) {
      this.tableName = tableName;
      this.consumer = consumer;
    }

    Listener skipToEnd(RowReader rows) {
      stream = currentStream(rows);
      next = StreamReader.lastSequence(rows, stream) + 1;
      return this;
    }

    private int currentStream(RowReader rows) {
      TableDefinition table = Tables.find(rows, tableName);
      TableStream current = table == null ? null : table.settings().stream();
      return current == null ? stream : current.number();
    }

    void deliver() {
      List<Change> changes = engine.read(this::read);
      while (!changes.isEmpty()) {
        changes.forEach(this::deliver);
        changes = engine.read(this::read);
      }
    }

    private List<Change> read(RowReader rows) {
      int current = currentStream(rows);
      if (current != stream) {
        stream = current;
        next = 1;
      }
      return StreamReader.changes(rows, stream, next, PAGE_RECORDS, engine.clock().instant());
    }

    /** The change is committed, so an exception of the listener is not the writer's to handle. */
    private void deliver(Change change) {
      next = change.sequence() + 1;
      try {
        consumer.accept(change);
      } catch (RuntimeException e) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
      }
    }
  }
}
