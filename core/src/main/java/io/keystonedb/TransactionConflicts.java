package io.keystonedb;

/**
 * How often an item is taken to be held by somebody else's transaction.
 *
 * <p>Each item that is written, on its own, in a batch or in a transaction, or read in a
 * transaction, draws a number; PartiQL does as its twins do. The same requests in the same order
 * meet the same conflicts under the same seed.
 *
 * @param probability from 0, never, to 1, always
 * @param seed of the sequence of numbers, which begins when the setting is made or the database
 *     forked
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling">Transaction
 *     conflict handling</a>
 */
public record TransactionConflicts(double probability, long seed) {
  /** No conflict, ever. */
  public static final TransactionConflicts NONE = new TransactionConflicts(0, 0);

  /** Checks the probability. */
  public TransactionConflicts {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability is not " + probability);
    }
  }
}
