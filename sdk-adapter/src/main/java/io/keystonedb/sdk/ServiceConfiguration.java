package io.keystonedb.sdk;

import io.keystonedb.sdk.support.Reflection;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;

/** The answer to {@code serviceClientConfiguration()}, which old SDKs don't have. */
final class ServiceConfiguration {
  private ServiceConfiguration() {}

  /**
   * A configuration with a Region and without overrides.
   *
   * @param type the SDK's class of it
   */
  static Object of(Class<?> type, String region) {
    Object builder = Reflection.staticCall(type, "builder");
    try {
      Class<?> builderType = type.getMethod("builder").getReturnType();
      Reflection.invoke(builderType.getMethod("region", Region.class), builder, Region.of(region));
      Reflection.invoke(
          builderType.getMethod("overrideConfiguration", ClientOverrideConfiguration.class),
          builder,
          ClientOverrideConfiguration.builder().build());
      return Reflection.invoke(builderType.getMethod("build"), builder);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("this SDK cannot build " + type.getName(), e);
    }
  }
}
