package io.keystonedb.internal.operation;

import io.keystonedb.CancellationReason;
import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Conflicts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What goes wrong with transactions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html#API_TransactWriteItems_Errors">TransactWriteItems:
 *     errors</a>
 */
final class TransactionErrors {
  private static final String INVALID = "ValidationError";
  private static final long MAX_BYTES = 4L * 1024 * 1024;

  /** The reason of an action whose item another transaction holds. */
  static final CancellationReason CONFLICT =
      new CancellationReason("TransactionConflict", Conflicts.TEXT, null);

  private TransactionErrors() {}

  /** An error of one action as a reason for the cancellation of all. */
  static CancellationReason reasonOf(KeystoneException error) {
    return switch (error.code()) {
      case CONDITIONAL_CHECK_FAILED ->
          new CancellationReason("ConditionalCheckFailed", error.getMessage(), error.item());
      case DUPLICATE_ITEM -> new CancellationReason("DuplicateItem", error.getMessage(), null);
      case VALIDATION -> new CancellationReason(INVALID, error.getMessage(), null);
      default -> throw error;
    };
  }

  /**
   * Cancels if there is a reason. Observed: of actions that are invalid only the first is told, and
   * beside one no condition is looked at.
   */
  static void cancelUnlessClean(List<CancellationReason> reasons) {
    for (int i = 0; i < reasons.size(); i++) {
      if (reasons.get(i).code().equals(INVALID)) {
        List<CancellationReason> told =
            new ArrayList<>(Collections.nCopies(reasons.size(), CancellationReason.NONE));
        told.set(i, reasons.get(i));
        throw KeystoneException.transactionCanceled(told);
      }
    }
    if (reasons.stream().anyMatch(reason -> !reason.equals(CancellationReason.NONE))) {
      throw KeystoneException.transactionCanceled(reasons);
    }
  }

  static KeystoneException repeatedItem() {
    return KeystoneException.validation(
        "Transaction request cannot include multiple operations on one item");
  }

  /** Of the text, that a payload's size cannot exceed something is observed. */
  static void checkPayload(long bytes) {
    if (bytes > MAX_BYTES) {
      throw KeystoneException.validation(
          "Transaction payload size cannot exceed " + MAX_BYTES + " bytes");
    }
  }

  /** The text is the API reference's description of the error. */
  static KeystoneException inProgress() {
    return KeystoneException.of(
        ErrorCode.TRANSACTION_IN_PROGRESS,
        "The transaction with the given request token is already in progress.");
  }

  static KeystoneException parameterMismatch() {
    return KeystoneException.of(
        ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH,
        "The request uses the same client token as a previous, but non-identical request. Do not reuse a client token with different requests, unless the requests are identical");
  }
}
