package io.keystonedb.conformance.golden;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request of a case, and what is expected of it. At most one of {@code answer}, {@code includes}
 * and {@code error} is not null; without any, the request has to succeed.
 *
 * @param request its members
 * @param answer the whole answer
 * @param includes members that the answer has, perhaps among others
 * @param error {@code code}, {@code message} or {@code messageContains}, and what else it carries
 * @param anyOrder whether lists of the answer may have any order
 * @param remember names for parts of the answer that later steps use, with their paths
 */
record Step(
    String operation,
    Map<String, Object> request,
    Object answer,
    Object includes,
    Map<String, Object> error,
    boolean anyOrder,
    Map<String, Object> remember) {
  private static final String PART = "messageContains";

  /** A request that has to succeed. */
  static Step prepare(String operation, Map<String, Object> request) {
    return new Step(operation, request, null, null, null, false, Map.of());
  }

  boolean expectsSomething() {
    return answer != null || includes != null || error != null;
  }

  /**
   * Sends the request and compares what comes back.
   *
   * @throws AssertionError with both sides if they differ
   * @throws IllegalStateException if a request without an expectation fails
   */
  void run(Session session, Template template) {
    Reply reply = session.send(operation, Json.object(template.fill(request)));
    if (error != null) {
      compareError(Json.object(template.fill(error)), reply);
    } else if (reply.failed() && !expectsSomething()) {
      throw new IllegalStateException(operation + " has to succeed first: " + reply);
    } else if (reply.failed()) {
      throw fail(
          "it fails", Reply.answer(template.fill(answer == null ? includes : answer)), reply);
    } else if (answer != null) {
      compare(new Difference(true, anyOrder), Reply.answer(template.fill(answer)), reply);
    } else if (includes != null) {
      compare(new Difference(false, anyOrder), Reply.answer(template.fill(includes)), reply);
    }
    remember.forEach((name, path) -> template.remember(name, reply.body(), (String) path));
  }

  private void compareError(Map<String, Object> expected, Reply reply) {
    if (!reply.failed()) {
      throw fail("it succeeds", new Reply(true, expected), reply);
    }
    Map<String, Object> members = new LinkedHashMap<>(expected);
    Object part = members.remove(PART);
    if (part != null) {
      members.put("message", Template.ANY);
      Object message = ((Map<?, ?>) reply.body()).get("message");
      if (message == null || !((String) message).contains((String) part)) {
        throw fail("another message", new Reply(true, expected), reply);
      }
    }
    compare(new Difference(true, anyOrder), new Reply(true, members), reply);
  }

  private void compare(Difference comparison, Reply expected, Reply reply) {
    Optional<String> difference = comparison.find(expected.body(), reply.body());
    if (difference.isPresent()) {
      throw fail(difference.get(), expected, reply);
    }
  }

  private AssertionError fail(String difference, Reply expected, Reply reply) {
    return new AssertionError(
        "%s: %s%nexpected %s%nactual %s".formatted(operation, difference, expected, reply));
  }
}
