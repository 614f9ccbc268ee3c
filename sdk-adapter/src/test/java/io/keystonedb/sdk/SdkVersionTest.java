package io.keystonedb.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.util.VersionInfo;

/** Guards that each run of the tests really has the SDK version it is meant for. */
class SdkVersionTest {
  @Test
  void runsOnTheSdkVersionTheBuildAskedFor() throws Exception {
    // By reflection, because the compiler would copy the constant.
    Object version = VersionInfo.class.getField("SDK_VERSION").get(null);

    assertThat(version).isEqualTo(SdkVersion.expected());
  }
}
