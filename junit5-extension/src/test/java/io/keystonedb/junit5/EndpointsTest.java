package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class EndpointsTest {
  private static final Origin ORIGIN = new Origin(EndpointsTest.class, null, "@DualWrite");

  private static Optional<DynamoDbClient> clientOf(String address) {
    ExtensionContext context = mock(ExtensionContext.class);
    when(context.getConfigurationParameter("keystonedb.dual-write.endpoint"))
        .thenReturn(Optional.of(address));
    return Endpoints.fromEnvironment(ORIGIN, context);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:8000", "https://localhost:8443", "https://db.test/path"})
  void aClientGoesToTheAddressThatIsSet(String address) {
    try (DynamoDbClient client = clientOf(address).orElseThrow()) {
      assertThat(client.serviceClientConfiguration().endpointOverride())
          .contains(URI.create(address));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8000", "ftp://localhost:8000", "https:///path", "no address"})
  void whatIsNoAddressIsRefused(String address) {
    assertThatThrownBy(() -> clientOf(address))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContainingAll(
            "keystonedb.dual-write.endpoint is \"" + address + "\"",
            "To fix it: set it to one like http://localhost:8000");
  }
}
