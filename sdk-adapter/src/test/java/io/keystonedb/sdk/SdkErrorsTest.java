package io.keystonedb.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.CancellationReason;
import io.keystonedb.ErrorCode;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.RequestId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class SdkErrorsTest {
  private static final RequestId ID = new RequestId(1, 2);

  @Test
  void makesTheModeledClassOfTheErrorCode() {
    AwsServiceException error =
        SdkErrors.toSdk(
            KeystoneException.of(ErrorCode.RESOURCE_NOT_FOUND, "gone"), SdkErrors.DYNAMODB, ID);

    assertThat(error).isInstanceOf(ResourceNotFoundException.class).hasNoCause();
    assertThat(error.statusCode()).isEqualTo(400);
    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ResourceNotFoundException");
    assertThat(error.awsErrorDetails().errorMessage()).isEqualTo("gone");
    assertThat(error.awsErrorDetails().serviceName()).isEqualTo("DynamoDb");
    assertThat(error.awsErrorDetails().sdkHttpResponse().statusCode()).isEqualTo(400);
    assertThat(error.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("x-amzn-RequestId"))
        .hasValue(error.requestId());
    assertThat(error.requestId()).isEqualTo(ID.toString());
  }

  @Test
  void formatsTheMessageAsTheSdkDoes() {
    AwsServiceException error =
        SdkErrors.toSdk(KeystoneException.validation("wrong"), SdkErrors.DYNAMODB, ID);

    assertThat(error.getMessage())
        .startsWith("wrong (Service: DynamoDb, Status Code: 400, Request ID: " + error.requestId());
    boolean countsAttempts = hasMethod(AwsServiceException.class, "numAttempts");
    assertThat(error.getMessage().contains("(SDK Attempt Count: 1)")).isEqualTo(countsAttempts);
  }

  @Test
  void fallsBackToTheBaseClassForCodesTheSdkDoesNotModel() {
    AwsServiceException error =
        SdkErrors.toSdk(KeystoneException.validation("wrong"), SdkErrors.DYNAMODB, ID);

    assertThat(error.getClass()).isEqualTo(DynamoDbException.class);
    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
  }

  @Test
  void hasNoTextWhereTheServiceSendsNone() {
    AwsServiceException error =
        SdkErrors.toSdk(
            KeystoneException.of(ErrorCode.UNKNOWN_OPERATION, ""), SdkErrors.DYNAMODB, ID);

    assertThat(error.awsErrorDetails().errorMessage()).isNull();
    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException");
  }

  @Test
  void makesServerErrorsWithTheirStatus() {
    AwsServiceException error =
        SdkErrors.toSdk(
            KeystoneException.of(ErrorCode.INTERNAL_SERVER_ERROR, "oops"), SdkErrors.DYNAMODB, ID);

    assertThat(error).isInstanceOf(InternalServerErrorException.class);
    assertThat(error.statusCode()).isEqualTo(500);
  }

  @Test
  void carriesTheItemOfAFailedConditionWhereTheSdkHasAPlaceForIt() throws Exception {
    Item item = Item.builder().string("pk", "a").build();

    AwsServiceException error =
        SdkErrors.toSdk(KeystoneException.conditionalCheckFailed(item), SdkErrors.DYNAMODB, ID);

    assertThat(error).isInstanceOf(ConditionalCheckFailedException.class);
    if (hasMethod(error.getClass(), "item")) {
      assertThat(error.getClass().getMethod("item").invoke(error))
          .isEqualTo(Map.of("pk", AttributeValue.builder().s("a").build()));
      assertThat(error.getClass().getMethod("hasItem").invoke(error)).isEqualTo(true);
    }
  }

  @Test
  void carriesTheReasonsOfACancelledTransaction() {
    Item item = Item.builder().string("pk", "a").build();
    KeystoneException cancelled =
        KeystoneException.transactionCanceled(
            List.of(
                CancellationReason.NONE,
                new CancellationReason("ConditionalCheckFailed", "failed", item)));

    TransactionCanceledException error =
        (TransactionCanceledException) SdkErrors.toSdk(cancelled, SdkErrors.DYNAMODB, ID);

    assertThat(error.hasCancellationReasons()).isTrue();
    assertThat(error.cancellationReasons()).hasSize(2);
    assertThat(error.cancellationReasons().get(0).code()).isEqualTo("None");
    assertThat(error.cancellationReasons().get(0).message()).isNull();
    assertThat(error.cancellationReasons().get(0).hasItem()).isFalse();
    assertThat(error.cancellationReasons().get(1).message()).isEqualTo("failed");
    assertThat(error.cancellationReasons().get(1).item())
        .isEqualTo(Map.of("pk", AttributeValue.builder().s("a").build()));
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void everyErrorOfTheEngineHasItsSdkException(ErrorCode code) {
    AwsServiceException error =
        SdkErrors.toSdk(KeystoneException.of(code, "text"), SdkErrors.DYNAMODB, ID);

    assertThat(error).isInstanceOf(DynamoDbException.class);
    assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code.wireName());
    assertThat(error.getClass().getSimpleName())
        .isIn(code.wireName(), code.wireName() + "Exception", "DynamoDbException");
  }

  @Test
  void exceptionsDescribeTheirOwnMembers() {
    SdkPojo builder = (SdkPojo) TransactionCanceledException.builder();

    assertThat(builder.sdkFields())
        .extracting(SdkField::locationName)
        .contains("CancellationReasons");
  }

  private static boolean hasMethod(Class<?> type, String name) {
    for (var method : type.getMethods()) {
      if (method.getName().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
