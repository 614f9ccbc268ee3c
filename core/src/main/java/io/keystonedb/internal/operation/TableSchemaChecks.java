package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.model.GlobalSecondaryIndex;
import io.keystonedb.internal.model.KeySchemaElement;
import io.keystonedb.internal.model.LocalSecondaryIndex;
import io.keystonedb.internal.model.Projection;
import io.keystonedb.internal.model.ProvisionedThroughput;
import io.keystonedb.internal.model.StreamSpecification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request for a table may not contradict: billing and throughput, keys and their
 * definitions, indexes, the stream. The order is the service's: definitions that no key uses are
 * reported before anything else that is wrong with an index (observed in October 2026).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</a>
 */
final class TableSchemaChecks {
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final long MAX_CAPACITY_UNITS = 1_000_000_000_000L;
  private static final int MAX_LOCAL_INDEXES = 5;
  static final int MAX_GLOBAL_INDEXES = 20;
  static final int MAX_PROJECTED_ATTRIBUTES = 100;

  private final CreateTable.Input request;
  private final List<KeySchemaElement> keySchema;
  private final Definitions definitions;

  private TableSchemaChecks(CreateTable.Input request) {
    this.request = request;
    keySchema = Objects.requireNonNull(request.keySchema());
    definitions = new Definitions(request.attributeDefinitions());
  }

  static void check(CreateTable.Input request) {
    new TableSchemaChecks(request).check();
  }

  private void check() {
    TableClasses.check(request.tableClass());
    billing();
    capacityBounds(request.provisionedThroughput());
    definitions.checkDistinct();
    definitions.checkContain(keySchema);
    KeySchemas.checkTable(keySchema);
    emptyLists();
    indexKeys().forEach(KeySchemas::checkDistinct);
    definitions.checkUsed(keySchema, indexKeys());
    localIndexes();
    globalIndexes();
    indexNames();
    projections();
    stream();
    Encryption.check(request.sseSpecification());
    WarmThroughputs.checkNew(request.warmThroughput(), request.provisionedThroughput(), "table");
    Tags.check(request.tags());
  }

  private boolean onDemand() {
    return "PAY_PER_REQUEST".equals(request.billingMode());
  }

  private void billing() {
    ProvisionedThroughput throughput = request.provisionedThroughput();
    if (onDemand() && throughput != null) {
      throw invalid(
          "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
    }
    if (!onDemand() && throughput == null) {
      throw invalid(
          "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");
    }
    OnDemandCeilings.checkNewTable(request.onDemandThroughput(), onDemand());
  }

  static void capacityBounds(@Nullable ProvisionedThroughput throughput) {
    if (throughput == null) {
      return;
    }
    capacityBound("ReadCapacityUnits", throughput.readCapacityUnits());
    capacityBound("WriteCapacityUnits", throughput.writeCapacityUnits());
  }

  private static void capacityBound(String name, @Nullable Long units) {
    if (units != null && units > MAX_CAPACITY_UNITS) {
      throw KeystoneException.validation(
          "Given value " + units + " for " + name + " is out of bounds");
    }
  }

  private void emptyLists() {
    if (request.localSecondaryIndexes() != null && request.localSecondaryIndexes().isEmpty()) {
      throw invalid("List of LocalSecondaryIndexes is empty");
    }
    if (request.globalSecondaryIndexes() != null && request.globalSecondaryIndexes().isEmpty()) {
      throw invalid("List of GlobalSecondaryIndexes is empty");
    }
  }

  private List<LocalSecondaryIndex> local() {
    return request.localSecondaryIndexes() == null ? List.of() : request.localSecondaryIndexes();
  }

  private List<GlobalSecondaryIndex> global() {
    return request.globalSecondaryIndexes() == null ? List.of() : request.globalSecondaryIndexes();
  }

  private List<List<KeySchemaElement>> indexKeys() {
    List<List<KeySchemaElement>> keys = new ArrayList<>();
    local().forEach(index -> keys.add(Objects.requireNonNull(index.keySchema())));
    global().forEach(index -> keys.add(Objects.requireNonNull(index.keySchema())));
    return keys;
  }

  private void localIndexes() {
    if (local().isEmpty()) {
      return;
    }
    if (keySchema.size() < 2) {
      throw invalid(
          "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex");
    }
    if (local().size() > MAX_LOCAL_INDEXES) {
      throw invalid("Number of LocalSecondaryIndexes exceeds per-table limit of 5");
    }
    for (LocalSecondaryIndex index : local()) {
      List<KeySchemaElement> schema = Objects.requireNonNull(index.keySchema());
      KeySchemas.checkLocal(index.indexName(), schema, keySchema);
      projection(index.projection());
    }
  }

  private void globalIndexes() {
    if (global().size() > MAX_GLOBAL_INDEXES) {
      throw invalid("GlobalSecondaryIndex count exceeds the per-table limit of 20");
    }
    for (GlobalSecondaryIndex index : global()) {
      List<KeySchemaElement> schema = Objects.requireNonNull(index.keySchema());
      KeySchemas.checkGlobal(schema);
      projection(index.projection());
      indexThroughput(index);
    }
  }

  private void indexThroughput(GlobalSecondaryIndex index) {
    if (onDemand() && index.provisionedThroughput() != null) {
      throw invalid(
          "ProvisionedThroughput should not be specified for index: "
              + index.indexName()
              + " when BillingMode is PAY_PER_REQUEST");
    }
    if (!onDemand() && index.provisionedThroughput() == null) {
      throw invalid("ProvisionedThroughput is not specified for index: " + index.indexName());
    }
    capacityBounds(index.provisionedThroughput());
    OnDemandCeilings.checkNewIndex(index.onDemandThroughput(), onDemand(), index.indexName());
    WarmThroughputs.checkNew(
        index.warmThroughput(), index.provisionedThroughput(), "index " + index.indexName());
  }

  static void projection(@Nullable Projection projection) {
    String type = projection == null ? null : projection.projectionType();
    if (projection == null || type == null) {
      throw invalid("Unknown ProjectionType: null");
    }
    boolean include = type.equals("INCLUDE");
    if (!include && projection.nonKeyAttributes() != null) {
      throw invalid("ProjectionType is " + type + ", but NonKeyAttributes is specified");
    }
    if (include && projection.nonKeyAttributes() == null) {
      throw invalid("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
    }
    if (include) {
      distinct(projection.nonKeyAttributes());
    }
  }

  /** Observed in October 2026; names of keys are taken. */
  private static void distinct(@Nullable List<String> attributes) {
    Set<String> seen = new HashSet<>();
    for (String attribute : Objects.requireNonNull(attributes)) {
      if (!seen.add(attribute)) {
        throw invalid("Duplicate element in NonKeyAttributes: " + attribute);
      }
    }
  }

  private void indexNames() {
    List<String> names = new ArrayList<>();
    local().forEach(index -> names.add(Objects.requireNonNull(index.indexName())));
    global().forEach(index -> names.add(Objects.requireNonNull(index.indexName())));
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw invalid("Duplicate index name: " + name);
      }
    }
  }

  private void projections() {
    int attributes = 0;
    for (LocalSecondaryIndex index : local()) {
      attributes += nonKeyAttributes(index.projection());
    }
    for (GlobalSecondaryIndex index : global()) {
      attributes += nonKeyAttributes(index.projection());
    }
    if (attributes > MAX_PROJECTED_ATTRIBUTES) {
      throw invalid("Number of NonKeyAttributes exceeds per-table limit of 100");
    }
  }

  static int nonKeyAttributes(@Nullable Projection projection) {
    List<String> attributes = projection == null ? null : projection.nonKeyAttributes();
    return attributes == null ? 0 : attributes.size();
  }

  private void stream() {
    StreamSpecification stream = request.streamSpecification();
    if (stream == null) {
      return;
    }
    boolean enabled = Boolean.TRUE.equals(stream.streamEnabled());
    if (!enabled && stream.streamViewType() != null) {
      throw invalid(
          "Table is being created with a stream disabled, UpdateViewType should not be specified");
    }
    if (enabled && stream.streamViewType() == null) {
      throw invalid("Table is being created with a stream enabled, UpdateViewType is required");
    }
  }

  static KeystoneException invalid(String text) {
    return KeystoneException.validation(INVALID + text);
  }
}
