package io.keystonedb.sdk.support;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What the service sent of an error. */
public final class ServiceErrors {
  private ServiceErrors() {}

  /** The service's code of an error, or the name of the exception's class if it sent none. */
  public static String code(Throwable error) {
    if (error instanceof AwsServiceException service) {
      AwsErrorDetails details = service.awsErrorDetails();
      if (details != null && details.errorCode() != null) {
        return details.errorCode();
      }
    }
    return error.getClass().getSimpleName();
  }

  /** The text of an error as the service sent it; empty if it sent none. */
  public static String text(Throwable error) {
    if (error instanceof AwsServiceException service && service.awsErrorDetails() != null) {
      String text = service.awsErrorDetails().errorMessage();
      return text == null ? "" : text;
    }
    return String.valueOf(error.getMessage());
  }
}
