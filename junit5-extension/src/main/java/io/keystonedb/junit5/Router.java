package io.keystonedb.junit5;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Finds the database that a client obtained from an extension, without a context, is to look at:
 * that of the test that runs on the calling thread; on any other thread that of the only test there
 * is, else that of the only class, else the extension's own. Where several tests run and the thread
 * belongs to none it throws rather than guess. Thread-safe.
 */
final class Router {
  private final Set<Scope> open = ConcurrentHashMap.newKeySet();
  private final ThreadLocal<Deque<Scope>> entered = ThreadLocal.withInitial(ArrayDeque::new);

  /** Binds a scope to this thread until it is closed. */
  void enter(Scope scope) {
    if (!open.add(scope)) {
      return;
    }
    bind(scope);
    scope.beforeClose(
        () -> {
          open.remove(scope);
          unbind(scope);
        });
  }

  /** For a test whose body runs on another thread than what led up to it. */
  void bind(Scope scope) {
    entered.get().push(scope);
  }

  /** Undoes one {@link #bind} on this thread. */
  void unbind(Scope scope) {
    Deque<Scope> scopes = entered.get();
    scopes.removeFirstOccurrence(scope);
    if (scopes.isEmpty()) {
      entered.remove();
    }
  }

  DatabaseHandle current(Supplier<Scope> fallback) {
    for (Scope scope : entered.get()) {
      if (!scope.isClosed()) {
        return scope.handle();
      }
    }
    entered.remove();
    List<Scope> innermost =
        open.stream()
            .filter(scope -> open.stream().noneMatch(s -> s != scope && s.isWithin(scope)))
            .toList();
    if (innermost.isEmpty()) {
      return fallback.get().handle();
    }
    if (innermost.stream().map(Scope::handle).distinct().count() > 1) {
      throw new IllegalStateException(
          "Several tests with databases of their own are running and this thread belongs to none of"
              + " them. To fix it: give the code the client that the test gets as a parameter, or"
              + " build the extension with lifecycle(RESTORE) and run its tests one by one");
    }
    return innermost.get(0).handle();
  }
}
