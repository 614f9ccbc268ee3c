package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import org.jspecify.annotations.Nullable;

/**
 * The item that a write is about, as it is stored.
 *
 * @param before null if there is none, or its key is malformed
 */
public record StoredItem(TableRef table, ItemTarget target, @Nullable Item before) {}
