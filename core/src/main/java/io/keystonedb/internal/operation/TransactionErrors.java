package io.keystonedb.internal.operation;

import io.keystonedb.CancellationReason;
import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Conflicts;
import java.util.List;

/**
 * What goes wrong with transactions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html#API_TransactWriteItems_Errors">TransactWriteItems:
 *     errors</a>
 */
final class TransactionErrors {
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
      case VALIDATION -> new CancellationReason("ValidationError", error.getMessage(), null);
      default -> throw error;
    };
  }

  static void cancelUnlessClean(List<CancellationReason> reasons) {
    if (reasons.stream().anyMatch(reason -> !reason.equals(CancellationReason.NONE))) {
      throw KeystoneException.transactionCanceled(reasons);
    }
  }

  static KeystoneException repeatedItem() {
    return KeystoneException.validation(
        "Transaction request cannot include multiple operations on one item");
  }

  static void checkTotalSize(long bytes) {
    if (bytes > MAX_BYTES) {
      throw KeystoneException.validation(
          "Collection size of items exceeded, which can also be caused by the aggregate size of the items in the transaction exceeding the 4MB limit");
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
