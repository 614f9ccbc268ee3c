package io.keystonedb.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * How new the data of a read has to be.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html">DynamoDB
 *     read consistency</a>
 */
public enum Consistency {
  /** The read may miss writes that were acknowledged lately. */
  EVENTUAL,
  /** The read sees all writes that were acknowledged before it. */
  STRONG;

  /** What the member {@code ConsistentRead} of a request asks for. */
  public static Consistency of(@Nullable Boolean consistentRead) {
    return Boolean.TRUE.equals(consistentRead) ? STRONG : EVENTUAL;
  }
}
