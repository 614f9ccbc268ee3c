package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.ValueType;
import io.keystonedb.internal.engine.Account;
import io.keystonedb.internal.engine.IndexDefinition;
import io.keystonedb.internal.engine.Jobs;
import io.keystonedb.internal.engine.PendingChange;
import io.keystonedb.internal.engine.RowWriter;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableDescriptions;
import io.keystonedb.internal.engine.ThroughputHistory;
import io.keystonedb.internal.model.AttributeDefinition;
import io.keystonedb.internal.model.CreateGlobalSecondaryIndexAction;
import io.keystonedb.internal.model.DeleteGlobalSecondaryIndexAction;
import io.keystonedb.internal.model.GlobalSecondaryIndexUpdate;
import io.keystonedb.internal.model.KeySchemaElement;
import io.keystonedb.internal.model.ProvisionedThroughput;
import io.keystonedb.internal.model.UpdateGlobalSecondaryIndexAction;
import io.keystonedb.internal.value.KeyAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The changes of global secondary indexes in one update of a table.
 *
 * <p>A new index is written at once and can be read when its creation is complete. While the table
 * is {@code UPDATING} its resources are allocated, then it is backfilling until it is {@code
 * ACTIVE}, each for as long as a change of a table takes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.OnlineOps.html">Managing
 *     global secondary indexes</a>
 */
final class IndexUpdates {
  private final Account account;
  private final TableDefinition table;
  private final UpdateTable.Input request;
  private final PendingChange updating;
  private final Instant now;
  private final boolean onDemand;
  private final List<IndexDefinition> indexes;
  private final Map<String, AttributeDefinition> definitions = new HashMap<>();
  private final List<AttributeDefinition> attributes;

  IndexUpdates(
      Account account,
      TableDefinition table,
      UpdateTable.Input request,
      PendingChange updating,
      Instant now) {
    this.account = account;
    this.table = table;
    this.request = request;
    this.updating = updating;
    this.now = now;
    this.onDemand = table.settings().onDemand();
    this.indexes = new ArrayList<>(table.indexes());
    this.attributes = new ArrayList<>(table.attributes());
    for (AttributeDefinition stored : table.attributes()) {
      definitions.put(stored.attributeName(), stored);
    }
  }

  TableDefinition apply(RowWriter rows) {
    List<GlobalSecondaryIndexUpdate> updates =
        request.globalSecondaryIndexUpdates() == null
            ? List.of()
            : request.globalSecondaryIndexUpdates();
    for (GlobalSecondaryIndexUpdate update : updates) {
      if (update.create() != null) {
        create(rows, update.create());
      } else if (update.delete() != null) {
        delete(update.delete());
      } else if (update.update() != null) {
        update(update.update());
      }
    }
    checkThroughputOfAll();
    return table.withIndexes(attributes, indexes);
  }

  private void create(RowWriter rows, CreateGlobalSecondaryIndexAction action) {
    String name = Objects.requireNonNull(action.indexName());
    List<KeySchemaElement> schema = Objects.requireNonNull(action.keySchema());
    if (request.attributeDefinitions() == null) {
      throw TableSchemaChecks.invalid("AttributeDefinitions is not specified for index: " + name);
    }
    new Definitions(request.attributeDefinitions()).checkContain(schema);
    KeySchemas.checkGlobal(schema);
    TableSchemaChecks.projection(action.projection());
    checkThroughput(name, action.provisionedThroughput());
    if (table.index(name) != null) {
      throw KeystoneException.validation("Attempting to create an index which already exists");
    }
    checkTypes(schema);
    checkNothingElse();
    CapacityQuota.checkIndex(account, action.provisionedThroughput(), name);
    checkLimits(action);
    IndexDefinition index =
        IndexDefinition.of(
                name,
                nextNumber(),
                true,
                TableDefinitions.key(schema, typesFor(schema)),
                table.key(),
                Objects.requireNonNull(action.projection()),
                action.provisionedThroughput(),
                OnDemandCeilings.updated(null, action.onDemandThroughput(), onDemand, name),
                WarmThroughputs.updated(
                    null,
                    action.warmThroughput(),
                    action.provisionedThroughput(),
                    action.provisionedThroughput(),
                    "index " + name))
            .withPending(new PendingChange("CREATING", backfilledAt()));
    indexes.add(index);
    Jobs.fill(rows, table, index);
  }

  /** An attribute of the new key that is stored already has the same type in the request. */
  private void checkTypes(List<KeySchemaElement> schema) {
    Map<String, String> requested = new HashMap<>();
    for (AttributeDefinition definition : Objects.requireNonNull(request.attributeDefinitions())) {
      requested.put(definition.attributeName(), definition.attributeType());
    }
    for (KeySchemaElement element : schema) {
      AttributeDefinition stored = definitions.get(element.attributeName());
      if (stored != null
          && !Objects.equals(stored.attributeType(), requested.get(element.attributeName()))) {
        throw TableSchemaChecks.invalid(
            "Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. Existing schema: "
                + shown(keyWith(stored.attributeName()), storedTypes())
                + " New schema: "
                + shown(schema, requested));
      }
    }
  }

  private Map<String, String> storedTypes() {
    Map<String, String> types = new HashMap<>();
    definitions.forEach((name, definition) -> types.put(name, definition.attributeType()));
    return types;
  }

  /** The key of the table or of an index that an attribute belongs to. */
  private List<KeySchemaElement> keyWith(@Nullable String attribute) {
    KeyAttributes key = table.key();
    for (IndexDefinition index : table.indexes()) {
      if (key.find(Objects.requireNonNull(attribute)) == null) {
        key = index.key();
      }
    }
    return TableDescriptions.keySchema(key);
  }

  private static String shown(List<KeySchemaElement> schema, Map<String, String> types) {
    return schema.stream()
        .map(
            element ->
                "SchemaElement: key{"
                    + element.attributeName()
                    + ":"
                    + types.get(element.attributeName())
                    + ":"
                    + element.keyType()
                    + "}")
        .collect(Collectors.joining(", ", "Schema:[", "]"));
  }

  /** The types of key attributes; one that is stored keeps its type, whatever the request says. */
  private Map<String, ValueType> typesFor(List<KeySchemaElement> schema) {
    for (AttributeDefinition definition : Objects.requireNonNull(request.attributeDefinitions())) {
      boolean used =
          schema.stream()
              .anyMatch(
                  element -> Objects.equals(element.attributeName(), definition.attributeName()));
      if (used && definitions.putIfAbsent(definition.attributeName(), definition) == null) {
        attributes.add(definition);
      }
    }
    Map<String, ValueType> types = new HashMap<>();
    definitions.forEach(
        (name, definition) ->
            types.put(name, ValueType.valueOf(Objects.requireNonNull(definition.attributeType()))));
    return types;
  }

  private Instant backfilledAt() {
    return updating.until().plus(Duration.between(now, updating.until()));
  }

  /** One update creates one index at most. */
  private int nextNumber() {
    int number = table.lastIndexNumber() + 1;
    if (number > IndexDefinition.MAX_NUMBER) {
      throw KeystoneException.of(
          ErrorCode.LIMIT_EXCEEDED,
          "Table "
              + table.name()
              + " has had "
              + IndexDefinition.MAX_NUMBER
              + " indexes; create the table again to add another one");
    }
    return number;
  }

  private void checkNothingElse() {
    if (table.indexes().stream().anyMatch(index -> index.pending() != null)) {
      throw UpdateTableChecks.oneIndexAtATime();
    }
  }

  private void checkLimits(CreateGlobalSecondaryIndexAction action) {
    long globals = table.indexes().stream().filter(IndexDefinition::global).count();
    if (globals >= TableSchemaChecks.MAX_GLOBAL_INDEXES) {
      throw KeystoneException.of(
          ErrorCode.LIMIT_EXCEEDED,
          "Subscriber limit exceeded: Number of global secondary indexes exceeds per-table limit of 20");
    }
    int projected = TableSchemaChecks.nonKeyAttributes(action.projection());
    for (IndexDefinition index : table.indexes()) {
      projected += TableSchemaChecks.nonKeyAttributes(index.projection());
    }
    if (projected > TableSchemaChecks.MAX_PROJECTED_ATTRIBUTES) {
      throw TableSchemaChecks.invalid("Number of NonKeyAttributes exceeds per-table limit of 100");
    }
  }

  private void delete(DeleteGlobalSecondaryIndexAction action) {
    IndexDefinition index = require(Objects.requireNonNull(action.indexName()), "delete");
    if (index.isBeingDeleted()) {
      throw inUse(index);
    }
    if (!index.isBackfilling()) {
      checkNothingElse();
    }
    replace(index, index.withPending(new PendingChange("DELETING", updating.until())));
  }

  private IndexDefinition require(String name, String change) {
    IndexDefinition index = table.index(name);
    if (index == null) {
      throw KeystoneException.of(
          ErrorCode.RESOURCE_NOT_FOUND,
          "Requested resource not found: Index " + name + " for table " + table.name());
    }
    if (!index.global()) {
      throw KeystoneException.validation(
          "Cannot " + change + " an index that is not a GlobalSecondaryIndex: " + name);
    }
    return index;
  }

  private void update(UpdateGlobalSecondaryIndexAction action) {
    String name = Objects.requireNonNull(action.indexName());
    IndexDefinition index = require(name, "update");
    if (index.pending() != null) {
      throw inUse(index);
    }
    ProvisionedThroughput requested = action.provisionedThroughput();
    if (onDemand && requested != null) {
      throw TableSchemaChecks.invalid(
          "The only Updates for index: "
              + name
              + " when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, WarmThroughput");
    }
    TableSchemaChecks.capacityBounds(requested);
    CapacityQuota.checkIndex(account, requested, name);
    if (requested != null && requested.equals(index.throughput())) {
      throw TableUpdate.unchanged("the index " + name, "index " + name, requested);
    }
    ProvisionedThroughput throughput = requested == null ? index.throughput() : requested;
    replace(
        index,
        index
            .withThroughput(
                throughput,
                history(index, requested),
                OnDemandCeilings.updated(
                    index.onDemandThroughput(), action.onDemandThroughput(), onDemand, name),
                WarmThroughputs.updated(
                    index.warmThroughput(),
                    action.warmThroughput(),
                    index.throughput(),
                    throughput,
                    "index " + name))
            .withPending(updating));
  }

  private ThroughputHistory history(
      IndexDefinition index, @Nullable ProvisionedThroughput requested) {
    return requested == null || index.throughput() == null
        ? index.throughputHistory()
        : index.throughputHistory().changed(index.throughput(), requested, now);
  }

  private void replace(IndexDefinition old, IndexDefinition replacement) {
    indexes.set(indexes.indexOf(old), replacement);
  }

  private KeystoneException inUse(IndexDefinition index) {
    return TableErrors.stillInUse(
        "Index is being updated.  Table: " + table.name() + " Index: " + index.name());
  }

  private void checkThroughput(String index, @Nullable ProvisionedThroughput throughput) {
    if (onDemand && throughput != null) {
      throw TableSchemaChecks.invalid(
          "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: "
              + index
              + " when BillingMode is PAY_PER_REQUEST");
    }
    if (!onDemand && throughput == null) {
      throw TableSchemaChecks.invalid(
          "Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: " + index);
    }
    TableSchemaChecks.capacityBounds(throughput);
  }

  /** A table that becomes a provisioned one needs throughput for every index, and the reverse. */
  private void checkThroughputOfAll() {
    for (IndexDefinition index : List.copyOf(indexes)) {
      if (index.global() && onDemand && index.throughput() != null) {
        replace(
            index,
            index.withThroughput(
                null,
                index.throughputHistory(),
                index.onDemandThroughput(),
                WarmThroughputs.kept(index.warmThroughput(), index.throughput(), null)));
      } else if (index.global()
          && !onDemand
          && index.throughput() == null
          && !index.isBeingDeleted()) {
        throw TableSchemaChecks.invalid(
            "ProvisionedThroughput must be specified for index: " + index.name());
      }
    }
  }
}
