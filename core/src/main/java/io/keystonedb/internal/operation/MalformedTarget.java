package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.ItemTarget;
import io.keystonedb.internal.engine.RowKey;
import org.jspecify.annotations.Nullable;

/**
 * The target of a write in a transaction whose key, of table or index, does not fit: it cancels the
 * transaction instead of failing the request.
 */
record MalformedTarget(KeystoneException error) implements ItemTarget {
  @Override
  public @Nullable RowKey<Item> key() {
    return null;
  }

  @Override
  public Decision decide(@Nullable Item before) {
    throw error;
  }
}
