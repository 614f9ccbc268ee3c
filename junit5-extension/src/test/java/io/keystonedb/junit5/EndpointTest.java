package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@code @KeystoneDb(endpoint = true)} and {@link EndpointSystemProperties}. */
class EndpointTest {
  private static final Set<URI> SEEN = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  private static DynamoDbClient clientOf(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static void usersAreIsolated(URI endpoint) {
    assertThat(SEEN.add(endpoint)).isTrue();
    try (DynamoDbClient client = clientOf(endpoint)) {
      Users.expectOnly(client, "ada", "bob");
    }
  }

  @UsersTable
  @KeystoneDb(endpoint = true)
  static class EachTest {
    URI field;

    @RepeatedTest(4)
    void hasAnEndpointOfItsOwn(URI parameter, DynamoDbClient inProcess) {
      assertThat(parameter).isEqualTo(field);
      usersAreIsolated(parameter);
      Users.expectOnly(inProcess, "ada", "bob", "trace");
    }
  }

  @Test
  void eachTestHasAnEndpointOfItsOwn() throws Exception {
    Engine.check(4, Engine.runParallel(EachTest.class));

    for (URI endpoint : SEEN) {
      assertThat(isServed(endpoint)).as("%s after the test", endpoint).isFalse();
    }
  }

  private static boolean isServed(URI endpoint) throws Exception {
    try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false;
    }
  }

  @UsersTable
  @KeystoneDb(endpoint = true, lifecycle = Lifecycle.RESTORE)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneDatabase {
    URI field;

    @RepeatedTest(3)
    void hasOneEndpoint() {
      SEEN.add(field);
      try (DynamoDbClient client = clientOf(field)) {
        Users.expectOnly(client, "ada", "bob");
      }
    }
  }

  @Test
  void testsThatShareADatabaseShareItsEndpoint() {
    Engine.passes(3, OneDatabase.class);

    assertThat(SEEN).hasSize(1);
  }

  static class Registered {
    @RegisterExtension
    static final KeystoneDbExtension DB =
        KeystoneDbExtension.builder().schema(Users::createTable).endpoint().build();

    @Test
    void hasAnEndpointToo(URI endpoint) {
      try (DynamoDbClient client = clientOf(endpoint)) {
        assertThat(client.listTables().tableNames())
            .isEqualTo(DB.client().listTables().tableNames());
      }
    }
  }

  @Test
  void aRegisteredExtensionServesItsDatabase() {
    Engine.passes(1, Registered.class);
  }

  @UsersTable
  @EndpointSystemProperties
  static class Published {
    private final DynamoDbClient client =
        DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();

    @RepeatedTest(3)
    void clientsThatTheCodeBuildsFindIt() {
      Users.expectOnly(client, "ada", "bob");
    }
  }

  @Test
  void theEndpointIsPublishedInSystemPropertiesOnRequest() {
    List<String> names =
        List.of("aws.endpointUrlDynamoDb", "aws.endpointUrlDynamoDbStreams", "aws.accessKeyId");

    Engine.check(3, Engine.runParallel(Published.class));

    assertThat(names).allSatisfy(name -> assertThat(System.getProperty(name)).isNull());
  }

  @UsersTable
  static class WithoutEndpoint {
    URI ours;

    @Test
    void fieldsOfThatTypeAreLeftAlone() {
      assertThat(ours).isNull();
    }
  }

  @Test
  void nothingIsServedUnlessAskedFor() {
    Engine.passes(1, WithoutEndpoint.class);
  }
}
