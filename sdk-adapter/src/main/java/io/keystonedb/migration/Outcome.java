package io.keystonedb.migration;

import io.keystonedb.sdk.support.ErrorMeaning;
import io.keystonedb.sdk.support.ServiceErrors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkResponse;

/**
 * What came of a request on one side: an answer or an error. Immutable.
 *
 * @param answer null if there is an error, or if a mock answers nothing
 * @param error null if there is none
 */
record Outcome(@Nullable SdkResponse answer, @Nullable Throwable error) {
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
    return error != null && ErrorMeaning.of(error) != ErrorMeaning.REFUSED;
  }

  /** Whether the service said that it did not do it. */
  boolean isRefusal() {
    return error != null && ErrorMeaning.of(error) != ErrorMeaning.UNCERTAIN;
  }

  /** The service's code of the error, or the name of the exception's class; empty if none. */
  String code() {
    return error == null ? "" : ServiceErrors.code(error);
  }

  /** The error's text as the service sent it; empty if none. */
  String text() {
    return error == null ? "" : ServiceErrors.text(error);
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
