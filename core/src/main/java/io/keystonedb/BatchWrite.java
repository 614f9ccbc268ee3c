package io.keystonedb;

import io.keystonedb.internal.engine.Conflicts;
import io.keystonedb.internal.model.WriteRequest;
import io.keystonedb.internal.operation.BatchWriteItem;
import io.keystonedb.internal.operation.Operations;
import io.keystonedb.internal.operation.PositionalKeyItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A batch of writes of any size, made by {@link Table#batchWrite}. Each 25 of them are checked and
 * written together. It may be executed more than once. Not thread-safe.
 */
public final class BatchWrite {
  private static final int MAX_WRITES = 25;

  private static final BatchWriteItem BATCH_WRITE_ITEM = Operations.of(BatchWriteItem.class);

  private final Table table;
  private final List<WriteRequest> writes = new ArrayList<>();

  BatchWrite(Table table) {
    this.table = table;
  }

  /** Puts an item under a key. */
  public BatchWrite put(Key key, Item item) {
    writes.add(WriteRequest.put(PositionalKeyItem.of(table.name(), key, item)));
    return this;
  }

  /** As {@link #put(Key, Item)}. */
  public BatchWrite put(String key, Item item) {
    return put(Key.of(key), item);
  }

  /** As {@link #put(Key, Item)}. */
  public BatchWrite put(byte[] key, Item item) {
    return put(Key.of(key), item);
  }

  /** Deletes the item with a key. */
  public BatchWrite delete(Key key) {
    writes.add(WriteRequest.delete(PositionalKeyItem.of(table.name(), key)));
    return this;
  }

  /** As {@link #delete(Key)}. */
  public BatchWrite delete(String key) {
    return delete(Key.of(key));
  }

  /** As {@link #delete(Key)}. */
  public BatchWrite delete(byte[] key) {
    return delete(Key.of(key));
  }

  /**
   * Writes, and what the database leaves unprocessed once more.
   *
   * @throws KeystoneException if an item or key is malformed, or named twice among 25, or all that
   *     is left is held by transactions of others, as {@link Dials#transactionConflicts} says
   */
  public void execute() {
    for (int start = 0; start < writes.size(); start += MAX_WRITES) {
      writeAll(List.copyOf(writes.subList(start, Math.min(start + MAX_WRITES, writes.size()))));
    }
  }

  private void writeAll(List<WriteRequest> some) {
    List<WriteRequest> left = some;
    do {
      List<WriteRequest> held = write(left);
      if (held.size() == left.size()) {
        throw Conflicts.conflict();
      }
      left = held;
    } while (!left.isEmpty());
  }

  /** Writes once; what is left unprocessed. */
  private List<WriteRequest> write(List<WriteRequest> some) {
    BatchWriteItem.Output answer =
        table.call(BATCH_WRITE_ITEM, BatchWriteItem.Input.of(table.name(), some));
    Map<String, List<WriteRequest>> unprocessed = answer.unprocessedItems();
    return unprocessed == null ? List.of() : unprocessed.getOrDefault(table.name(), List.of());
  }
}
