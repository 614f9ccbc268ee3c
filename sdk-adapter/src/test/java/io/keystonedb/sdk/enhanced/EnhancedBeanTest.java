package io.keystonedb.sdk.enhanced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;
import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.sortGreaterThan;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.EnhancedGlobalSecondaryIndex;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class EnhancedBeanTest {
  private static final ProvisionedThroughput THROUGHPUT =
      ProvisionedThroughput.builder().readCapacityUnits(5L).writeCapacityUnits(5L).build();

  private final DynamoDbClient client = KeystoneDynamoDbClient.create(Database.inMemory());
  private final DynamoDbEnhancedClient enhanced =
      DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
  private final DynamoDbTable<Customer> customers =
      enhanced.table("customers", TableSchema.fromBean(Customer.class));

  @BeforeEach
  void createTable() {
    customers.createTable(
        table ->
            table
                .provisionedThroughput(THROUGHPUT)
                .globalSecondaryIndices(
                    EnhancedGlobalSecondaryIndex.builder()
                        .indexName("by-city")
                        .projection(p -> p.projectionType(ProjectionType.ALL))
                        .provisionedThroughput(THROUGHPUT)
                        .build()));
  }

  @Test
  void returnsBeansAsTheyWerePut() {
    Customer customer = Customer.of("acme", 1);
    customer.setSince(Instant.parse("2026-01-01T00:00:00Z"));
    customer.setCity("Berlin");
    customer.setAddress(Address.of("Main Street", true));
    customer.setNotes(List.of("first", "second"));
    customer.setTags(Set.of("a", "b"));
    customer.setScores(Map.of("x", 1));
    customer.setBalance(new Money(new BigDecimal("12.50"), "EUR"));

    customers.putItem(customer);

    assertThat(customers.getItem(key("acme", 1)))
        .usingRecursiveComparison()
        .ignoringFields("version", "balance")
        .isEqualTo(customer);
    assertThat(customers.getItem(key("acme", 1)).getBalance().amount())
        .isEqualByComparingTo("12.50");
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertThat(customers.getItem(key("acme", 1))).isNull();
    assertThat(customers.deleteItem(key("acme", 1))).isNull();
  }

  @Test
  void locksOptimisticallyByVersion() {
    customers.putItem(Customer.of("acme", 1));
    Customer mine = customers.getItem(key("acme", 1));
    Customer theirs = customers.getItem(key("acme", 1));
    assertThat(mine.getVersion()).isEqualTo(1);

    theirs.setCity("Paris");
    assertThat(customers.updateItem(theirs).getVersion()).isEqualTo(2);

    mine.setCity("Rome");
    assertThatThrownBy(() -> customers.updateItem(mine))
        .isInstanceOf(ConditionalCheckFailedException.class)
        .hasMessageStartingWith("The conditional request failed (Service: DynamoDb");
    assertThat(customers.getItem(key("acme", 1)).getCity()).isEqualTo("Paris");
  }

  @Test
  void updatesOnlyWhatIsSetIfAskedTo() {
    Customer customer = Customer.of("acme", 1);
    customer.setCity("Berlin");
    customer.setNotes(List.of("note"));
    customers.putItem(customer);
    Customer change = Customer.of("acme", 1);
    change.setVersion(1);
    change.setCity("Paris");

    Customer updated = customers.updateItem(update -> update.item(change).ignoreNulls(true));

    assertThat(updated.getCity()).isEqualTo("Paris");
    assertThat(updated.getNotes()).containsExactly("note");
  }

  @Test
  void queriesByKeyInBothDirectionsOverPages() {
    LongStream.rangeClosed(1, 10).forEach(i -> customers.putItem(Customer.of("acme", i)));
    customers.putItem(Customer.of("other", 1));

    assertThat(customers.query(keyEqualTo(k -> k.partitionValue("acme"))).items())
        .extracting(Customer::getNumber)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    assertThat(
            customers
                .query(
                    query ->
                        query
                            .queryConditional(
                                sortGreaterThan(k -> k.partitionValue("acme").sortValue(7)))
                            .scanIndexForward(false)
                            .limit(2))
                .items())
        .extracting(Customer::getNumber)
        .containsExactly(10L, 9L, 8L);
  }

  @Test
  void queriesAnIndex() {
    Customer customer = Customer.of("acme", 1);
    customer.setCity("Berlin");
    customer.setSince(Instant.parse("2026-01-01T00:00:00Z"));
    customers.putItem(customer);
    customers.putItem(Customer.of("acme", 2));

    assertThat(
            customers.index("by-city").query(keyEqualTo(k -> k.partitionValue("Berlin"))).stream()
                .flatMap(page -> page.items().stream()))
        .extracting(Customer::getNumber)
        .containsExactly(1L);
  }

  @Test
  void scansWithAFilter() {
    LongStream.rangeClosed(1, 5).forEach(i -> customers.putItem(Customer.of("acme", i)));
    Expression filter =
        Expression.builder()
            .expression("#n > :n")
            .putExpressionName("#n", "number")
            .putExpressionValue(":n", AttributeValue.builder().n("3").build())
            .build();

    assertThat(customers.scan(scan -> scan.filterExpression(filter)).items())
        .extracting(Customer::getNumber)
        .containsExactly(4L, 5L);
  }

  @Test
  void checksConditions() {
    customers.putItem(Customer.of("acme", 1));
    Expression absent = Expression.builder().expression("attribute_not_exists(tenant)").build();
    Customer again = Customer.of("acme", 1);
    again.setVersion(1);

    assertThatThrownBy(
            () ->
                customers.putItem(
                    PutItemEnhancedRequest.builder(Customer.class)
                        .item(again)
                        .conditionExpression(absent)
                        .build()))
        .isInstanceOf(ConditionalCheckFailedException.class);
  }

  @Test
  void writesInTransactionsOrNotAtAll() {
    enhanced.transactWriteItems(
        tx ->
            tx.addPutItem(customers, Customer.of("acme", 1))
                .addPutItem(customers, Customer.of("acme", 2)));
    assertThat(
            enhanced.transactGetItems(
                tx ->
                    tx.addGetItem(customers, key("acme", 1)).addGetItem(customers, key("acme", 2))))
        .hasSize(2)
        .allSatisfy(document -> assertThat(document.getItem(customers)).isNotNull());

    // Both exist by now, so a put of a new version fails.
    assertThatThrownBy(
            () ->
                enhanced.transactWriteItems(
                    tx ->
                        tx.addPutItem(customers, Customer.of("acme", 3))
                            .addPutItem(customers, Customer.of("acme", 1))))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            e ->
                assertThat(e.cancellationReasons())
                    .extracting(reason -> reason.code())
                    .containsExactly("None", "ConditionalCheckFailed"));
    assertThat(customers.getItem(key("acme", 3))).isNull();
  }

  private static Key key(String tenant, long number) {
    return Key.builder().partitionValue(tenant).sortValue(number).build();
  }
}
