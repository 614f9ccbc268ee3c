package io.keystonedb.migration;

import static io.keystonedb.migration.Sides.n;
import static io.keystonedb.migration.Sides.s;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A shadow whose tables, keys and attributes have other names. */
class RenamingTest {
  private static final ComparisonRules RULES =
      ComparisonRules.builder()
          .renameTable("orders", "orders-v2")
          .renameAttribute("orders", "id", "orderId")
          .renameAttribute("orders", "amount", "price")
          .build();

  private final DynamoDbClient primary = KeystoneDynamoDbClient.create(Database.inMemory());
  private final DynamoDbClient shadow = KeystoneDynamoDbClient.create(Database.inMemory());
  private final DualWriteDynamoDbClient client =
      DualWriteDynamoDbClient.builder(primary, shadow).mode(Mode.SEQUENTIAL).rules(RULES).build();

  RenamingTest() {
    client.createTable(
        table ->
            table
                .tableName("orders")
                .billingMode("PAY_PER_REQUEST")
                .attributeDefinitions(a -> a.attributeName("id").attributeType("S"))
                .keySchema(k -> k.attributeName("id").keyType("HASH")));
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of("id", s(id));
  }

  @Test
  void theTableIsMadeUnderItsOtherNames() {
    assertThat(shadow.listTables().tableNames()).containsExactly("orders-v2");
    assertThat(
            shadow
                .describeTable(d -> d.tableName("orders-v2"))
                .table()
                .keySchema()
                .get(0)
                .attributeName())
        .isEqualTo("orderId");
  }

  @Test
  void itemsKeysAndExpressionsAreRenamed() {
    client.putItem(put -> put.tableName("orders").item(Map.of("id", s("a"), "amount", n(5))));
    client.updateItem(
        update ->
            update
                .tableName("orders")
                .key(key("a"))
                .updateExpression("SET amount = amount + :n")
                .conditionExpression("attribute_exists(id) AND amount = :five")
                .expressionAttributeValues(Map.of(":n", n(1), ":five", n(5))));

    assertThat(shadow.scan(scan -> scan.tableName("orders-v2")).items())
        .containsExactly(Map.of("orderId", s("a"), "price", n(6)));
    assertThat(client.dualWrite().discrepancies()).isEmpty();
  }

  @Test
  void answersComeBackUnderTheCallersNames() {
    client.batchWriteItem(
        batch ->
            batch.requestItems(
                Map.of(
                    "orders",
                    List.of(
                        WriteRequest.builder()
                            .putRequest(p -> p.item(Map.of("id", s("a"), "amount", n(5))))
                            .build()))));

    assertThat(shadow.scan(scan -> scan.tableName("orders-v2")).items())
        .containsExactly(Map.of("orderId", s("a"), "price", n(5)));
    client.batchGetItem(
        batch ->
            batch.requestItems(
                Map.of("orders", KeysAndAttributes.builder().keys(key("a")).build())));
    client.query(
        query ->
            query
                .tableName("orders")
                .keyConditionExpression("id = :id")
                .filterExpression("#s > :n")
                .expressionAttributeNames(Map.of("#s", "amount"))
                .expressionAttributeValues(Map.of(":id", s("a"), ":n", n(1))));
    assertThat(client.dualWrite().discrepancies()).isEmpty();
    assertThat(client.dualWrite().comparison().run().isEqual()).isTrue();
    client.dualWrite().cutOver();
    assertThat(client.getItem(get -> get.tableName("orders").key(key("a"))).item())
        .isEqualTo(Map.of("id", s("a"), "amount", n(5)));
  }

  @Test
  void onlyNamesOfAttributesAreRenamedInExpressions() {
    assertThat(
            ExpressionNames.rename(
                "SET a = if_not_exists(a, :a), #a.a = size(b.a) AND begins_with (a, :x)",
                name -> name.equals("a") || name.equals("size") ? "z" : name))
        .isEqualTo("SET z = if_not_exists(z, :a), #a.a = size(b.a) AND begins_with (z, :x)");
  }
}
