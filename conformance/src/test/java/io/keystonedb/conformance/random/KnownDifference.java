package io.keystonedb.conformance.random;

import java.util.List;
import java.util.Set;

/**
 * One way in which KeystoneDB and dynoxide are known to differ.
 *
 * @param name what differs, in a line
 * @param verdict which side does what the service does
 * @param service what the service does
 * @param source how we know: the address of a page, or where and when it was observed
 * @param operations the operations it is about
 * @param matcher tells whether a place where outcomes differ is an instance of this difference
 * @param witnesses requests that show the difference
 */
record KnownDifference(
    String name,
    Verdict verdict,
    String service,
    String source,
    Set<String> operations,
    PlaceMatcher matcher,
    List<Witness> witnesses) {

  /** Which side does what the service does. */
  enum Verdict {
    /** KeystoneDB does what the service does. */
    THEIRS_WRONG,
    /** Dynoxide does what the service does; the rule goes when KeystoneDB is corrected. */
    OURS_WRONG,
    /** The service is not known to do either. */
    NOT_ESTABLISHED,
    /** The request is wrong in two ways, and the sides name different ones. */
    ORDER_OF_CHECKS
  }

  /** Decides on the basis of both outcomes. */
  interface PlaceMatcher {
    /** Whether the two errors, or the error and the answer, are an instance of the difference. */
    boolean explainsErrors(Difference difference);

    /** Whether a place that is about neither error is an instance of the difference. */
    boolean explainsPlace(Difference difference, Difference.Place place);
  }

  /**
   * A request that shows a difference.
   *
   * @param setup the requests that make the tables ready for it; they start out empty
   * @param request the request on which the sides differ
   */
  record Witness(List<Request> setup, Request request) {}

  boolean isAbout(Request request) {
    return operations.contains(request.operation());
  }
}
