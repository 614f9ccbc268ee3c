package io.keystonedb.migration;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/**
 * The way of a request through an asynchronous client. The shadow is always asked on a thread of
 * its own; the modes say when, and whether the caller's future waits for it. Thread-safe.
 */
final class AsyncDualWrite {
  private final DualWriteEngine engine;

  AsyncDualWrite(DualWriteEngine engine) {
    this.engine = engine;
  }

  /** The primary's answer or exception. */
  CompletableFuture<@Nullable SdkResponse> call(SdkRequest request) {
    engine.counters.add(Counter.REQUESTS);
    RequestFacts facts = engine.facts(request);
    Mode mode = engine.mode(facts, request);
    CompletableFuture<Outcome> outcome =
        switch (facts.kind()) {
          case OTHER -> engine.roles().primary().start(request);
          case READ ->
              mode == Mode.PRIMARY_ONLY
                  ? engine.roles().primary().start(request)
                  : read(facts, request, mode);
          case WRITE, TABLE -> write(facts, request, mode);
        };
    return outcome.thenApply(Outcome::get);
  }

  private CompletableFuture<Outcome> read(RequestFacts facts, SdkRequest request, Mode mode) {
    DualWriteEngine.Roles roles = engine.roles();
    long quietSince = engine.activity.now();
    return roles
        .primary()
        .start(request)
        .thenCompose(
            primary ->
                after(
                    mode,
                    primary,
                    () -> engine.reads.queue(roles, facts, request, primary, quietSince)));
  }

  private CompletableFuture<Outcome> write(RequestFacts facts, SdkRequest request, Mode mode) {
    Turns.Turn turn = engine.turns.take(facts);
    return turn.begin()
        .thenCompose(
            nothing -> {
              engine.activity.begin();
              return inTurn(facts, request, mode)
                  .whenComplete(
                      (outcome, error) -> {
                        engine.activity.end();
                        turn.end();
                      });
            });
  }

  private CompletableFuture<Outcome> inTurn(RequestFacts facts, SdkRequest request, Mode mode) {
    DualWriteEngine.Roles roles = engine.roles();
    if (mode == Mode.PRIMARY_ONLY) {
      return roles.primary().start(request);
    }
    CompletableFuture<Outcome> begun =
        mode == Mode.PARALLEL && engine.isShadowReady()
            ? CompletableFuture.supplyAsync(() -> engine.callShadow(roles, request), engine.workers)
            : null;
    return roles
        .primary()
        .start(request)
        .thenCompose(
            primary ->
                after(
                    mode,
                    primary,
                    () ->
                        engine.isForShadow(facts, request, primary)
                            ? engine.queueWrite(roles, facts, request, primary, begun)
                            : null));
  }

  /** Queues work for the shadow and, if the mode says so, waits for it to be done. */
  private CompletableFuture<Outcome> after(Mode mode, Outcome primary, Work work) {
    AtomicReference<@Nullable CompletableFuture<@Nullable Void>> done = new AtomicReference<>();
    DualWriteEngine.safely(() -> done.set(work.queue()));
    CompletableFuture<@Nullable Void> queued = done.get();
    if (mode == Mode.LATER || queued == null) {
      return CompletableFuture.completedFuture(primary);
    }
    CompletableFuture<@Nullable Void> patient = queued.copy();
    if (mode == Mode.PARALLEL) {
      patient.completeOnTimeout(
          null, engine.options.shadowTimeout().toNanos(), TimeUnit.NANOSECONDS);
    }
    return patient.handle((nothing, error) -> primary);
  }

  /** What is to be queued. */
  @FunctionalInterface
  private interface Work {
    @Nullable CompletableFuture<@Nullable Void> queue();
  }
}
