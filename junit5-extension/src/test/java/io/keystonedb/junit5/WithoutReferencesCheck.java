package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Runs without DynamoDB Local and Testcontainers on the class path only. */
class WithoutReferencesCheck {
  @UsersTable
  @DualWrite(reference = Reference.DYNAMODB_LOCAL)
  static class Local {
    @Test
    void test() {}
  }

  @UsersTable
  @DualWrite(reference = Reference.DYNAMODB_LOCAL_CONTAINER)
  static class Container {
    @Test
    void test() {}
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(Engine.failures(Engine.run(Local.class)))
        .contains(
            "@DualWrite(reference = DYNAMODB_LOCAL): DynamoDB Local is not on the class path",
            "add software.amazon.dynamodb:DynamoDBLocal");
    assertThat(Engine.failures(Engine.run(Container.class)))
        .contains("Testcontainers is not on the class path", "org.testcontainers:testcontainers");
  }

  @UsersTable
  @DualWrite(reference = Reference.KEYSTONEDB)
  static class Another {
    @Test
    void test(DynamoDbClient client) {
      Users.expectOnly(client, "ada", "bob");
    }
  }

  @Test
  void allElseWorks() {
    Engine.passes(1, Another.class);
  }
}
