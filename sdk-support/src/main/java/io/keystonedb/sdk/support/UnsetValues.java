package io.keystonedb.sdk.support;

import software.amazon.awssdk.core.util.DefaultSdkAutoConstructList;
import software.amazon.awssdk.core.util.DefaultSdkAutoConstructMap;

/** Tells what the user set from what the SDK made because nothing was set. */
public final class UnsetValues {
  private UnsetValues() {}

  /**
   * Whether a list or map stands for one that is not set. It is told by identity: to ask whether it
   * is of the interface for that takes several times as long as to read the member.
   */
  public static boolean isUnset(Object value) {
    return value == DefaultSdkAutoConstructMap.getInstance()
        || value == DefaultSdkAutoConstructList.getInstance();
  }
}
