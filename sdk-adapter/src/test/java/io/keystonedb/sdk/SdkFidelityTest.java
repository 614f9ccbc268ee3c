package io.keystonedb.sdk;

import static io.keystonedb.sdk.Tables.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keystonedb.CancellationReason;
import io.keystonedb.Database;
import io.keystonedb.ErrorCode;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.RequestId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** What the SDK in use makes of an answer on the wire is what our clients answer with. */
class SdkFidelityTest {
  private static final RequestId ID = new RequestId(1, 2);

  @ParameterizedTest
  @EnumSource(
      names = {"EXPIRED_ITERATOR", "TRIMMED_DATA_ACCESS"},
      mode = EnumSource.Mode.EXCLUDE)
  void errorsLookAsIfTheyHadComeOverTheWire(ErrorCode code) {
    AwsServiceException ours =
        SdkErrors.toSdk(KeystoneException.of(code, "some text"), SdkErrors.DYNAMODB, ID);
    String body = "{\"__type\":\"" + code.qualifiedName() + "\",\"message\":\"some text\"}";

    assertSame(ours, theSdksOwn(code.httpStatus(), body, ours.requestId()));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"EXPIRED_ITERATOR", "TRIMMED_DATA_ACCESS", "RESOURCE_NOT_FOUND", "VALIDATION"})
  void errorsOfStreamsLookAsIfTheyHadComeOverTheWire(ErrorCode code) {
    AwsServiceException ours =
        SdkErrors.toSdk(KeystoneException.of(code, "some text"), SdkErrors.STREAMS, ID);
    String body = "{\"__type\":\"" + code.qualifiedName() + "\",\"message\":\"some text\"}";

    try (DynamoDbStreamsClient client =
        CannedHttpClient.sdkStreamsClient(code.httpStatus(), body, ours.requestId())) {
      assertSame(ours, catchThrowableOfType(DynamoDbException.class, () -> client.listStreams()));
    }
  }

  @Test
  void errorsWithoutTextLookAsIfTheyHadComeOverTheWire() {
    AwsServiceException ours =
        SdkErrors.toSdk(
            KeystoneException.of(ErrorCode.UNKNOWN_OPERATION, ""), SdkErrors.DYNAMODB, ID);
    String body = "{\"__type\":\"" + ErrorCode.UNKNOWN_OPERATION.qualifiedName() + "\"}";

    assertSame(ours, theSdksOwn(400, body, ours.requestId()));
  }

  @Test
  void cancelledTransactionsLookAsIfTheyHadComeOverTheWire() {
    Item item = Item.builder().string("pk", "a").build();
    AwsServiceException ours =
        SdkErrors.toSdk(
            KeystoneException.transactionCanceled(
                List.of(
                    CancellationReason.NONE,
                    new CancellationReason("ConditionalCheckFailed", "failed", item))),
            SdkErrors.DYNAMODB,
            ID);
    String body =
        "{\"__type\":\""
            + ErrorCode.TRANSACTION_CANCELED.qualifiedName()
            + "\",\"Message\":\""
            + ours.awsErrorDetails().errorMessage()
            + "\",\"CancellationReasons\":[{\"Code\":\"None\"},"
            + "{\"Code\":\"ConditionalCheckFailed\",\"Message\":\"failed\","
            + "\"Item\":{\"pk\":{\"S\":\"a\"}}}]}";

    AwsServiceException theirs = theSdksOwn(400, body, ours.requestId());

    assertSame(ours, theirs);
    assertThat(((TransactionCanceledException) ours).cancellationReasons())
        .isEqualTo(((TransactionCanceledException) theirs).cancellationReasons());
  }

  @Test
  void answersLookAsIfTheyHadComeOverTheWire() {
    DynamoDbClient client = KeystoneDynamoDbClient.create(Database.inMemory());
    Tables.create(client);
    client.putItem(put -> put.tableName(Tables.NAME).item(key("a")));

    GetItemResponse ours = client.getItem(get -> get.tableName(Tables.NAME).key(key("a")));
    String requestId = ours.responseMetadata().requestId();
    GetItemResponse theirs =
        CannedHttpClient.sdkClient(200, "{\"Item\":{\"pk\":{\"S\":\"a\"}}}", requestId)
            .getItem(get -> get.tableName(Tables.NAME).key(key("a")));

    assertThat(ours.equalsBySdkFields(theirs)).isTrue();
    assertThat(ours.hasItem()).isEqualTo(theirs.hasItem());
    assertThat(ours.consumedCapacity()).isNull();
    assertThat(theirs.responseMetadata().requestId()).isEqualTo(requestId);
    assertThat(ours.sdkHttpResponse().statusCode())
        .isEqualTo(theirs.sdkHttpResponse().statusCode());
  }

  private static AwsServiceException theSdksOwn(int status, String body, String requestId) {
    try (DynamoDbClient client = CannedHttpClient.sdkClient(status, body, requestId)) {
      return catchThrowableOfType(
          DynamoDbException.class, () -> client.getItem(get -> get.tableName("t").key(key("a"))));
    }
  }

  private static void assertSame(AwsServiceException ours, AwsServiceException theirs) {
    assertThat(ours).hasSameClassAs(theirs);
    assertThat(ours.getMessage()).isEqualTo(theirs.getMessage());
    assertThat(ours.statusCode()).isEqualTo(theirs.statusCode());
    assertThat(ours.requestId()).isEqualTo(theirs.requestId());
    assertThat(ours.extendedRequestId()).isEqualTo(theirs.extendedRequestId());
    assertThat(ours.isThrottlingException()).isEqualTo(theirs.isThrottlingException());
    assertThat(ours.retryable()).isEqualTo(theirs.retryable());
    assertThat(ours.getCause()).isEqualTo(theirs.getCause());
    assertThat(ours.awsErrorDetails().errorCode()).isEqualTo(theirs.awsErrorDetails().errorCode());
    assertThat(ours.awsErrorDetails().errorMessage())
        .isEqualTo(theirs.awsErrorDetails().errorMessage());
    assertThat(ours.awsErrorDetails().serviceName())
        .isEqualTo(theirs.awsErrorDetails().serviceName());
    assertThat(ours.awsErrorDetails().sdkHttpResponse().statusCode())
        .isEqualTo(theirs.awsErrorDetails().sdkHttpResponse().statusCode());
  }
}
