package io.keystonedb.internal.engine;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The observers and the fault hook of a database. Immutable.
 *
 * @param observers in the order in which they are called
 * @param faults null for none
 */
public record RequestHooks(List<RequestObserver> observers, @Nullable FaultHook faults) {
  /** No hooks: requests do not even look for them. */
  public static final RequestHooks NONE = new RequestHooks(List.of(), null);

  public RequestHooks {
    observers = List.copyOf(observers);
  }

  /** Whether there are no hooks. */
  public boolean isEmpty() {
    return observers.isEmpty() && faults == null;
  }

  /** What an operation does for a request, split where hooks are called. */
  public interface Call<O extends Record> {
    /** Checks the declared constraints. */
    void checkConstraints();

    /** Executes the operation. */
    O execute();
  }

  /** Runs a call with its hooks. */
  public <O extends Record> O around(
      RequestContext context, String operation, Record request, Call<O> call) {
    observers.forEach(observer -> observer.before(context, operation, request));
    long startedNanos = System.nanoTime();
    O answer = null;
    Throwable error = null;
    try {
      call.checkConstraints();
      if (faults != null) {
        faults.beforeExecute(context, operation, request);
      }
      answer = call.execute();
      if (faults != null) {
        faults.afterExecute(context, operation, request, answer);
      }
      return answer;
    } catch (RuntimeException | Error e) {
      error = e;
      throw e;
    } finally {
      after(
          context,
          operation,
          request,
          error == null ? answer : null,
          error,
          Duration.ofNanos(System.nanoTime() - startedNanos));
    }
  }

  private void after(
      RequestContext context,
      String operation,
      Record request,
      @Nullable Record answer,
      @Nullable Throwable error,
      Duration duration) {
    observers.forEach(
        observer -> observer.after(context, operation, request, answer, error, duration));
  }
}
