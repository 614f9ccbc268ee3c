package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.internal.model.ItemCollectionMetrics;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.storage.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sizes of item collections: all items with one partition key, with their entries in local
 * secondary indexes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.ItemCollections">Item
 *     collections in local secondary indexes</a>
 */
public final class ItemCollections {
  private static final double GIGABYTE = 1024.0 * 1024 * 1024;

  private ItemCollections() {}

  /**
   * The metrics of the collection that an item belongs to, as the answer shows them.
   *
   * @param option {@code SIZE} or {@code NONE}; null means {@code NONE}
   * @return null if the request does not ask or the table has no local index
   */
  public static @Nullable ItemCollectionMetrics metrics(
      Reader reader, TableDefinition table, Item item, @Nullable String option) {
    if (!"SIZE".equals(option) || !table.hasLocalIndexes()) {
      return null;
    }
    KeyAttribute partition = table.key().partition().get(0);
    Item key =
        Item.builder()
            .value(partition.name(), Objects.requireNonNull(item.get(partition.name())))
            .build();
    double lower = Math.floor(sizeBytes(reader, table, key) / GIGABYTE);
    return new ItemCollectionMetrics(key, List.of(lower, lower + 1));
  }

  private static long sizeBytes(Reader reader, TableDefinition table, Item key) {
    List<Integer> numbers = new ArrayList<>(List.of(0));
    for (IndexDefinition index : table.indexes()) {
      if (!index.global()) {
        numbers.add(index.number());
      }
    }
    long bytes = 0;
    for (int number : numbers) {
      byte[] prefix = RowKeys.partition(table, number, List.copyOf(key.values())).toByteArray();
      bytes += reader.measure(prefix, RowKeys.after(prefix)).weight();
    }
    return bytes;
  }
}
