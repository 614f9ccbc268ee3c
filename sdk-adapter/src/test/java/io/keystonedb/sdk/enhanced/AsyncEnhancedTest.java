package io.keystonedb.sdk.enhanced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbAsyncClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbAsyncTable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.EnhancedGlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;

/** The asynchronous Enhanced client on the engine. */
class AsyncEnhancedTest {
  private static final ProvisionedThroughput THROUGHPUT =
      ProvisionedThroughput.builder().readCapacityUnits(5L).writeCapacityUnits(5L).build();

  private final DynamoDbEnhancedAsyncClient enhanced =
      DynamoDbEnhancedAsyncClient.builder()
          .dynamoDbClient(KeystoneDynamoDbAsyncClient.create(Database.inMemory()))
          .build();
  private final DynamoDbAsyncTable<Customer> customers =
      enhanced.table("customers", TableSchema.fromBean(Customer.class));

  @BeforeEach
  void createTable() {
    customers
        .createTable(
            table ->
                table
                    .provisionedThroughput(THROUGHPUT)
                    .globalSecondaryIndices(
                        EnhancedGlobalSecondaryIndex.builder()
                            .indexName("by-city")
                            .projection(p -> p.projectionType(ProjectionType.ALL))
                            .provisionedThroughput(THROUGHPUT)
                            .build()))
        .join();
  }

  @Test
  void returnsBeansAsTheyWerePut() {
    customers.putItem(Customer.of("acme", 1)).join();

    Customer found = customers.getItem(key("acme", 1)).join();

    assertThat(found.getTenant()).isEqualTo("acme");
    assertThat(found.getVersion()).isEqualTo(1);
    assertThat(customers.getItem(key("acme", 2)).join()).isNull();
  }

  @Test
  void queriesPageByPage() {
    LongStream.range(0, 25).forEach(i -> customers.putItem(Customer.of("acme", i)).join());
    List<Long> numbers = new CopyOnWriteArrayList<>();

    customers
        .query(q -> q.queryConditional(keyEqualTo(key -> key.partitionValue("acme"))).limit(10))
        .items()
        .subscribe(customer -> numbers.add(customer.getNumber()))
        .join();

    assertThat(numbers).hasSize(25).isSorted();
  }

  @Test
  void oldVersionsAreRefused() {
    customers.putItem(Customer.of("acme", 1)).join();

    assertThatThrownBy(() -> customers.putItem(Customer.of("acme", 1)).join())
        .hasCauseInstanceOf(ConditionalCheckFailedException.class);
  }

  @Test
  void transactionsWriteAllOrNothing() {
    enhanced
        .transactWriteItems(
            t ->
                t.addPutItem(customers, Customer.of("acme", 1))
                    .addPutItem(customers, Customer.of("acme", 2)))
        .join();

    assertThat(customers.getItem(key("acme", 2)).join()).isNotNull();
  }

  private static Key key(String tenant, long number) {
    return Key.builder().partitionValue(tenant).sortValue(number).build();
  }
}
