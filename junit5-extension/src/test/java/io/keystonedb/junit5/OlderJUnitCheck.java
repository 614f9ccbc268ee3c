package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Runs on a JUnit below the floor only. */
class OlderJUnitCheck {
  @UsersTable
  static class Sample {
    @Test
    void test() {}
  }

  @Test
  void isRefusedWithAMessage() {
    assertThat(Engine.failures(Engine.run(Sample.class)))
        .contains(
            "KeystoneDB needs JUnit 5.13 or newer",
            System.getProperty("keystonedb.test.junit"),
            "To fix it: ");
  }
}
