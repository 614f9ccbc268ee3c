package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.internal.model.ItemCollectionMetrics;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyWriter;
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
      RowReader rows, TableDefinition table, Item item, @Nullable String option) {
    if (!"SIZE".equals(option) || !table.hasLocalIndexes()) {
      return null;
    }
    KeyAttribute partition = table.key().partition().get(0);
    Item key =
        Item.builder()
            .value(partition.name(), Objects.requireNonNull(item.get(partition.name())))
            .build();
    double lower = Math.floor(sizeBytes(rows, table, key) / GIGABYTE);
    return new ItemCollectionMetrics(key, List.of(lower, lower + 1));
  }

  private static long sizeBytes(RowReader rows, TableDefinition table, Item key) {
    long bytes = sizeBytes(rows, table, null, key);
    for (IndexDefinition index : table.indexes()) {
      bytes += index.global() ? 0 : sizeBytes(rows, table, index, key);
    }
    return bytes;
  }

  private static long sizeBytes(
      RowReader rows, TableDefinition table, @Nullable IndexDefinition index, Item key) {
    KeyWriter partition = rows.keys().partition(table, index, List.copyOf(key.values()));
    return rows.measure(RowRange.ofPrefix(RowKind.ITEM, partition.toByteArray())).weight();
  }
}
