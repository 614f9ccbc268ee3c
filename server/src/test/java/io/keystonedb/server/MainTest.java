package io.keystonedb.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The program in a process of its own. */
class MainTest {
  @Test
  void itServesUntilItIsToldToEnd() throws Exception {
    Process process = start("serve", "--port", "0");
    try (BufferedReader out = process.inputReader()) {
      URI endpoint = URI.create(out.readLine().replaceAll(".* listens on ", ""));

      assertThat(health(endpoint)).startsWith("healthy");

      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(toldToEnd(process));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aMistakeEndsItWithAStatus() throws Exception {
    Process process = start("serve", "--port");

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(process.inputReader().readLine()).isNull();
    assertThat(process.errorReader().readLine()).startsWith("keystonedb: ");
  }

  /** The status after SIGTERM, or after what there is in its place where there is none. */
  private static int toldToEnd(Process process) {
    return process.supportsNormalTermination() ? 128 + 15 : 1;
  }

  private static String health(URI endpoint) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(endpoint).build(), BodyHandlers.ofString())
        .body();
  }

  private static Process start(String... arguments) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }
}
