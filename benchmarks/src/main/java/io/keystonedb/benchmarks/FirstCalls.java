package io.keystonedb.benchmarks;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What a test suite does first: a table, and one call of each common kind, one of which fails. */
final class FirstCalls {
  private FirstCalls() {}

  /** Makes the calls and checks that they were answered. */
  static void make(DynamoDbClient client) {
    Requests requests = new Requests(1);
    Map<String, AttributeValue> item = Orders.item(0, 0);
    Orders.createTable(client);
    client.putItem(put -> put.tableName(Orders.TABLE).item(item));
    check(client.getItem(requests.gets(1).get(0)).item().equals(item));
    client.updateItem(requests.updates(1).get(0));
    check(client.query(requests.queries(1).get(0)).count() == 1);
    client.transactWriteItems(
        transact ->
            transact.transactItems(
                action -> action.put(put -> put.tableName(Orders.TABLE).item(item)),
                action ->
                    action.delete(delete -> delete.tableName(Orders.TABLE).key(Orders.key(1)))));
    client.batchWriteItem(
        batch -> batch.requestItems(Map.of(Orders.TABLE, List.of(Orders.put(item)))));
    try {
      client.putItem(
          put ->
              put.tableName(Orders.TABLE)
                  .item(item)
                  .conditionExpression("attribute_not_exists(pk)"));
      check(false);
    } catch (ConditionalCheckFailedException e) {
      check(e.awsErrorDetails().errorCode().equals("ConditionalCheckFailedException"));
    }
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("a call was not answered as it should be");
    }
  }
}
