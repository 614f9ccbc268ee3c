package io.keystonedb.conformance;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The features of the migration appendix, each with a check that runs against a database with the
 * tables of {@link TestTables} and one item, {@code p1/1} of {@code indexed}.
 */
final class FeatureChecks {
  private static final Map<String, AttributeValue> KEY = Map.of("pk", text("p1"), "sk", number(1));
  private static final Map<String, AttributeValue> ITEM =
      Map.of("pk", text("p1"), "sk", number(1), "g", text("g1"), "h", number(2), "a", text("x"));

  private FeatureChecks() {}

  /** A table of the appendix. */
  record Section(String title, List<Feature> features) {}

  /**
   * A row of it.
   *
   * @param answer what the check found, or why there is nothing to check
   */
  record Feature(String name, String here, String answer) {}

  private static Feature checked(String name, String here, Predicate<DynamoDbClient> check) {
    DynamoDbClient client = KeystoneDynamoDbClient.create(Database.inMemory());
    TestTables.create(client);
    client.putItem(put -> put.tableName("indexed").item(ITEM));
    return new Feature(name, here, check.test(client) ? "yes, checked" : "**no**");
  }

  private static Feature remark(String name, String here, String answer) {
    return new Feature(name, here, answer);
  }

  static List<Section> sections() {
    return List.of(coreOperations(), indexes(), featureMapping(), withoutCounterpart());
  }

  private static Section coreOperations() {
    return new Section(
        "Core operations",
        List.of(
            checked(
                "`PutItem`",
                "`Database.put`",
                client ->
                    client
                        .putItem(p -> p.tableName("indexed").item(ITEM).returnValues("ALL_OLD"))
                        .attributes()
                        .equals(ITEM)),
            checked(
                "`GetItem`",
                "`Database.get`",
                client -> client.getItem(g -> g.tableName("indexed").key(KEY)).item().equals(ITEM)),
            checked(
                "`DeleteItem`",
                "`Database.delete`",
                client -> {
                  client.deleteItem(d -> d.tableName("indexed").key(KEY));
                  return !client.getItem(g -> g.tableName("indexed").key(KEY)).hasItem();
                }),
            checked("`UpdateItem`", "`Database.update`", client -> "y".equals(updated(client))),
            checked(
                "`Query`", "`Database.query`", client -> query(client, null).equals(List.of(ITEM))),
            checked(
                "`Scan`",
                "`Database.scan`",
                client -> client.scan(s -> s.tableName("indexed")).items().equals(List.of(ITEM))),
            checked(
                "`BatchGetItem`",
                "`Database.batchGet`",
                client ->
                    client
                        .batchGetItem(b -> b.requestItems(Map.of("indexed", keys())))
                        .responses()
                        .get("indexed")
                        .equals(List.of(ITEM))),
            checked(
                "`BatchWriteItem`",
                "`Database.batchWrite`",
                client -> {
                  client.batchWriteItem(
                      b -> b.requestItems(Map.of("indexed", List.of(deletion()))));
                  return client.scan(s -> s.tableName("indexed")).count() == 0;
                }),
            checked(
                "`TransactGetItems`",
                "`Database.transactGet`",
                client ->
                    client
                        .transactGetItems(
                            t -> t.transactItems(i -> i.get(g -> g.tableName("indexed").key(KEY))))
                        .responses()
                        .get(0)
                        .item()
                        .equals(ITEM)),
            checked(
                "`TransactWriteItems`",
                "`Database.transactWrite`",
                client -> {
                  client.transactWriteItems(
                      t -> t.transactItems(i -> i.delete(d -> d.tableName("indexed").key(KEY))));
                  return client.scan(s -> s.tableName("indexed")).count() == 0;
                })));
  }

  private static KeysAndAttributes keys() {
    return KeysAndAttributes.builder().keys(List.of(KEY)).build();
  }

  private static WriteRequest deletion() {
    return WriteRequest.builder().deleteRequest(d -> d.key(KEY)).build();
  }

  private static String updated(DynamoDbClient client) {
    return client
        .updateItem(
            u ->
                u.tableName("indexed")
                    .key(KEY)
                    .updateExpression("SET a = :a")
                    .expressionAttributeValues(Map.of(":a", text("y")))
                    .returnValues("UPDATED_NEW"))
        .attributes()
        .get("a")
        .s();
  }

  private static List<Map<String, AttributeValue>> query(DynamoDbClient client, String index) {
    String key = TestTables.keyOf("indexed", index).get(0);
    return client
        .query(
            q ->
                q.tableName("indexed")
                    .indexName(index)
                    .keyConditionExpression(key + " = :k")
                    .expressionAttributeValues(Map.of(":k", ITEM.get(key))))
        .items();
  }

  private static Section indexes() {
    return new Section(
        "Indexes",
        List.of(
            checked(
                "Local secondary indexes",
                "`TableSchema.localIndex`",
                client -> query(client, "l-all").equals(List.of(ITEM))),
            checked(
                "Global secondary indexes",
                "`TableSchema.globalIndex`",
                client -> query(client, "g-all").equals(List.of(ITEM))),
            checked(
                "Projections ALL, KEYS_ONLY, INCLUDE",
                "`IndexProjection`",
                client ->
                    query(client, "g-all").get(0).size() == 5
                        && query(client, "g-keys").get(0).size() == 3
                        && query(client, "gh-include").get(0).containsKey("a")),
            checked(
                "Sparse indexes",
                "an item without an index's keys is not in it",
                client -> {
                  client.putItem(p -> p.tableName("indexed").item(KEY));
                  return query(client, "g-all").isEmpty() && query(client, "l-all").isEmpty();
                })));
  }

  private static Section featureMapping() {
    return new Section(
        "Features",
        List.of(
            remark("Hash key", "partition key", "the same"),
            remark("Range key", "sort key", "the same"),
            remark("Item", "`Item`", "the same"),
            remark("Attribute", "`Value`: all ten types", "the same"),
            checked(
                "`UpdateExpression`",
                "`UpdateBuilder.expression`",
                client -> "y".equals(updated(client))),
            checked(
                "`ConditionExpression`",
                "`UpdateBuilder.condition` and conditions of transactions",
                FeatureChecks::conditionRefuses),
            checked(
                "`ProjectionExpression`",
                "`Query.projection`",
                client ->
                    client
                        .getItem(g -> g.tableName("indexed").key(KEY).projectionExpression("a"))
                        .item()
                        .equals(Map.of("a", text("x")))),
            checked(
                "`FilterExpression`",
                "`Query.filter`, `Scan.filter`",
                client -> {
                  var scan =
                      client.scan(
                          s -> s.tableName("indexed").filterExpression("attribute_exists(absent)"));
                  return scan.count() == 0 && scan.scannedCount() == 1;
                }),
            checked(
                "`ConsistentRead`",
                "each read sees every write before it, unless `Dials.staleness` has eventually consistent"
                    + " ones lag; the parameter decides capacity and, on global indexes, is refused as by"
                    + " the service",
                client -> capacity(client, true) == 1.0 && capacity(client, false) == 0.5),
            checked(
                "`ReturnValues`",
                "`UpdateBuilder.returnValues`",
                client ->
                    client
                        .deleteItem(d -> d.tableName("indexed").key(KEY).returnValues("ALL_OLD"))
                        .attributes()
                        .equals(ITEM)),
            checked(
                "`ReturnConsumedCapacity`",
                "computed by the service's rules, per table and index",
                client -> capacity(client, true) == 1.0),
            checked(
                "`ReturnItemCollectionMetrics`",
                "for tables with local indexes",
                client ->
                    client
                        .putItem(
                            p ->
                                p.tableName("indexed")
                                    .item(ITEM)
                                    .returnItemCollectionMetrics("SIZE"))
                        .itemCollectionMetrics()
                        .sizeEstimateRangeGB()
                        .equals(List.of(0.0, 1.0))),
            checked(
                "`AttributesToGet`, `Expected`, `AttributeUpdates`, `KeyConditions`, filters",
                "the parameters from before expressions",
                client ->
                    client
                        .getItem(g -> g.tableName("indexed").key(KEY).attributesToGet("a"))
                        .item()
                        .equals(Map.of("a", text("x"))))));
  }

  private static double capacity(DynamoDbClient client, boolean consistent) {
    return client
        .getItem(
            g ->
                g.tableName("indexed")
                    .key(KEY)
                    .consistentRead(consistent)
                    .returnConsumedCapacity("TOTAL"))
        .consumedCapacity()
        .capacityUnits();
  }

  private static boolean conditionRefuses(DynamoDbClient client) {
    try {
      client.deleteItem(
          d -> d.tableName("indexed").key(KEY).conditionExpression("attribute_not_exists(pk)"));
      return false;
    } catch (ConditionalCheckFailedException e) {
      return true;
    }
  }

  private static Section withoutCounterpart() {
    return new Section(
        "What a local database does not need",
        List.of(
            remark("Auto scaling", "nothing to scale", "not applicable"),
            remark(
                "Provisioned capacity",
                "kept and described; requests are not throttled by it",
                "settings only"),
            remark("Reserved capacity", "nothing to pay", "not applicable"),
            remark("Global tables", "members are refused", "not supported"),
            remark("DynamoDB Accelerator", "everything is in memory", "not applicable"),
            remark("Backup and restore", "`Database.snapshot`, `restore`, `fork`", "in memory"),
            remark("CloudWatch metrics", "no cloud to report to", "not applicable"),
            remark(
                "IAM authentication", "the endpoint checks signatures on request", "no policies"),
            remark("VPC endpoints", "the endpoint binds to loopback", "not applicable")));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(int value) {
    return AttributeValue.fromN(Integer.toString(value));
  }
}
