package io.keystonedb.sdk.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What is told of requests. */
class OperationModelTest {
  private static final String ARN = "arn:aws:dynamodb:eu-west-1:123456789012:table/users";

  @Test
  void aKeyIsToldWithItsTable() {
    assertThat(told(GetItemRequest.builder().tableName("users").key(item("a")).build()))
        .containsExactly("table users", "READ a of users");
  }

  @Test
  void aTableIsToldByItsNameWhereTheRequestHasAnArn() {
    assertThat(told(PutItemRequest.builder().tableName(ARN).item(item("a")).build()))
        .containsExactly("table users", "put a of users");
    assertThat(told(TagResourceRequest.builder().resourceArn(ARN).build()))
        .containsExactly("table users");
    assertThat(told(TagResourceRequest.builder().resourceArn(ARN + "/stream/1").build()))
        .containsExactly("table users");
  }

  @Test
  void whatARequestLacksIsToldAsEmpty() {
    assertThat(told(GetItemRequest.builder().build())).containsExactly("table ", "READ  of ");
    assertThat(told(PutItemRequest.builder().build())).containsExactly("table ", "put  of ");
  }

  @Test
  void anIndexIsToldIfThereIsOne() {
    assertThat(told(QueryRequest.builder().tableName("users").build()))
        .containsExactly("table users");
    assertThat(told(QueryRequest.builder().tableName("users").indexName("by-age").build()))
        .containsExactly("table users", "index by-age");
  }

  @Test
  void batchesTellTheirItemsTableByTable() {
    KeysAndAttributes keys = KeysAndAttributes.builder().keys(item("a"), item("b")).build();
    assertThat(told(BatchGetItemRequest.builder().requestItems(Map.of("users", keys)).build()))
        .containsExactly("table users", "READ a of users", "READ b of users");

    List<WriteRequest> writes =
        List.of(
            WriteRequest.builder().putRequest(put -> put.item(item("a"))).build(),
            WriteRequest.builder().deleteRequest(delete -> delete.key(item("b"))).build());
    assertThat(told(BatchWriteItemRequest.builder().requestItems(Map.of(ARN, writes)).build()))
        .containsExactly("table users", "put a of users", "DELETE b of users");
  }

  @Test
  void transactionsTellTheirItemsInOrder() {
    SdkRequest request =
        TransactWriteItemsRequest.builder()
            .transactItems(
                part().conditionCheck(c -> c.tableName("users").key(item("a"))).build(),
                part().delete(d -> d.tableName("carts").key(item("b"))).build(),
                part().put(p -> p.tableName("users").item(item("c"))).build(),
                part().update(u -> u.tableName("carts").key(item("d"))).build())
            .build();

    assertThat(told(request))
        .containsExactly(
            "table users",
            "CHECK a of users",
            "table carts",
            "DELETE b of carts",
            "table users",
            "put c of users",
            "table carts",
            "UPDATE d of carts");
  }

  @Test
  void statementsAreTold() {
    SdkRequest request =
        BatchExecuteStatementRequest.builder()
            .statements(
                BatchStatementRequest.builder().statement("SELECT * FROM users").build(),
                BatchStatementRequest.builder().build())
            .build();

    assertThat(told(request)).containsExactly("statement SELECT * FROM users", "statement ");
  }

  private static TransactWriteItem.Builder part() {
    return TransactWriteItem.builder();
  }

  private static Map<String, AttributeValue> item(String name) {
    return Map.of("id", AttributeValue.builder().s(name).build());
  }

  private static List<String> told(SdkRequest request) {
    List<String> told = new ArrayList<>();
    OperationModels.of(request)
        .visit(
            request,
            new RequestVisitor() {
              @Override
              public void table(String name) {
                told.add("table " + name);
              }

              @Override
              public void index(String name) {
                told.add("index " + name);
              }

              @Override
              public void key(String table, Map<String, AttributeValue> key, ItemAccess access) {
                told.add(access + " " + name(key) + " of " + table);
              }

              @Override
              public void item(String table, Map<String, AttributeValue> item) {
                told.add("put " + name(item) + " of " + table);
              }

              @Override
              public void statement(String text) {
                told.add("statement " + text);
              }
            });
    return told;
  }

  private static String name(Map<String, AttributeValue> item) {
    return item.isEmpty() ? "" : item.get("id").s();
  }
}
