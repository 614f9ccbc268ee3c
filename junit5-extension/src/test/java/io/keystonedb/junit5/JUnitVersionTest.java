package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JUnitVersionTest {
  @Test
  void thisRunIsOnTheVersionItSays() throws ClassNotFoundException {
    Class<?> engine = Class.forName("org.junit.jupiter.engine.JupiterTestEngine");

    assertThat(Test.class.getPackage().getImplementationVersion())
        .isEqualTo(System.getProperty("keystonedb.test.junit"));
    assertThat(engine.getPackage().getImplementationVersion())
        .isEqualTo(System.getProperty("keystonedb.test.junit"));
  }
}
