package io.keystonedb;

import io.keystonedb.internal.model.Get;
import io.keystonedb.internal.model.TransactGetItem;
import io.keystonedb.internal.operation.Operations;
import io.keystonedb.internal.operation.PositionalKeyItem;
import io.keystonedb.internal.operation.TransactGetItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A transaction that reads, made by {@link Table#transactGet}. It may be executed more than once.
 * Not thread-safe.
 */
public final class TransactGet {
  private static final TransactGetItems TRANSACT_GET_ITEMS = Operations.of(TransactGetItems.class);

  private final Table table;
  private final List<Key> keys = new ArrayList<>();

  TransactGet(Table table) {
    this.table = table;
  }

  /** Reads the item with a key. */
  public TransactGet get(Key key) {
    keys.add(key);
    return this;
  }

  /** As {@link #get(Key)}. */
  public TransactGet get(String key) {
    return get(Key.of(key));
  }

  /** As {@link #get(Key)}. */
  public TransactGet get(byte[] key) {
    return get(Key.of(key));
  }

  /**
   * Reads the items as they are at one moment, up to 100, in the order in which they were named.
   *
   * @throws KeystoneException with {@link ErrorCode#TRANSACTION_CANCELED} if a key is malformed
   */
  public List<Optional<Item>> execute() {
    List<TransactGetItem> items =
        keys.stream()
            .map(
                key ->
                    new TransactGetItem(
                        Get.of(table.name(), PositionalKeyItem.of(table.name(), key))))
            .toList();
    TransactGetItems.Output answer =
        table.call(TRANSACT_GET_ITEMS, TransactGetItems.Input.of(items));
    return Objects.requireNonNull(answer.responses()).stream()
        .map(response -> Optional.ofNullable(response.item()))
        .toList();
  }
}
