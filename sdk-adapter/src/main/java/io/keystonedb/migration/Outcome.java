package io.keystonedb.migration;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkResponse;

/**
 * What came of a request on one side: an answer or an error. Immutable.
 *
 * @param answer null if there is an error, or if a mock answers nothing
 * @param error null if there is none
 */
record Outcome(@Nullable SdkResponse answer, @Nullable Throwable error) {
  /** Errors with status 400 that say nothing about the request: it can be tried again. */
  private static final Set<String> THROTTLES =
      Set.of(
          "ProvisionedThroughputExceededException",
          "RequestLimitExceeded",
          "ThrottlingException",
          "Throttling",
          "LimitExceededException",
          "TransactionInProgressException",
          "UnrecognizedClientException",
          "ExpiredTokenException");

  /** A call that may fail. */
  @FunctionalInterface
  interface Call {
    @Nullable SdkResponse run() throws Throwable;
  }

  /** Whatever comes of a call. */
  @SuppressWarnings("CatchAndPrintStackTrace")
  static Outcome of(Call call) {
    try {
      return new Outcome(call.run(), null);
    } catch (Throwable e) {
      return new Outcome(null, e);
    }
  }

  boolean isSuccess() {
    return error == null;
  }

  /**
   * Whether the side could not be reached, was overloaded or broken: the request may or may not
   * have been done, and says nothing about the data.
   */
  boolean isUnavailable() {
    if (error == null) {
      return false;
    }
    if (!(error instanceof AwsServiceException service)) {
      return true;
    }
    return service.statusCode() >= 500 || THROTTLES.contains(code());
  }

  /** Whether the service said that it did not do it. */
  boolean isRefusal() {
    return error instanceof AwsServiceException service && service.statusCode() < 500;
  }

  /** The service's code of the error, or the name of the exception's class; empty if none. */
  String code() {
    if (error == null) {
      return "";
    }
    if (error instanceof AwsServiceException service && service.awsErrorDetails() != null) {
      String code = service.awsErrorDetails().errorCode();
      if (code != null) {
        return code;
      }
    }
    return error.getClass().getSimpleName();
  }

  /** The error's text as the service sent it; empty if none. */
  String text() {
    if (error == null) {
      return "";
    }
    if (error instanceof AwsServiceException service && service.awsErrorDetails() != null) {
      String text = service.awsErrorDetails().errorMessage();
      return text == null ? "" : text;
    }
    return String.valueOf(error.getMessage());
  }

  /** The answer, or the error as it was thrown. */
  @Nullable SdkResponse get() {
    if (error != null) {
      throw Outcome.<RuntimeException>asUnchecked(error);
    }
    return answer;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E asUnchecked(Throwable error) {
    return (E) error;
  }

  /** For people to read. */
  String show() {
    return error == null ? String.valueOf(answer) : code() + ": " + text();
  }
}
