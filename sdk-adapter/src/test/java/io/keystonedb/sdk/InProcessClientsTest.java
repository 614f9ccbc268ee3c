package io.keystonedb.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.keystonedb.Database;
import io.keystonedb.sdk.support.Reflection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class InProcessClientsTest {
  private final DynamoDbClient client = KeystoneDynamoDbClient.create(Database.inMemory());

  @Test
  void everyOperationOfTheSdkIsAnsweredAndNeverWithAStackTrace() throws Exception {
    for (Method method : operations()) {
      Class<?> requestType = method.getParameterTypes()[0];
      SdkRequest empty =
          ((SdkRequest.Builder) Reflection.staticCall(requestType, "builder")).build();
      try {
        assertThat(method.invoke(client, empty)).isInstanceOf(method.getReturnType());
      } catch (InvocationTargetException e) {
        assertThat(e.getCause()).as(method.getName()).isInstanceOf(DynamoDbException.class);
      }
    }
  }

  @Test
  void findsTheOperationsOfTheSdk() {
    assertThat(operations()).hasSizeGreaterThan(40);
  }

  @Test
  void allClientsAreOfOneClass() {
    assertThat(KeystoneDynamoDbClient.create(Database.inMemory()))
        .hasSameClassAs(client)
        .isInstanceOf(SyncClient.class);
  }

  @Test
  void reflectionSeesEveryMethodInFull() {
    for (Method method : client.getClass().getMethods()) {
      assertThatCode(method::toGenericString).doesNotThrowAnyException();
      assertThat(Modifier.isAbstract(method.getModifiers())).as(method.getName()).isFalse();
    }
  }

  private static List<Method> operations() {
    List<Method> operations = new ArrayList<>();
    for (Method method : DynamoDbClient.class.getMethods()) {
      if (method.getParameterCount() == 1
          && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])
          && SdkResponse.class.isAssignableFrom(method.getReturnType())) {
        operations.add(method);
      }
    }
    return operations;
  }
}
