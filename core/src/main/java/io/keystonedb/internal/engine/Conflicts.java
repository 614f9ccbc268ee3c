package io.keystonedb.internal.engine;

import io.keystonedb.Dials;
import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.TransactionConflicts;
import java.util.Random;

/**
 * Draws which items are taken to be held by a transaction. The store runs one write at a time, so
 * that nothing else makes a conflict. A request keeps its {@link Draws}. Thread-safe.
 */
public final class Conflicts {
  /** What the service says of an item that a transaction holds. */
  public static final String TEXT = "Transaction is ongoing for the item";

  private final Dials dials;
  private TransactionConflicts current = TransactionConflicts.NONE;
  private Random random = new Random(0);

  Conflicts(Dials dials) {
    this.dials = dials;
  }

  /** Whether no item is ever held. */
  boolean isOff() {
    return dials.transactionConflicts().probability() == 0;
  }

  /** Whether the next item is held. */
  boolean next() {
    TransactionConflicts setting = dials.transactionConflicts();
    return setting.probability() > 0 && draw(setting);
  }

  @SuppressWarnings("ReferenceEquality") // an equal setting made anew begins its sequence anew
  private synchronized boolean draw(TransactionConflicts setting) {
    if (setting != current) {
      current = setting;
      random = new Random(setting.seed());
    }
    return random.nextDouble() < setting.probability();
  }

  /** The service's error for the write of an item that is held. */
  public static KeystoneException conflict() {
    return KeystoneException.of(ErrorCode.TRANSACTION_CONFLICT, TEXT);
  }
}
