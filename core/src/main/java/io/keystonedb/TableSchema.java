package io.keystonedb;

import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TimeToLive;
import io.keystonedb.internal.model.AttributeDefinition;
import io.keystonedb.internal.model.KeySchemaElement;
import io.keystonedb.internal.model.StreamSpecification;
import io.keystonedb.internal.operation.CreateTable;
import io.keystonedb.internal.value.KeyAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The schema of a table in the native API: its key, its indexes, and the attribute by which items
 * expire, its stream.
 *
 * <p>Immutable. Without a key of its own a schema has the partition key {@code pk} and the sort key
 * {@code sk}, both binary, and items may do without the sort key.
 */
public final class TableSchema {
  /** The partition key of a schema without a key of its own. */
  public static final String DEFAULT_PARTITION_KEY = "pk";

  /** The sort key of a schema without a key of its own. */
  public static final String DEFAULT_SORT_KEY = "sk";

  private static final TableSchema EMPTY =
      new TableSchema(List.of(), List.of(), List.of(), null, StreamView.NONE);

  private final List<KeyPart> keys;
  private final List<GlobalSecondaryIndex> globalIndexes;
  private final List<LocalSecondaryIndex> localIndexes;
  private final @Nullable String timeToLive;
  private final StreamView stream;

  private TableSchema(
      List<KeyPart> keys,
      List<GlobalSecondaryIndex> globalIndexes,
      List<LocalSecondaryIndex> localIndexes,
      @Nullable String timeToLive,
      StreamView stream) {
    this.keys = List.copyOf(keys);
    this.globalIndexes = List.copyOf(globalIndexes);
    this.localIndexes = List.copyOf(localIndexes);
    this.timeToLive = timeToLive;
    this.stream = stream;
  }

  /** A schema with the default key and no index. */
  public static TableSchema create() {
    return EMPTY;
  }

  /** This schema with a string partition key of its own. */
  public TableSchema partitionKey(String attribute) {
    return partitionKey(attribute, ValueType.S);
  }

  /** This schema with a partition key of its own. */
  public TableSchema partitionKey(String attribute, ValueType type) {
    return withKey(new KeyPart(attribute, type, false));
  }

  /** This schema with a string sort key. */
  public TableSchema sortKey(String attribute) {
    return sortKey(attribute, ValueType.S);
  }

  /** This schema with a sort key; {@link #partitionKey} comes first. */
  public TableSchema sortKey(String attribute, ValueType type) {
    return withKey(new KeyPart(attribute, type, true));
  }

  private TableSchema withKey(KeyPart part) {
    return new TableSchema(plus(keys, part), globalIndexes, localIndexes, timeToLive, stream);
  }

  /** This schema with a global secondary index. */
  public TableSchema globalIndex(GlobalSecondaryIndex index) {
    return new TableSchema(keys, plus(globalIndexes, index), localIndexes, timeToLive, stream);
  }

  /** This schema with a global secondary index by one string attribute. */
  public TableSchema globalIndex(String name, String partitionKey) {
    return globalIndex(GlobalSecondaryIndex.of(name, partitionKey));
  }

  /** This schema with a global secondary index by two string attributes. */
  public TableSchema globalIndex(String name, String partitionKey, String sortKey) {
    return globalIndex(GlobalSecondaryIndex.of(name, partitionKey).sortKey(sortKey));
  }

  /** This schema with a local secondary index. */
  public TableSchema localIndex(LocalSecondaryIndex index) {
    return new TableSchema(keys, globalIndexes, plus(localIndexes, index), timeToLive, stream);
  }

  /** This schema with a local secondary index by a string attribute. */
  public TableSchema localIndex(String name, String sortKey) {
    return localIndex(LocalSecondaryIndex.of(name, sortKey));
  }

  /** This schema with items expiring at the epoch second that an attribute holds. */
  public TableSchema ttl(String attribute) {
    return new TableSchema(keys, globalIndexes, localIndexes, attribute, stream);
  }

  /** This schema with a stream of changes, or without one. */
  public TableSchema stream(StreamView view) {
    return new TableSchema(keys, globalIndexes, localIndexes, timeToLive, view);
  }

  private static <T> List<T> plus(List<T> list, T one) {
    List<T> all = new ArrayList<>(list);
    all.add(one);
    return all;
  }

  /** A new table with what this schema says and no request to create a table can say. */
  TableDefinition complete(TableDefinition created) {
    TableDefinition table = created;
    if (hasDefaultKey()) {
      KeyAttributes key = table.key();
      table = table.withKey(new KeyAttributes(key.partition(), key.sort(), true));
    }
    return timeToLive == null
        ? table
        : table.withTimeToLive(new TimeToLive(timeToLive, true, null, table.number()));
  }

  /** Whether the key is the default one, of which items may lack the sort key. */
  private boolean hasDefaultKey() {
    return keys.isEmpty();
  }

  private List<KeyPart> tableKeys() {
    return hasDefaultKey()
        ? List.of(
            new KeyPart(DEFAULT_PARTITION_KEY, ValueType.B, false),
            new KeyPart(DEFAULT_SORT_KEY, ValueType.B, true))
        : keys;
  }

  /** The request that makes a table of this schema. */
  CreateTable.Input toRequest(String tableName) {
    Map<String, AttributeDefinition> definitions = new LinkedHashMap<>();
    List<KeySchemaElement> key = keySchema(tableKeys(), definitions);
    List<io.keystonedb.internal.model.LocalSecondaryIndex> local = new ArrayList<>();
    for (LocalSecondaryIndex index : localIndexes) {
      List<KeyPart> parts = List.of(tableKeys().get(0), index.sortKey());
      local.add(
          new io.keystonedb.internal.model.LocalSecondaryIndex(
              index.name(), keySchema(parts, definitions), index.projection().toModel()));
    }
    List<io.keystonedb.internal.model.GlobalSecondaryIndex> global = new ArrayList<>();
    for (GlobalSecondaryIndex index : globalIndexes) {
      global.add(
          io.keystonedb.internal.model.GlobalSecondaryIndex.of(
              index.name(), keySchema(index.keys(), definitions), index.projection().toModel()));
    }
    return CreateTable.Input.of(
        tableName,
        key,
        List.copyOf(definitions.values()),
        local.isEmpty() ? null : local,
        global.isEmpty() ? null : global,
        stream == StreamView.NONE ? null : new StreamSpecification(true, stream.name()));
  }

  private static List<KeySchemaElement> keySchema(
      List<KeyPart> parts, Map<String, AttributeDefinition> definitions) {
    List<KeySchemaElement> schema = new ArrayList<>();
    for (KeyPart part : parts) {
      schema.add(new KeySchemaElement(part.name(), part.sort() ? "RANGE" : "HASH"));
      definitions.put(part.name(), new AttributeDefinition(part.name(), part.type().name()));
    }
    return schema;
  }
}
