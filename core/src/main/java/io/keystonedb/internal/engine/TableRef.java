package io.keystonedb.internal.engine;

import io.keystonedb.Item;

/**
 * A table as one run of a request sees it.
 *
 * @param name as the request names it: a name or an ARN; answers repeat it
 * @param definition what is known of it
 * @param keys of the rows of its database
 */
public record TableRef(String name, TableDefinition definition, RowKeys keys) {
  /** The key of an item, from the item or from its key attributes alone. */
  public RowKey<Item> key(Item item) {
    return keys.item(definition, item);
  }
}
