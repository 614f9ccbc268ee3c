package io.keystonedb.migration;

import io.keystonedb.sdk.support.OperationKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkRequest;

/**
 * What happens at the shadow, and what is made of it. Nothing here fails the caller. Thread-safe.
 *
 * <p>Writes of the same items take turns at the primary, and what they mean for the shadow is
 * queued before the next one's turn, so both sides see them in the same order.
 */
final class DualWriteEngine {
  private static final Logger LOG = LoggerFactory.getLogger("io.keystonedb.migration.DualWrite");

  final DualWriteOptions options;
  final Counters counters = new Counters();
  final Discrepancies discrepancies;
  final Turns turns = new Turns();
  final Activity activity = new Activity();
  final ShadowQueue queue;
  final ShadowHealth health;
  final Workers workers;
  final Pauses pauses;
  final AnswerComparison answers;
  final ShadowReads reads = new ShadowReads(this);
  private final WriteHistory history = new WriteHistory();
  private final TableInfos tables;

  /** The operations that were asked for and that the table of operations does not have. */
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();

  private final ShadowDelivery delivery;
  private volatile Roles roles;

  /** Who answers and who follows. */
  record Roles(Side primary, Side shadow, boolean isCutOver) {}

  DualWriteEngine(DualWriteOptions options, Side primary, Side shadow) {
    this.options = options;
    roles = new Roles(primary, shadow, false);
    workers = new Workers(options.shadowThreads());
    pauses = options.pauses() == null ? workers : options.pauses();
    queue = new ShadowQueue(options.queueCapacity(), workers);
    health = new ShadowHealth(options.backoff());
    tables = new TableInfos(request -> roles.primary.call(request));
    answers = new AnswerComparison(options.rules(), tables);
    delivery = new ShadowDelivery(options.backoff(), pauses, counters);
    discrepancies = new Discrepancies(options.clock(), options.maxKept(), options.handlers());
  }

  Roles roles() {
    return roles;
  }

  /** What a request is about; one that cannot be understood is the primary's to refuse. */
  RequestFacts facts(SdkRequest request) {
    try {
      RequestFacts facts = RequestFacts.of(request, tables);
      if (facts.model().kind() == OperationKind.UNKNOWN && unknown.add(facts.operation())) {
        LOG.warn(
            "The operation {} is not known here: only the primary gets its requests",
            facts.operation());
      }
      return facts;
    } catch (RuntimeException e) {
      LOG.debug("This request is for the primary alone: {}", request, e);
      return RequestFacts.forPrimaryAlone(request);
    }
  }

  Mode mode(RequestFacts facts, SdkRequest request) {
    Mode mode = options.mode(facts);
    if (facts.kind() == OperationClass.READ
        && mode != Mode.PRIMARY_ONLY
        && !options.isSampled(facts, Samples.hash(facts, request))) {
      return Mode.PRIMARY_ONLY;
    }
    return mode;
  }

  /** Whether the shadow answers as far as is known, and has got everything. */
  boolean isShadowReady() {
    return queue.isIdle() && !health.isDown();
  }

  Outcome callShadow(Roles roles, SdkRequest request) {
    return noted(delivery.once(roles.shadow, request));
  }

  private Outcome noted(Outcome outcome) {
    if (outcome.isUnavailable()) {
      health.failed();
    } else {
      health.answered();
    }
    return outcome;
  }

  /** Whether the shadow is to get a write, now that it is known what came of it at the primary. */
  boolean isForShadow(RequestFacts facts, SdkRequest request, Outcome primary) {
    if (!primary.isUnavailable()) {
      if (primary.isSuccess() && facts.kind() == OperationClass.WRITE) {
        history.done(facts);
      }
      return true;
    }
    if (!primary.isRefusal()) {
      counters.add(Counter.AMBIGUOUS);
      report(
          List.of(
              Finding.of(DiscrepancyKind.AMBIGUOUS_WRITE, facts, primary.show(), "was not asked")));
    }
    return false;
  }

  /** Has a write brought to the shadow later, behind the earlier ones of its items. */
  @Nullable CompletableFuture<@Nullable Void> queueWrite(
      Roles roles,
      RequestFacts facts,
      SdkRequest request,
      Outcome primary,
      @Nullable CompletableFuture<Outcome> begun) {
    CompletableFuture<@Nullable Void> done =
        queue.submit(
            facts,
            () ->
                safely(
                    () ->
                        deliver(
                            roles, facts, request, primary, begun == null ? null : begun.join())));
    if (done == null) {
      counters.add(Counter.DROPPED);
      report(
          List.of(
              Finding.of(
                  DiscrepancyKind.DROPPED_WRITE,
                  facts,
                  primary.show(),
                  "was not asked: " + options.queueCapacity() + " requests were due")));
    }
    return done;
  }

  private void deliver(
      Roles roles,
      RequestFacts facts,
      SdkRequest request,
      Outcome primary,
      @Nullable Outcome first) {
    SdkRequest toShadow = ShadowDelivery.done(request, primary);
    Outcome tried = first == null ? callShadow(roles, toShadow) : first;
    Outcome shadow = delivery.untilAnswered(roles.shadow, toShadow, tried);
    if (shadow == null) {
      report(
          List.of(
              Finding.of(DiscrepancyKind.WRITE_STILL_DUE, facts, primary.show(), tried.show())));
      return;
    }
    health.answered();
    if (tried.isUnavailable()) {
      counters.add(Counter.CAUGHT_UP);
    }
    writeDone(facts, request, primary, shadow);
  }

  void writeDone(RequestFacts facts, SdkRequest request, Outcome primary, Outcome shadow) {
    counters.add(matrix(primary, shadow));
    if (facts.kind() == OperationClass.TABLE) {
      facts.tables().forEach(tables::forget);
    }
    List<Finding> findings = compare(facts, request, primary, shadow);
    if (findings != null) {
      report(findings);
    }
    if (primary.isSuccess() && shadow.isSuccess() && facts.model().onlyReplaces()) {
      discrepancies.equalAgain(facts.keys());
    }
  }

  private static Counter matrix(Outcome primary, Outcome shadow) {
    if (primary.isSuccess()) {
      return shadow.isSuccess() ? Counter.OK_OK : Counter.OK_FAILED;
    }
    return shadow.isSuccess() ? Counter.FAILED_OK : Counter.FAILED_FAILED;
  }

  @Nullable List<Finding> compare(
      RequestFacts facts, SdkRequest request, Outcome primary, Outcome shadow) {
    List<Finding> findings = answers.compare(facts, request, primary, shadow);
    counters.add(Counter.COMPARED);
    if (findings == null) {
      counters.add(Counter.NOT_COMPARABLE);
    } else if (findings.isEmpty()) {
      counters.add(Counter.EQUAL);
    }
    return findings;
  }

  void report(List<Finding> findings) {
    if (!findings.isEmpty()) {
      List<Finding> explained = new ArrayList<>(findings.size());
      findings.forEach(each -> explained.add(explained(each)));
      discrepancies.add(explained);
    }
  }

  /** Says which write an item has probably lost. */
  Finding explained(Finding finding) {
    if (finding.keys().size() != 1) {
      return finding;
    }
    String last = history.lastOf(finding.keys().get(0));
    return last == null ? finding : finding.with("last write", last);
  }

  /** Does what must not fail the caller. */
  static void safely(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("Two sides could not be compared", e);
    }
  }

  boolean await(Duration timeout) {
    long until = System.nanoTime() + timeout.toNanos();
    return queue.awaitIdle(timeout)
        && reads.awaitSettled(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
  }

  /** Changes who answers; only when the shadow has got everything. */
  void swap(boolean cutOver, Duration timeout) {
    Turns.Turn turn = turns.takeAll();
    try {
      turn.begin().join();
      if (roles.isCutOver != cutOver) {
        if (!queue.awaitIdle(timeout)) {
          throw new IllegalStateException(
              "Cannot "
                  + (cutOver ? "cut over" : "roll back")
                  + ": "
                  + queue.size()
                  + " requests are still due at the side that would answer");
        }
        roles = new Roles(roles.shadow, roles.primary, cutOver);
      }
    } finally {
      turn.end();
    }
  }

  /** Gives the shadow some time to get what is due; the rest is reported as still due. */
  void close(Duration timeout) {
    if (!await(timeout)) {
      workers.close();
      await(Duration.ofSeconds(1));
    }
  }
}
