package io.keystonedb.migration;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/** The way of a request through a synchronous client. Thread-safe. */
final class SyncDualWrite {
  private final DualWriteEngine engine;

  SyncDualWrite(DualWriteEngine engine) {
    this.engine = engine;
  }

  /** The primary's answer; throws the primary's exception. */
  @Nullable SdkResponse call(SdkRequest request) {
    engine.counters.add(Counter.REQUESTS);
    RequestFacts facts = engine.facts(request);
    Mode mode = engine.mode(facts, request);
    Outcome outcome =
        switch (facts.kind()) {
          case OTHER -> engine.roles().primary().call(request);
          case READ ->
              mode == Mode.PRIMARY_ONLY
                  ? engine.roles().primary().call(request)
                  : read(facts, request, mode);
          case WRITE, TABLE -> write(facts, request, mode);
        };
    return outcome.get();
  }

  private Outcome read(RequestFacts facts, SdkRequest request, Mode mode) {
    DualWriteEngine.Roles roles = engine.roles();
    long quietSince = engine.activity.now();
    boolean ready = engine.isShadowReady();
    CompletableFuture<Outcome> begun =
        mode == Mode.PARALLEL && ready ? begin(roles, request) : null;
    Outcome primary = roles.primary().call(request);
    DualWriteEngine.safely(
        () -> {
          if (begun != null) {
            awaitRead(roles, facts, request, primary, begun, quietSince);
          } else if (mode == Mode.SEQUENTIAL && ready) {
            Outcome shadow = engine.callShadow(roles, request);
            boolean quiet = engine.activity.wasQuietSince(quietSince);
            engine.reads.done(roles, facts, request, primary, shadow, quiet);
          } else {
            var unused = engine.reads.queue(roles, facts, request, primary, quietSince);
          }
        });
    return primary;
  }

  private void awaitRead(
      DualWriteEngine.Roles roles,
      RequestFacts facts,
      SdkRequest request,
      Outcome primary,
      CompletableFuture<Outcome> begun,
      long quietSince) {
    Outcome shadow = await(begun);
    if (shadow == null) {
      engine.health.failed();
      engine.counters.add(Counter.SKIPPED_READS);
      return;
    }
    boolean quiet = engine.activity.wasQuietSince(quietSince);
    engine.reads.done(roles, facts, request, primary, shadow, quiet);
  }

  private Outcome write(RequestFacts facts, SdkRequest request, Mode mode) {
    Turns.Turn turn = engine.turns.take(facts);
    turn.begin().join();
    engine.activity.begin();
    try {
      DualWriteEngine.Roles roles = engine.roles();
      if (mode == Mode.PRIMARY_ONLY) {
        return roles.primary().call(request);
      }
      boolean ready = engine.isShadowReady();
      CompletableFuture<Outcome> begun =
          mode == Mode.PARALLEL && ready ? begin(roles, request) : null;
      Outcome primary = roles.primary().call(request);
      DualWriteEngine.safely(
          () -> {
            if (engine.isForShadow(facts, request, primary)) {
              shadow(roles, facts, request, primary, begun, mode == Mode.SEQUENTIAL && ready);
            } else if (begun != null) {
              var unused = await(begun);
            }
          });
      return primary;
    } finally {
      engine.activity.end();
      turn.end();
    }
  }

  private void shadow(
      DualWriteEngine.Roles roles,
      RequestFacts facts,
      SdkRequest request,
      Outcome primary,
      @Nullable CompletableFuture<Outcome> begun,
      boolean atOnce) {
    Outcome shadow = null;
    if (begun != null) {
      shadow = await(begun);
      if (shadow == null) {
        engine.health.failed();
        var unused = engine.queueWrite(roles, facts, request, primary, begun);
        return;
      }
    } else if (atOnce) {
      shadow = engine.callShadow(roles, ShadowDelivery.done(request, primary));
    }
    if (shadow == null || shadow.isUnavailable()) {
      CompletableFuture<Outcome> tried =
          shadow == null ? null : CompletableFuture.completedFuture(shadow);
      var unused = engine.queueWrite(roles, facts, request, primary, tried);
    } else {
      engine.writeDone(facts, request, primary, shadow);
    }
  }

  private CompletableFuture<Outcome> begin(DualWriteEngine.Roles roles, SdkRequest request) {
    return CompletableFuture.supplyAsync(() -> engine.callShadow(roles, request), engine.workers);
  }

  /** Null if it takes too long. */
  private @Nullable Outcome await(CompletableFuture<Outcome> begun) {
    try {
      return begun.get(engine.options.shadowTimeout().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
