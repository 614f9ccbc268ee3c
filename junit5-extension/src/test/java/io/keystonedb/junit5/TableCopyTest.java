package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class TableCopyTest {
  private final DynamoDbClient source = KeystoneDynamoDbClient.create(Database.inMemory());
  private final DynamoDbClient target = KeystoneDynamoDbClient.create(Database.inMemory());

  /** A table with all that a copy has to have, and capacities that are all different. */
  private static void define(CreateTableRequest.Builder table) {
    table
        .tableName("orders")
        .attributeDefinitions(
            a -> a.attributeName("id").attributeType("S"),
            a -> a.attributeName("at").attributeType("N"),
            a -> a.attributeName("city").attributeType("B"))
        .keySchema(
            k -> k.attributeName("id").keyType(KeyType.HASH),
            k -> k.attributeName("at").keyType(KeyType.RANGE))
        .billingMode(BillingMode.PROVISIONED)
        .provisionedThroughput(t -> t.readCapacityUnits(3L).writeCapacityUnits(4L))
        .globalSecondaryIndexes(
            index ->
                index
                    .indexName("by-city")
                    .keySchema(k -> k.attributeName("city").keyType(KeyType.HASH))
                    .projection(
                        p -> p.projectionType(ProjectionType.INCLUDE).nonKeyAttributes("note"))
                    .provisionedThroughput(t -> t.readCapacityUnits(5L).writeCapacityUnits(6L)))
        .localSecondaryIndexes(
            index ->
                index
                    .indexName("by-place")
                    .keySchema(
                        k -> k.attributeName("id").keyType(KeyType.HASH),
                        k -> k.attributeName("city").keyType(KeyType.RANGE))
                    .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY)))
        .streamSpecification(s -> s.streamEnabled(true).streamViewType("OLD_IMAGE"))
        .deletionProtectionEnabled(true);
  }

  private static TableDescription describe(DynamoDbClient client) {
    return client.describeTable(d -> d.tableName("orders")).table();
  }

  private static List<Long> capacity(ProvisionedThroughputDescription throughput) {
    return List.of(throughput.readCapacityUnits(), throughput.writeCapacityUnits());
  }

  @Test
  void aCopyHasKeysIndexesCapacityStreamProtectionAndTimeToLive() {
    source.createTable(TableCopyTest::define);
    source.updateTimeToLive(
        u ->
            u.tableName("orders")
                .timeToLiveSpecification(t -> t.enabled(true).attributeName("until")));

    TableCopy.of(source, "orders").make(target);

    TableDescription copy = describe(target);
    assertThat(copy.keySchema()).isEqualTo(describe(source).keySchema());
    assertThat(copy.attributeDefinitions())
        .containsExactlyInAnyOrderElementsOf(describe(source).attributeDefinitions());
    assertThat(capacity(copy.provisionedThroughput())).containsExactly(3L, 4L);
    GlobalSecondaryIndexDescription byCity = copy.globalSecondaryIndexes().get(0);
    assertThat(byCity.keySchema())
        .isEqualTo(describe(source).globalSecondaryIndexes().get(0).keySchema());
    assertThat(byCity.projection().nonKeyAttributes()).containsExactly("note");
    assertThat(capacity(byCity.provisionedThroughput())).containsExactly(5L, 6L);
    LocalSecondaryIndexDescription byPlace = copy.localSecondaryIndexes().get(0);
    assertThat(byPlace.indexName()).isEqualTo("by-place");
    assertThat(byPlace.projection().projectionType()).isEqualTo(ProjectionType.KEYS_ONLY);
    assertThat(copy.streamSpecification().streamViewTypeAsString()).isEqualTo("OLD_IMAGE");
    assertThat(copy.deletionProtectionEnabled()).isTrue();
    assertThat(
            target
                .describeTimeToLive(d -> d.tableName("orders"))
                .timeToLiveDescription()
                .attributeName())
        .isEqualTo("until");
    assertThat(TableCopy.of(target, "orders")).isEqualTo(TableCopy.of(source, "orders"));
  }

  @Test
  void aTableOnDemandIsCopiedWithoutCapacity() {
    Users.createTable(source);

    TableCopy.of(source, "users").make(target);

    TableDescription copy = target.describeTable(d -> d.tableName("users")).table();
    assertThat(copy.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    assertThat(copy.deletionProtectionEnabled()).isFalse();
    assertThat(copy.streamSpecification()).isNull();
  }

  @Test
  void aProtectedTableIsDeletedAllTheSame() {
    source.createTable(TableCopyTest::define);

    TableCopy.delete(source, "orders");

    assertThat(source.listTables().tableNames()).isEmpty();
  }
}
