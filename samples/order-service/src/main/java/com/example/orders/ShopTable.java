package com.example.orders;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The one table of the shop and the keys of what lies in it.
 *
 * <pre>
 *               pk               sk                  gsi1pk               gsi1sk
 * product       PRODUCT#sku      PRODUCT             DEPARTMENT#name      shelf#sku
 * customer      CUSTOMER#id      PROFILE
 * e-mail claim  EMAIL#address    EMAIL
 * cart line     CUSTOMER#id      CART#sku                                               expires
 * order         CUSTOMER#id      ORDER#id            STATUS#status        placedAt#id
 * </pre>
 *
 * All that belongs to a customer is one item collection. The index answers the two questions that
 * cross customers: what is on a shelf, and which orders wait in a status.
 */
public final class ShopTable {
  /** Its name. */
  public static final String NAME = "shop";

  /** The index of products by department and of orders by status. */
  public static final String INDEX = "gsi1";

  static final String PARTITION_KEY = "pk";
  static final String SORT_KEY = "sk";
  static final String INDEX_PARTITION_KEY = "gsi1pk";
  static final String INDEX_SORT_KEY = "gsi1sk";
  static final String EXPIRES_AT = "expiresAt";

  static final String PRODUCT = "PRODUCT";
  static final String PROFILE = "PROFILE";
  static final String EMAIL = "EMAIL";
  static final String CART_PREFIX = "CART#";
  static final String ORDER_PREFIX = "ORDER#";

  private ShopTable() {}

  /** Makes the table with its index, and switches on the expiry of carts. */
  public static void create(DynamoDbClient client) {
    client.createTable(definition());
    client.waiter().waitUntilTableExists(request -> request.tableName(NAME));
    client.updateTimeToLive(
        request ->
            request
                .tableName(NAME)
                .timeToLiveSpecification(ttl -> ttl.attributeName(EXPIRES_AT).enabled(true)));
  }

  private static CreateTableRequest definition() {
    return CreateTableRequest.builder()
        .tableName(NAME)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            string(PARTITION_KEY),
            string(SORT_KEY),
            string(INDEX_PARTITION_KEY),
            string(INDEX_SORT_KEY))
        .keySchema(key(PARTITION_KEY, KeyType.HASH), key(SORT_KEY, KeyType.RANGE))
        .globalSecondaryIndexes(
            GlobalSecondaryIndex.builder()
                .indexName(INDEX)
                .keySchema(
                    key(INDEX_PARTITION_KEY, KeyType.HASH), key(INDEX_SORT_KEY, KeyType.RANGE))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build())
        .build();
  }

  private static AttributeDefinition string(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  static Map<String, AttributeValue> productKey(String sku) {
    return key(productPartition(sku), PRODUCT);
  }

  static Map<String, AttributeValue> customerKey(String customerId) {
    return key(customerPartition(customerId), PROFILE);
  }

  static Map<String, AttributeValue> cartLineKey(String customerId, String sku) {
    return key(customerPartition(customerId), CART_PREFIX + sku);
  }

  private static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of(
        PARTITION_KEY, AttributeValue.fromS(partition), SORT_KEY, AttributeValue.fromS(sort));
  }

  static String productPartition(String sku) {
    return "PRODUCT#" + sku;
  }

  static String customerPartition(String customerId) {
    return "CUSTOMER#" + customerId;
  }

  static String emailPartition(String address) {
    return "EMAIL#" + address;
  }

  static String departmentPartition(String department) {
    return "DEPARTMENT#" + department;
  }

  static String statusPartition(OrderStatus status) {
    return "STATUS#" + status;
  }
}
