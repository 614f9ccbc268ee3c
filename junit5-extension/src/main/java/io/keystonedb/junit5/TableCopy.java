package io.keystonedb.junit5;

import io.keystonedb.sdk.support.SdkMember;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * What it takes to make a table like another one. Immutable.
 *
 * @param ttl the attribute of its time to live; null if it has none
 */
record TableCopy(CreateTableRequest create, @Nullable String ttl) {
  /** Older SDKs do not know the member. */
  private static final SdkMember PROTECTION = new SdkMember("DeletionProtectionEnabled");

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /** Reads a table. */
  static TableCopy of(DynamoDbClient client, String name) {
    TableDescription table = client.describeTable(r -> r.tableName(name)).table();
    boolean onDemand =
        table.billingModeSummary() != null
            && table.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
    CreateTableRequest.Builder create =
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(table.attributeDefinitions())
            .keySchema(table.keySchema())
            .billingMode(onDemand ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED);
    if (!onDemand) {
      create.provisionedThroughput(throughput(table.provisionedThroughput()));
    }
    if (table.streamSpecification() != null) {
      create.streamSpecification(table.streamSpecification());
    }
    indexes(table, onDemand, create);
    if (isProtected(table)) {
      PROTECTION.set(create, true);
    }
    TimeToLiveDescription ttl =
        client.describeTimeToLive(r -> r.tableName(name)).timeToLiveDescription();
    boolean expires =
        ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLED
            || ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLING;
    return new TableCopy(create.build(), expires ? ttl.attributeName() : null);
  }

  private static void indexes(
      TableDescription table, boolean onDemand, CreateTableRequest.Builder create) {
    if (table.hasGlobalSecondaryIndexes()) {
      create.globalSecondaryIndexes(
          table.globalSecondaryIndexes().stream()
              .map(
                  index -> {
                    GlobalSecondaryIndex.Builder copy =
                        GlobalSecondaryIndex.builder()
                            .indexName(index.indexName())
                            .keySchema(index.keySchema())
                            .projection(index.projection());
                    if (!onDemand) {
                      copy.provisionedThroughput(throughput(index.provisionedThroughput()));
                    }
                    return copy.build();
                  })
              .toList());
    }
    if (table.hasLocalSecondaryIndexes()) {
      create.localSecondaryIndexes(
          table.localSecondaryIndexes().stream()
              .map(
                  index ->
                      LocalSecondaryIndex.builder()
                          .indexName(index.indexName())
                          .keySchema(index.keySchema())
                          .projection(index.projection())
                          .build())
              .toList());
    }
  }

  private static ProvisionedThroughput throughput(ProvisionedThroughputDescription description) {
    return ProvisionedThroughput.builder()
        .readCapacityUnits(description.readCapacityUnits())
        .writeCapacityUnits(description.writeCapacityUnits())
        .build();
  }

  private static boolean isProtected(TableDescription table) {
    return Boolean.TRUE.equals(PROTECTION.get(table));
  }

  String name() {
    return create.tableName();
  }

  /** The names of the attributes of its key. */
  List<String> keys() {
    return create.keySchema().stream().map(each -> each.attributeName()).toList();
  }

  /** Makes the table; it is there when this returns. */
  void make(DynamoDbClient client) {
    client.createTable(create);
    await(() -> isActive(client));
    if (ttl != null) {
      client.updateTimeToLive(
          r ->
              r.tableName(name()).timeToLiveSpecification(t -> t.attributeName(ttl).enabled(true)));
    }
  }

  private boolean isActive(DynamoDbClient client) {
    TableDescription table = client.describeTable(r -> r.tableName(name())).table();
    return table.tableStatus() == TableStatus.ACTIVE;
  }

  /** Deletes a table whatever protects it; it is gone when this returns. */
  static void delete(DynamoDbClient client, String name) {
    if (isProtected(client.describeTable(r -> r.tableName(name)).table())) {
      UpdateTableRequest.Builder request = UpdateTableRequest.builder();
      request.tableName(name);
      PROTECTION.set(request, false);
      client.updateTable(request.build());
    }
    client.deleteTable(r -> r.tableName(name));
    await(() -> !ReferenceSide.exists(client, name));
  }

  /** A condition that may take its time at the service. */
  @FunctionalInterface
  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!condition.holds()) {
        if (System.nanoTime() > until) {
          throw new IllegalStateException("The reference took longer than " + PATIENCE);
        }
        Thread.sleep(BETWEEN_LOOKS.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the reference", e);
    }
  }
}
