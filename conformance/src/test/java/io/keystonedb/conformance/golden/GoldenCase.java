package io.keystonedb.conformance.golden;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A rule of the service with an example that was observed or documented.
 *
 * @param file the name of its file
 * @param name the rule; unique in the file
 * @param source where it is from
 * @param through the entry points that can express it
 * @param steps the requests, in order, those that prepare the database included
 */
record GoldenCase(
    String file, String name, String source, Set<EntryPoint> through, List<Step> steps) {
  private static final AtomicInteger RUNS = new AtomicInteger();

  /** Its name among all cases. */
  String id() {
    return file + " / " + name;
  }

  /**
   * Runs it in a new database.
   *
   * @param entryPoint opens a session, as {@link EntryPoint#open}
   * @throws AssertionError if the answers are not the service's
   * @throws IllegalStateException if the case cannot get as far as that
   */
  void run(Function<String, Session> entryPoint) {
    String authorization =
        "AWS4-HMAC-SHA256 Credential=private%d/20261124/us-east-1/dynamodb/aws4_request, "
                .formatted(RUNS.incrementAndGet())
            + "SignedHeaders=host;x-amz-date;x-amz-target, Signature=abc";
    Session session = entryPoint.apply(authorization);
    Template template = new Template();
    template.set("authorization", authorization);
    for (Step step : steps) {
      step.run(session, template);
    }
  }
}
