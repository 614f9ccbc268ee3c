package io.keystonedb.sdk;

/** The SDK version that this run of the tests is for. */
final class SdkVersion {
  private SdkVersion() {}

  static String expected() {
    return System.getProperty("keystonedb.test.sdk", "2.17.102");
  }

  static boolean isNewest() {
    return expected().equals(System.getProperty("keystonedb.test.sdk.newest"));
  }
}
