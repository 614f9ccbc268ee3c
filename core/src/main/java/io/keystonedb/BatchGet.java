package io.keystonedb;

import io.keystonedb.internal.model.KeysAndAttributes;
import io.keystonedb.internal.operation.BatchGetItem;
import io.keystonedb.internal.operation.Operations;
import io.keystonedb.internal.operation.PositionalKeyItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A batch of reads of any size, made by {@link Table#batchGet}. It may be executed more than once.
 * Not thread-safe.
 */
public final class BatchGet {
  private static final BatchGetItem BATCH_GET_ITEM = Operations.of(BatchGetItem.class);

  /** The service takes so many keys at once; a larger batch becomes several calls. */
  private static final int MAX_KEYS = 100;

  private final Table table;
  private final List<Key> keys = new ArrayList<>();

  BatchGet(Table table) {
    this.table = table;
  }

  /** Reads the item with a key. */
  public BatchGet get(Key key) {
    keys.add(key);
    return this;
  }

  /** As {@link #get(Key)}. */
  public BatchGet get(String key) {
    return get(Key.of(key));
  }

  /** As {@link #get(Key)}. */
  public BatchGet get(byte[] key) {
    return get(Key.of(key));
  }

  /**
   * Reads the items; absent ones are left out.
   *
   * @throws KeystoneException if a key is malformed or named twice in one call
   */
  public List<Item> execute() {
    List<Item> items = new ArrayList<>();
    for (int start = 0; start < keys.size(); start += MAX_KEYS) {
      readAll(keys.subList(start, Math.min(start + MAX_KEYS, keys.size())), items);
    }
    return items;
  }

  private void readAll(List<Key> some, List<Item> items) {
    KeysAndAttributes wanted =
        KeysAndAttributes.of(
            some.stream().map(key -> PositionalKeyItem.of(table.name(), key)).toList());
    do {
      BatchGetItem.Output answer =
          table.call(BATCH_GET_ITEM, BatchGetItem.Input.of(table.name(), wanted));
      items.addAll(orEmpty(answer.responses()).getOrDefault(table.name(), List.of()));
      wanted = orEmpty(answer.unprocessedKeys()).get(table.name());
    } while (wanted != null);
  }

  private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
    return map == null ? Map.of() : map;
  }
}
