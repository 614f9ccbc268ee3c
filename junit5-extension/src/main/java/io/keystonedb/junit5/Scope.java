package io.keystonedb.junit5;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a class or a test works on, kept in the store of its context and closed with it.
 * Thread-safe.
 */
final class Scope implements AutoCloseable {
  private final @Nullable Scope parent;
  private final DatabaseHandle handle;
  private final Lifecycle lifecycle;
  private final Runnable onClose;
  private volatile boolean closed;
  private volatile boolean published;
  private @Nullable Runnable beforeClose;

  private Scope(
      @Nullable Scope parent, DatabaseHandle handle, Lifecycle lifecycle, Runnable onClose) {
    this.parent = parent;
    this.handle = handle;
    this.lifecycle = lifecycle;
    this.onClose = onClose;
  }

  /** A database that others start from and nobody closes. */
  static Scope root(Lifecycle lifecycle, List<Declaration> declarations) {
    DatabaseHandle handle = DatabaseHandle.empty();
    handle.apply(declarations);
    return new Scope(null, handle, lifecycle, () -> {});
  }

  /** The scope of a class: a database of its own, or that of the enclosing class. */
  static Scope ofClass(@Nullable Scope parent, List<Declaration> declarations) {
    Lifecycle inherited = parent == null ? Lifecycle.FORK : parent.lifecycle;
    Lifecycle lifecycle = Declaration.lifecycle(declarations, inherited);
    if (parent == null) {
      return own(null, DatabaseHandle.empty(), lifecycle, declarations);
    }
    if (lifecycle == Lifecycle.FORK || parent.lifecycle == Lifecycle.FORK) {
      return own(parent, parent.fork(), lifecycle, declarations);
    }
    return shared(parent, lifecycle, declarations, () -> {});
  }

  /** The scope of a test in a class. */
  static Scope ofTest(Scope parent, List<Declaration> declarations, Origin origin) {
    Lifecycle lifecycle = Declaration.lifecycle(declarations, parent.lifecycle);
    if (lifecycle == Lifecycle.FORK || parent.lifecycle == Lifecycle.FORK) {
      return own(parent, parent.fork(), lifecycle, declarations);
    }
    if (lifecycle == Lifecycle.SHARED) {
      return shared(parent, lifecycle, declarations, () -> {});
    }
    if (!parent.handle.startTest()) {
      throw origin.mistake(
          "lifecycle = RESTORE",
          "another test of the same database is running, and rolling one back would undo the other",
          "say lifecycle = FORK, or keep the tests apart with @Execution(SAME_THREAD)");
    }
    return shared(parent, lifecycle, declarations, parent.handle::endTest);
  }

  /** The scope of a test that has an extension to itself. */
  static Scope ofOnlyTest(Scope root, List<Declaration> declarations) {
    return own(null, root.handle, root.lifecycle, declarations);
  }

  private static Scope own(
      @Nullable Scope parent,
      DatabaseHandle handle,
      Lifecycle lifecycle,
      List<Declaration> declarations) {
    handle.apply(declarations);
    return new Scope(parent, handle, lifecycle, handle::close);
  }

  private static Scope shared(
      Scope parent, Lifecycle lifecycle, List<Declaration> declarations, Runnable atEnd) {
    DatabaseHandle handle = parent.handle;
    Runnable undo = lifecycle == Lifecycle.RESTORE ? new Rollback(handle)::run : () -> {};
    Scope scope =
        new Scope(
            parent,
            handle,
            lifecycle,
            () -> {
              undo.run();
              atEnd.run();
            });
    try {
      handle.apply(declarations);
    } catch (RuntimeException e) {
      scope.close();
      throw e;
    }
    return scope;
  }

  private DatabaseHandle fork() {
    return lifecycle == Lifecycle.FORK ? handle.forkPristine() : handle.fork();
  }

  DatabaseHandle handle() {
    return handle;
  }

  Lifecycle lifecycle() {
    return lifecycle;
  }

  /** Takes note that its endpoint is in system properties. */
  void publish(PublishedEndpoint endpoint) {
    published = true;
    beforeClose(endpoint::undo);
  }

  boolean isPublished() {
    return published;
  }

  boolean isClosed() {
    return closed;
  }

  /** Whether this is another scope or lies within it. */
  boolean isWithin(Scope other) {
    return this == other || (parent != null && parent.isWithin(other));
  }

  /** What to do first when this is closed; once. */
  synchronized void beforeClose(Runnable action) {
    Runnable earlier = beforeClose;
    beforeClose =
        earlier == null
            ? action
            : () -> {
              action.run();
              earlier.run();
            };
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (beforeClose != null) {
      beforeClose.run();
    }
    onClose.run();
  }
}
