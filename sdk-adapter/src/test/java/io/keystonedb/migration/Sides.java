package io.keystonedb.migration;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Two databases and a client over both. */
final class Sides {
  static final String USERS = "users";
  static final Duration PATIENCE = Duration.ofSeconds(20);

  final DynamoDbClient primary;
  final DynamoDbClient shadow;
  final DualWriteDynamoDbClient client;

  private Sides(
      DynamoDbClient primary,
      DynamoDbClient shadow,
      UnaryOperator<DualWriteBuilder<DualWriteDynamoDbClient>> options) {
    this.primary = primary;
    this.shadow = shadow;
    client = options.apply(DualWriteDynamoDbClient.builder(primary, shadow)).build();
  }

  /** Two databases with a table of users, written one after the other. */
  static Sides sequential() {
    return of(builder -> builder.mode(Mode.SEQUENTIAL));
  }

  static Sides of(UnaryOperator<DualWriteBuilder<DualWriteDynamoDbClient>> options) {
    return between(users(), users(), options);
  }

  static Sides between(
      DynamoDbClient primary,
      DynamoDbClient shadow,
      UnaryOperator<DualWriteBuilder<DualWriteDynamoDbClient>> options) {
    return new Sides(primary, shadow, options);
  }

  /** A database with a table of users: key {@code id}, index {@code by-city}. */
  static DynamoDbClient users() {
    DynamoDbClient client = KeystoneDynamoDbClient.create(Database.inMemory());
    createUsers(client, USERS);
    return client;
  }

  static void createUsers(DynamoDbClient client, String name) {
    client.createTable(
        table ->
            table
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    a -> a.attributeName("id").attributeType(ScalarAttributeType.S),
                    a -> a.attributeName("city").attributeType(ScalarAttributeType.S),
                    a -> a.attributeName("age").attributeType(ScalarAttributeType.N))
                .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                .globalSecondaryIndexes(
                    index ->
                        index
                            .indexName("by-city")
                            .keySchema(
                                k -> k.attributeName("city").keyType(KeyType.HASH),
                                k -> k.attributeName("age").keyType(KeyType.RANGE))
                            .projection(p -> p.projectionType(ProjectionType.ALL))));
  }

  DualWrite dualWrite() {
    return client.dualWrite();
  }

  static void put(DynamoDbClient client, Map<String, AttributeValue> item) {
    client.putItem(put -> put.tableName(USERS).item(item));
  }

  static void delete(DynamoDbClient client, String id) {
    client.deleteItem(delete -> delete.tableName(USERS).key(key(id)));
  }

  static Map<String, AttributeValue> get(DynamoDbClient client, String id) {
    return client.getItem(get -> get.tableName(USERS).key(key(id))).item();
  }

  static Map<String, AttributeValue> key(String id) {
    return Map.of("id", s(id));
  }

  static Map<String, AttributeValue> user(String id, String name, int age) {
    return Map.of("id", s(id), "name", s(name), "age", n(age));
  }

  static AttributeValue s(String text) {
    return AttributeValue.builder().s(text).build();
  }

  static AttributeValue n(Object number) {
    return AttributeValue.builder().n(number.toString()).build();
  }
}
