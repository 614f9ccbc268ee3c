package io.keystonedb.junit5;

import io.keystonedb.migration.Discrepancy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One test that writes to two sides. Used on the thread of its callbacks. */
final class DualWriteRun {
  private final DualWriteClass ofClass;
  private final DatabaseHandle handle;
  private final ReferencePool pool;
  private final DualWriteSession session;
  private final Runnable free;
  private boolean ended;

  private DualWriteRun(
      DualWriteClass ofClass,
      DatabaseHandle handle,
      ReferencePool pool,
      DualWriteSession session,
      Runnable free) {
    this.ofClass = ofClass;
    this.handle = handle;
    this.pool = pool;
    this.session = session;
    this.free = free;
  }

  /** From now on the clients of the scope write to both sides. */
  static DualWriteRun begin(
      Scope scope, DualWriteClass ofClass, ReferencePool pool, ExtensionContext context) {
    DualWriteSettings settings = ofClass.settings();
    DatabaseHandle handle = scope.handle();
    Runnable free = () -> {};
    if (scope.lifecycle() == Lifecycle.SHARED) {
      if (!handle.startTest()) {
        throw settings
            .origin()
            .mistake(
                "",
                "another test of the same database (lifecycle = SHARED) is running, and at its end"
                    + " both sides must hold the same",
                "say lifecycle = FORK, or keep the tests apart with @Execution(SAME_THREAD)");
      }
      free = handle::endTest;
    }
    ReferenceSide reference = null;
    try {
      reference = pool.lend(settings, handle.database(), context);
      DualWriteSession session = DualWriteSession.start(settings, handle.database(), reference);
      handle.session(session);
      return new DualWriteRun(ofClass, handle, pool, session, free);
    } catch (RuntimeException e) {
      if (reference != null) {
        pool.back(reference, settings);
      }
      free.run();
      throw e;
    }
  }

  /** Ends it and passes judgement. */
  void end(ExtensionContext context) {
    if (ended) {
      return;
    }
    ended = true;
    DualWriteFindings findings;
    try {
      findings = session.end();
    } finally {
      release();
    }
    judge(findings.discrepancies(), findings, context);
  }

  private void release() {
    handle.session(null);
    pool.back(session.reference(), ofClass.settings());
    free.run();
  }

  private void judge(
      List<Discrepancy> found, DualWriteFindings findings, ExtensionContext context) {
    String method = context.getRequiredTestMethod().getName();
    List<Expectation> own =
        Expectation.on(context.getRequiredTestMethod(), context.getRequiredTestClass(), method);
    List<Expectation> all = new ArrayList<>(own);
    all.addAll(ofClass.expectations());
    List<Discrepancy> unexpected = new ArrayList<>();
    Map<Long, String> expected = new HashMap<>();
    for (Discrepancy each : found) {
      String because = because(each, all, expected.keySet());
      if (because == null) {
        unexpected.add(each);
      } else {
        expected.put(each.id(), because);
      }
    }
    ofClass.note(found, context.getDisplayName(), expected);
    boolean passed = context.getExecutionException().isEmpty();
    ofClass.ended(context.getRequiredTestMethod(), findings, unexpected.isEmpty(), passed);
    if (!unexpected.isEmpty() && ofClass.settings().failing()) {
      throw new AssertionError(
          DualWriteMessage.of(unexpected, ofClass.settings(), ofClass.page(), context));
    }
    if (passed) {
      own.stream()
          .filter(each -> !each.isSeen())
          .findFirst()
          .ifPresent(
              each -> {
                throw each.gone();
              });
    }
  }

  /** Why a discrepancy is known; null if it is not. What follows from a known one is known. */
  private static @Nullable String because(
      Discrepancy discrepancy, List<Expectation> all, Set<Long> expected) {
    String because = null;
    for (Expectation each : all) {
      if (each.matches(discrepancy) && because == null) {
        because = each.because();
      }
    }
    if (because == null
        && discrepancy.cause().isPresent()
        && expected.contains(discrepancy.cause().getAsLong())) {
      because = "follows from one that is expected";
    }
    return because;
  }

  /** Ends it without judgement, unless it has ended. */
  void abandon() {
    if (!ended) {
      ended = true;
      try {
        session.abandon();
      } finally {
        release();
      }
    }
  }
}
