package io.keystonedb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error answer of the service: its code, its message and, for some codes, more.
 *
 * <p>Everything a request can do wrong ends in this exception. It is immutable.
 */
public final class KeystoneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient @Nullable Item item;
  private final transient List<CancellationReason> cancellationReasons;

  private KeystoneException(
      ErrorCode code, String message, @Nullable Item item, List<CancellationReason> reasons) {
    super(message);
    this.code = code;
    this.item = item;
    this.cancellationReasons = List.copyOf(reasons);
  }

  /** An error with a code and the service's text. */
  public static KeystoneException of(ErrorCode code, String message) {
    return new KeystoneException(code, message, null, List.of());
  }

  /** A {@code ValidationException}. */
  public static KeystoneException validation(String message) {
    return of(ErrorCode.VALIDATION, message);
  }

  /** A failed condition; with the item it failed on if the request asked for it. */
  public static KeystoneException conditionalCheckFailed(@Nullable Item item) {
    return new KeystoneException(
        ErrorCode.CONDITIONAL_CHECK_FAILED, "The conditional request failed", item, List.of());
  }

  /** A cancelled transaction, with one reason per action in the order of the request. */
  public static KeystoneException transactionCanceled(List<CancellationReason> reasons) {
    StringBuilder message =
        new StringBuilder(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [");
    for (int i = 0; i < reasons.size(); i++) {
      message.append(i == 0 ? "" : ", ").append(reasons.get(i).code());
    }
    return new KeystoneException(
        ErrorCode.TRANSACTION_CANCELED, message.append(']').toString(), null, reasons);
  }

  /** What went wrong. */
  public ErrorCode code() {
    return code;
  }

  /** The service's text; never null, empty where the service sends none. */
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }

  /** The item a condition failed on, if there was one and the request asked for it. */
  public @Nullable Item item() {
    return item;
  }

  /** Why a transaction was cancelled, one per action; empty for every other code. */
  public List<CancellationReason> cancellationReasons() {
    return cancellationReasons;
  }
}
