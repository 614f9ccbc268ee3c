package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import org.jspecify.annotations.Nullable;

/**
 * An item that was written, or only checked.
 *
 * @param before what was stored; null if nothing was
 * @param after what is stored now; null for nothing
 */
public record Written(TableRef table, @Nullable Item before, @Nullable Item after) {
  /** The size in bytes of the larger of the two. */
  public int largerBytes() {
    return Math.max(before == null ? 0 : before.sizeBytes(), after == null ? 0 : after.sizeBytes());
  }
}
