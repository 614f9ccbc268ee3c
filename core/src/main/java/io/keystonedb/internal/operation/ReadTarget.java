package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.IndexDefinition;
import io.keystonedb.internal.engine.ItemReader;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableRef;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import org.jspecify.annotations.Nullable;

/**
 * What a query or scan reads: a table or one of its indexes.
 *
 * @param ref the table, as the request names it
 * @param index null for the table itself
 */
record ReadTarget(TableRef ref, @Nullable IndexDefinition index) {

  /** Finds table and index, or throws the service's error. */
  static ReadTarget find(ItemReader run, String tableName, @Nullable String indexName) {
    TableRef table = run.table(tableName);
    if (indexName == null) {
      return new ReadTarget(table, null);
    }
    ReadTarget target = ofIndex(table, indexName);
    if (target == null) {
      throw KeystoneException.validation(
          "The table does not have the specified index: " + indexName);
    }
    return target;
  }

  /** An index that can be read, or null if the table has none of that name. */
  static @Nullable ReadTarget ofIndex(TableRef table, String indexName) {
    IndexDefinition index = table.definition().index(indexName);
    if (index == null || index.isBeingDeleted()) {
      return null;
    }
    if (index.isBackfilling()) {
      throw KeystoneException.validation(
          "Cannot read from backfilling global secondary index: " + indexName);
    }
    return new ReadTarget(table, index);
  }

  TableDefinition table() {
    return ref.definition();
  }

  void checkConsistency(@Nullable Boolean consistentRead) {
    if (index != null && index.global() && Boolean.TRUE.equals(consistentRead)) {
      throw KeystoneException.validation(
          "Consistent reads are not supported on global secondary indexes");
    }
  }

  KeyAttributes key() {
    return index == null ? table().key() : index.key();
  }

  /** Refuses an empty value of an attribute of the {@linkplain #key() key} that is read by. */
  void checkNotEmpty(KeyAttribute attribute, Value value) {
    if (index == null) {
      KeyChecks.notEmpty(attribute, value);
    } else {
      KeyChecks.notEmptyIndexKey(index, attribute, value);
    }
  }

  RowKey<Item> rowKey(Item item) {
    return index == null ? ref.key(item) : ref.keys().entry(table(), index, item);
  }
}
