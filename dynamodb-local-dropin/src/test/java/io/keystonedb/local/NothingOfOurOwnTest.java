package io.keystonedb.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The entry points have nothing that the real ones lack, so that a project can change back. */
class NothingOfOurOwnTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.amazonaws.services.dynamodbv2.local.",
        "software.amazon.dynamodb.services.local."
      })
  void entryPointsAreThoseOfDynamoDbLocal(String root) throws Exception {
    assertThat(signatures(root + "embedded.DynamoDBEmbedded")).isEqualTo(EntryPoints.EMBEDDED);
    assertThat(signatures(root + "main.ServerRunner")).isEqualTo(EntryPoints.RUNNER);
    assertThat(signatures(root + "server.DynamoDBProxyServer")).isEqualTo(EntryPoints.SERVER);
    assertThat(signatures(root + "server.LocalDynamoDBServerHandler"))
        .isEqualTo(EntryPoints.HANDLER);
    assertThat(signatures(root + "server.LocalDynamoDBRequestHandler"))
        .isEqualTo(EntryPoints.DATABASES);
  }

  private static Set<String> signatures(String name) throws ClassNotFoundException {
    return EntryPoints.signatures(Class.forName(name));
  }
}
