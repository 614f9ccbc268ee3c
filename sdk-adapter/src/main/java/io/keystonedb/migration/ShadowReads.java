package io.keystonedb.migration;

import io.keystonedb.sdk.support.OperationKind;
import io.keystonedb.sdk.support.SdkMember;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/**
 * Reads that both sides have answered: what differs is reported, perhaps only when it still does
 * after a while. Thread-safe.
 */
final class ShadowReads {
  private static final SdkMember CONSISTENT_READ = new SdkMember("ConsistentRead");
  private static final SdkMember REQUEST_ITEMS = new SdkMember("RequestItems");

  private final DualWriteEngine engine;
  private final Pending settling = new Pending();

  ShadowReads(DualWriteEngine engine) {
    this.engine = engine;
  }

  /** Has a read compared later, behind the writes of its items. */
  @Nullable CompletableFuture<@Nullable Void> queue(
      DualWriteEngine.Roles roles,
      RequestFacts facts,
      SdkRequest request,
      Outcome primary,
      long quietSince) {
    CompletableFuture<Boolean> quiet = new CompletableFuture<>();
    Runnable compare =
        () -> done(roles, facts, request, primary, engine.callShadow(roles, request), quiet.join());
    CompletableFuture<@Nullable Void> done =
        engine.health.mayTry()
            ? engine.queue.submit(facts, () -> DualWriteEngine.safely(compare))
            : null;
    if (done == null) {
      engine.counters.add(Counter.SKIPPED_READS);
    }
    // Only now is it known that no write has come between the primary's answer and this read.
    quiet.complete(engine.activity.wasQuietSince(quietSince));
    return done;
  }

  /**
   * Takes note of what both sides answered.
   *
   * @param quiet whether nothing was written in between
   */
  void done(
      DualWriteEngine.Roles roles,
      RequestFacts facts,
      SdkRequest request,
      Outcome primary,
      Outcome shadow,
      boolean quiet) {
    if (primary.isUnavailable() || shadow.isUnavailable()) {
      engine.counters.add(Counter.SKIPPED_READS);
      return;
    }
    List<Finding> findings = engine.compare(facts, request, primary, shadow);
    if (findings == null || findings.isEmpty()) {
      return;
    }
    if (engine.options.settleAttempts() > 0) {
      settling.begin(Integer.MAX_VALUE);
      engine.workers.execute(() -> settle(roles, facts, request));
    } else if (quiet) {
      engine.report(findings);
    } else {
      engine.counters.add(Counter.RACED);
    }
  }

  private void settle(DualWriteEngine.Roles roles, RequestFacts facts, SdkRequest request) {
    try {
      DualWriteEngine.safely(() -> lookAgain(roles, facts, consistent(facts, request)));
    } finally {
      settling.end();
    }
  }

  private void lookAgain(DualWriteEngine.Roles roles, RequestFacts facts, SdkRequest request) {
    List<Finding> findings = List.of();
    boolean quiet = false;
    for (int attempt = 1; attempt <= engine.options.settleAttempts(); attempt++) {
      if (!engine.pauses.pause(engine.options.settleDelay())) {
        return;
      }
      long quietSince = engine.queue.isIdle() ? engine.activity.now() : -1;
      Outcome primary = roles.primary().call(request);
      Outcome shadow = engine.callShadow(roles, request);
      quiet = engine.activity.wasQuietSince(quietSince);
      if (primary.isUnavailable() || shadow.isUnavailable()) {
        engine.counters.add(Counter.SKIPPED_READS);
        return;
      }
      findings = engine.answers.compare(facts, request, primary, shadow);
      if (findings == null || findings.isEmpty()) {
        engine.counters.add(Counter.TRANSIENT_MISMATCHES);
        return;
      }
    }
    if (quiet) {
      engine.counters.add(Counter.PERSISTENT_MISMATCHES);
      String looks = "still so when looked at again " + engine.options.settleAttempts() + " times";
      engine.report(findings.stream().map(each -> each.with("settled", looks)).toList());
    } else {
      engine.counters.add(Counter.RACED);
    }
  }

  /** The request with consistent reads, where the service has them. */
  private static SdkRequest consistent(RequestFacts facts, SdkRequest request) {
    if (facts.model().kind() != OperationKind.READ_ITEMS || facts.index() != null) {
      return request;
    }
    Map<String, Object> byTable = new HashMap<>(REQUEST_ITEMS.map(request));
    if (byTable.isEmpty()) {
      return CONSISTENT_READ.with(request, true);
    }
    byTable.replaceAll((table, keys) -> CONSISTENT_READ.with((SdkPojo) keys, true));
    return REQUEST_ITEMS.with(request, byTable);
  }

  /** False if something has not settled after that time. */
  boolean awaitSettled(Duration timeout) {
    return settling.awaitNone(timeout);
  }
}
