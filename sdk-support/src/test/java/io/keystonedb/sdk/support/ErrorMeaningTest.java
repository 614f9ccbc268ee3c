package io.keystonedb.sdk.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What errors say about their requests. */
class ErrorMeaningTest {
  @Test
  void mostErrorsOfRequestsAreRefusals() {
    assertThat(ErrorMeaning.of(error(400, "ConditionalCheckFailedException")))
        .isEqualTo(ErrorMeaning.REFUSED);
    assertThat(ErrorMeaning.of(error(400, "ValidationException"))).isEqualTo(ErrorMeaning.REFUSED);
  }

  @Test
  void throttledRequestsCanBeSentAgain() {
    assertThat(ErrorMeaning.of(error(400, "ProvisionedThroughputExceededException")))
        .isEqualTo(ErrorMeaning.RETRYABLE);
  }

  @Test
  void withoutAnAnswerNobodyKnows() {
    assertThat(ErrorMeaning.of(SdkClientException.create("connection reset")))
        .isEqualTo(ErrorMeaning.UNCERTAIN);
    assertThat(ErrorMeaning.of(error(500, "InternalServerError")))
        .isEqualTo(ErrorMeaning.UNCERTAIN);
    assertThat(ErrorMeaning.of(error(503, "ThrottlingException")))
        .isEqualTo(ErrorMeaning.UNCERTAIN);
  }

  @Test
  void theCodeIsTheServicesElseTheNameOfTheClass() {
    assertThat(ServiceErrors.code(error(400, "ValidationException")))
        .isEqualTo("ValidationException");
    assertThat(ServiceErrors.code(DynamoDbException.builder().build()))
        .isEqualTo("DynamoDbException");
    assertThat(ServiceErrors.code(new IllegalStateException())).isEqualTo("IllegalStateException");
  }

  @Test
  void theTextIsTheServicesElseTheMessage() {
    assertThat(ServiceErrors.text(error(400, "ValidationException"))).isEqualTo("what is wrong");
    assertThat(ServiceErrors.text(new IllegalStateException("broken"))).isEqualTo("broken");
  }

  private static AwsServiceException error(int status, String code) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode(code).errorMessage("what is wrong").build();
    return DynamoDbException.builder().statusCode(status).awsErrorDetails(details).build();
  }
}
