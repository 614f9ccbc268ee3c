package io.keystonedb.internal.operation;

import io.keystonedb.ValueType;
import io.keystonedb.internal.engine.IndexDefinition;
import io.keystonedb.internal.engine.PendingChange;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableSettings;
import io.keystonedb.internal.engine.ThroughputHistory;
import io.keystonedb.internal.model.AttributeDefinition;
import io.keystonedb.internal.model.GlobalSecondaryIndex;
import io.keystonedb.internal.model.KeySchemaElement;
import io.keystonedb.internal.model.LocalSecondaryIndex;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the definition of a table from a checked request for it. */
final class TableDefinitions {
  private final CreateTable.Input request;
  private final Map<String, ValueType> types = new HashMap<>();

  TableDefinitions(CreateTable.Input request) {
    this.request = request;
    for (AttributeDefinition attribute : Objects.requireNonNull(request.attributeDefinitions())) {
      types.put(
          attribute.attributeName(),
          ValueType.valueOf(Objects.requireNonNull(attribute.attributeType())));
    }
  }

  TableDefinition table(int number, UUID id, Instant now, PendingChange creating) {
    KeyAttributes key = key(request.keySchema());
    return new TableDefinition(
        request.tableName(),
        number,
        id,
        now,
        key,
        Objects.requireNonNull(request.attributeDefinitions()),
        indexes(key).stream().map(index -> index.withPending(creating)).toList(),
        0,
        settings(now),
        null,
        orEmpty(request.tags()),
        creating,
        List.of());
  }

  private List<IndexDefinition> indexes(KeyAttributes tableKey) {
    List<IndexDefinition> indexes = new ArrayList<>();
    for (LocalSecondaryIndex index : orEmpty(request.localSecondaryIndexes())) {
      indexes.add(
          IndexDefinition.of(
              Objects.requireNonNull(index.indexName()),
              indexes.size() + 1,
              false,
              key(index.keySchema()),
              tableKey,
              Objects.requireNonNull(index.projection()),
              null,
              null,
              null));
    }
    for (GlobalSecondaryIndex index : orEmpty(request.globalSecondaryIndexes())) {
      indexes.add(
          IndexDefinition.of(
              Objects.requireNonNull(index.indexName()),
              indexes.size() + 1,
              true,
              key(index.keySchema()),
              tableKey,
              Objects.requireNonNull(index.projection()),
              index.provisionedThroughput(),
              OnDemandCeilings.withoutRemoved(index.onDemandThroughput()),
              index.warmThroughput()));
    }
    return indexes;
  }

  private TableSettings settings(Instant now) {
    return new TableSettings(
        request.provisionedThroughput(),
        ThroughputHistory.NONE,
        request.provisionedThroughput() == null ? now : null,
        List.of(),
        OnDemandCeilings.withoutRemoved(request.onDemandThroughput()),
        request.warmThroughput(),
        null,
        request.sseSpecification(),
        request.tableClass(),
        null,
        Boolean.TRUE.equals(request.deletionProtectionEnabled()));
  }

  private KeyAttributes key(@Nullable List<KeySchemaElement> schema) {
    return key(orEmpty(schema), types);
  }

  /** The key of a schema whose attributes have types. */
  static KeyAttributes key(List<KeySchemaElement> schema, Map<String, ValueType> types) {
    List<KeyAttribute> partition = new ArrayList<>();
    List<KeyAttribute> sort = new ArrayList<>();
    for (KeySchemaElement element : schema) {
      String name = Objects.requireNonNull(element.attributeName());
      KeyAttribute attribute = new KeyAttribute(name, Objects.requireNonNull(types.get(name)));
      ("HASH".equals(element.keyType()) ? partition : sort).add(attribute);
    }
    return new KeyAttributes(partition, sort);
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
