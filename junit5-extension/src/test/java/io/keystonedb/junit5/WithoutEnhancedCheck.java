package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Runs without the Enhanced client on the class path only. */
class WithoutEnhancedCheck {
  @UsersTable
  static class Sample {
    static DynamoDbClient template;
    DynamoDbClient field;
    final DynamoDbClient constructor;

    Sample(DynamoDbClient client) {
      constructor = client;
    }

    @BeforeAll
    static void addsCid(DynamoDbClient client) {
      Users.put(client, "cid");
    }

    @Test
    void test(DynamoDbClient client) {
      assertThat(client).isSameAs(field).isSameAs(constructor);
      Users.expectOnly(client, "ada", "bob", "cid");
    }
  }

  @Test
  void allElseWorks() {
    assertThatThrownBy(
            () -> Class.forName("software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient"))
        .isInstanceOf(ClassNotFoundException.class);
    Engine.passes(1, Sample.class);
  }
}
