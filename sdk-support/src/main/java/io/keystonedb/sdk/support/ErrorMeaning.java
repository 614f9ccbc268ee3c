package io.keystonedb.sdk.support;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What an error says about the request that failed with it. */
public enum ErrorMeaning {
  /** The request was not applied, and would fail again: it is invalid, or a condition failed. */
  REFUSED,
  /** The request was not applied, for a reason that passes: it can be sent again. */
  RETRYABLE,
  /**
   * There was no answer, or the service itself failed: the request may or may not have been
   * applied.
   */
  UNCERTAIN;

  /** Codes of errors that have status 400 and say nothing about the request. */
  private static final Set<String> PASSING =
      Set.of(
          "ProvisionedThroughputExceededException",
          "RequestLimitExceeded",
          "ThrottlingException",
          "Throttling",
          "LimitExceededException",
          "TransactionInProgressException",
          "UnrecognizedClientException",
          "ExpiredTokenException");

  /** The meaning of what a client throws. */
  public static ErrorMeaning of(Throwable error) {
    if (!(error instanceof AwsServiceException service) || service.statusCode() >= 500) {
      return UNCERTAIN;
    }
    return PASSING.contains(ServiceErrors.code(error)) ? RETRYABLE : REFUSED;
  }
}
