package io.keystonedb.internal.storage.memory;

import io.keystonedb.storage.ForkableStore;
import io.keystonedb.storage.HistoryStore;
import io.keystonedb.storage.Snapshot;
import io.keystonedb.storage.Txn;
import io.keystonedb.storage.Weigher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory: a persistent B+tree whose root is the database. A commit makes a new root and
 * leaves the old one as it was, so a snapshot is a pointer, and {@link #fork}, {@link #content} and
 * {@link #restore} cost the same whatever the size.
 *
 * <p>Thread-safe. Reads take no lock; writers wait for each other.
 */
public final class MemoryStore implements ForkableStore, HistoryStore {
  private final Weigher weigher;

  /** Taken by those who wait in the order in which they came. */
  private final ReentrantLock writer = new ReentrantLock(true);

  /** The id of the thread that made the last long write, until its next one. */
  private volatile long longWriter = -1;

  /** The newest commit, or null once the store is closed. Set under the lock. */
  private volatile @Nullable Node root;

  /** Earlier roots; null until some are to be kept. */
  private volatile @Nullable KeptRoots kept;

  /** An empty store. */
  public MemoryStore(Weigher weigher) {
    this(weigher, Leaf.EMPTY);
  }

  private MemoryStore(Weigher weigher, Node root) {
    this.weigher = Objects.requireNonNull(weigher, "weigher");
    this.root = root;
  }

  @Override
  public Snapshot snapshot() {
    return new MemorySnapshot(openRoot());
  }

  @Override
  public <R> R write(Function<? super Txn, ? extends R> body) {
    lock();
    try {
      Node before = openRoot();
      MemoryTxn txn = new MemoryTxn(before, weigher);
      R result;
      try {
        result = body.apply(txn);
      } finally {
        txn.end();
      }
      if (txn.root() != before) {
        root = txn.root();
      }
      if (txn.isLong()) {
        longWriter = Thread.currentThread().getId();
      }
      return result;
    } finally {
      writer.unlock();
    }
  }

  @Override
  public MemoryStore fork() {
    return new MemoryStore(weigher, openRoot());
  }

  @Override
  public Root content() {
    return new Root(openRoot());
  }

  @Override
  public void restore(Content content) {
    if (!(Objects.requireNonNull(content, "content") instanceof Root restored)) {
      throw new IllegalArgumentException("the content of another kind of store: " + content);
    }
    lock();
    try {
      openRoot();
      root = restored.node();
      kept = null;
    } finally {
      writer.unlock();
    }
  }

  @Override
  public void keep(InstantSource clock, Duration maxAge) {
    KeptRoots keeping = keptRoots();
    synchronized (keeping) {
      Node current = root;
      if (current != null) {
        keeping.add(current, clock.instant(), maxAge);
      }
    }
  }

  /** The earlier roots that are kept from now on. */
  synchronized KeptRoots keptRoots() {
    KeptRoots keeping = kept;
    if (keeping == null) {
      keeping = new KeptRoots(KeptRoots.DEFAULT_MAX_BYTES);
      kept = keeping;
    }
    return keeping;
  }

  @Override
  public Snapshot snapshotAsOf(Instant instant) {
    Node newest = openRoot();
    KeptRoots keeping = kept;
    if (keeping == null) {
      return new MemorySnapshot(newest);
    }
    synchronized (keeping) {
      return new MemorySnapshot(Objects.requireNonNullElse(keeping.asOf(instant), newest));
    }
  }

  @Override
  public void forget() {
    kept = null;
  }

  /** Waits for a running write and lets the content go; snapshots and forks stay usable. */
  @Override
  public void close() {
    lock();
    try {
      root = null;
      kept = null;
    } finally {
      writer.unlock();
    }
  }

  /** Locks out other writers; within a write, the thread that runs it is refused. */
  private void lock() {
    if (writer.isHeldByCurrentThread()) {
      throw new IllegalStateException("not possible inside a write of the same store");
    }
    // Writes that find the lock free take it, ahead of those who wait: handing it over costs more
    // than a short write. But one long write after the other would keep the others waiting.
    boolean waits = longWriter == Thread.currentThread().getId();
    if (waits || !writer.tryLock()) {
      writer.lock();
    }
    if (waits) {
      longWriter = -1;
    }
  }

  private Node openRoot() {
    Node current = root;
    if (current == null) {
      throw new IllegalStateException("the store is closed");
    }
    return current;
  }
}
