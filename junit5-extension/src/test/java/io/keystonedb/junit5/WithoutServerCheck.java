package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** Runs without the HTTP server on the class path only. */
class WithoutServerCheck {
  @KeystoneDb(endpoint = true)
  static class Sample {
    @Test
    void test(URI endpoint) {
      throw new AssertionError(endpoint);
    }
  }

  @Test
  void anEndpointAsksForTheServer() {
    assertThat(Engine.failures(Engine.run(Sample.class)))
        .contains(
            Sample.class.getName()
                + ".test: @KeystoneDb(endpoint = true): the HTTP server is not on the class path."
                + " To fix it: add io.keystonedb:keystonedb-server to the test dependencies");
  }
}
