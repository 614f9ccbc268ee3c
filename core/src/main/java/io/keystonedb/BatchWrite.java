package io.keystonedb;

import io.keystonedb.internal.engine.Conflicts;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.model.DeleteRequest;
import io.keystonedb.internal.model.PutRequest;
import io.keystonedb.internal.model.WriteRequest;
import io.keystonedb.internal.operation.BatchWriteItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A batch of writes of any size, made by {@link Table#batchWrite}. Each 25 of them are checked and
 * written together. Not thread-safe.
 */
public final class BatchWrite {
  private static final int MAX_WRITES = 25;

  private final Table table;
  private final List<Function<TableDefinition, WriteRequest>> writes = new ArrayList<>();

  BatchWrite(Table table) {
    this.table = table;
  }

  /** Puts an item under a key. */
  public BatchWrite put(Key key, Item item) {
    writes.add(
        definition ->
            new WriteRequest(
                new PutRequest(Parameters.decoded(Table.withKey(definition, key, item))), null));
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
    writes.add(
        definition ->
            new WriteRequest(null, new DeleteRequest(Parameters.decoded(key.toItem(definition)))));
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
      List<Function<TableDefinition, WriteRequest>> some =
          writes.subList(start, Math.min(start + MAX_WRITES, writes.size()));
      writeAll(some);
    }
  }

  private void writeAll(List<Function<TableDefinition, WriteRequest>> some) {
    List<WriteRequest> held =
        write(definition -> some.stream().map(write -> write.apply(definition)).toList());
    int left = some.size();
    while (!held.isEmpty()) {
      if (held.size() == left) {
        throw Conflicts.conflict();
      }
      left = held.size();
      List<WriteRequest> again = held;
      held = write(definition -> again);
    }
  }

  /** Writes once; what is left unprocessed. */
  private List<WriteRequest> write(Function<TableDefinition, List<WriteRequest>> writes) {
    BatchWriteItem.Output answer =
        table.call(
            BatchWriteItem.class,
            definition ->
                new BatchWriteItem.Input(
                    Map.of(definition.name(), writes.apply(definition)), null, null));
    Map<String, List<WriteRequest>> unprocessed = answer.unprocessedItems();
    return unprocessed == null ? List.of() : unprocessed.getOrDefault(table.name(), List.of());
  }
}
