package io.keystonedb.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keystonedb.Database;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class SdkOperationTest {
  /** A request of an operation that no version of the engine has. */
  abstract static class UnheardOfRequest extends SdkRequest {}

  /** A client of a later SDK. */
  interface LaterClient {
    SdkResponse unheardOf(UnheardOfRequest request);
  }

  @Test
  void answersOperationsTheEngineDoesNotKnowAsTheServiceDoes() throws Exception {
    Method method = LaterClient.class.getMethod("unheardOf", UnheardOfRequest.class);
    SdkOperation operation = new SdkOperation(method);

    DynamoDbException error =
        catchThrowableOfType(
            DynamoDbException.class, () -> operation.call(Database.inMemory().engine(), null));

    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException");
    assertThat(error.statusCode()).isEqualTo(400);
  }
}
