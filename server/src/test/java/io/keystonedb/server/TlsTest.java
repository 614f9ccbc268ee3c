package io.keystonedb.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with a key of one's own. */
class TlsTest {
  @TempDir static Path directory;

  private static Path keys;

  @BeforeAll
  static void makeKeys() throws Exception {
    keys = directory.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    "password",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=dns:localhost,ip:127.0.0.1",
                    "-keystore",
                    keys.toString()))
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(output).isZero();
  }

  @Test
  void clientsThatTrustTheKeyAreServed() throws Exception {
    try (KeystoneServer server = builder().start()) {
      HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build();

      assertThat(server.endpoint().getScheme()).isEqualTo("https");
      for (int i = 0; i < 3; i++) {
        assertThat(health(client, server.endpoint())).startsWith("healthy");
      }
    }
  }

  @Test
  void clientsThatDoNotTrustItGoAwayAndOthersAreServed() throws Exception {
    try (KeystoneServer server = builder().start()) {
      assertThatThrownBy(() -> health(HttpClient.newHttpClient(), server.endpoint()))
          .isInstanceOf(IOException.class);

      HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build();
      assertThat(health(client, server.endpoint())).startsWith("healthy");
    }
  }

  @Test
  void aClientThatSaysNothingIsCutOff() throws Exception {
    Duration soon = Duration.ofMillis(300);
    try (KeystoneServer server = builder().timeouts(soon, Duration.ofHours(1)).start();
        RawClient silent = new RawClient(server)) {
      // A last word of TLS, and the end.
      assertThat(silent.readToEnd()).hasSizeLessThan(100);
    }
  }

  @Test
  void anotherPasswordIsSaid() {
    KeystoneServerBuilder builder = KeystoneServer.builder(Database.inMemory());

    assertThatThrownBy(() -> builder.tls(keys, "wrong"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("keys.p12")
        .hasMessageContaining("password");
  }

  @Test
  void aFileThatIsNoKeyStoreIsSaid() {
    KeystoneServerBuilder builder = KeystoneServer.builder(Database.inMemory());

    assertThatThrownBy(() -> builder.tls(Path.of("pom.xml"), "password"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("pom.xml is no PKCS#12 file")
        .hasMessageNotContaining("null");
  }

  private static KeystoneServerBuilder builder() {
    return KeystoneServer.builder(Database.inMemory()).tls(keys, "password");
  }

  private static String health(HttpClient client, URI endpoint) throws Exception {
    return client.send(HttpRequest.newBuilder(endpoint).build(), BodyHandlers.ofString()).body();
  }

  private static SSLContext trusting() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, "password".toCharArray());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
