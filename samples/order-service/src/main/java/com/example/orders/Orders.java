package com.example.orders;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Orders that were placed, with the Enhanced client. */
public final class Orders {
  static final TableSchema<Order> SCHEMA = TableSchema.fromBean(Order.class);

  private final DynamoDbTable<Order> orders;
  private final DynamoDbIndex<Order> byStatus;

  /** Orders in the shop's table. */
  public Orders(DynamoDbEnhancedClient client) {
    orders = client.table(ShopTable.NAME, SCHEMA);
    byStatus = orders.index(ShopTable.INDEX);
  }

  /** An order of a customer. */
  public Optional<Order> find(String customerId, String orderId) {
    Key key =
        Key.builder()
            .partitionValue(ShopTable.customerPartition(customerId))
            .sortValue(ShopTable.ORDER_PREFIX + orderId)
            .build();
    // Strongly consistent: who has just paid wants to see the order.
    return Optional.ofNullable(orders.getItem(request -> request.key(key).consistentRead(true)));
  }

  /** A page of the orders of a customer, the newest first. */
  public Page<Order> ofCustomer(String customerId, int pageSize, Optional<String> cursor) {
    QueryConditional ordersOfCustomer =
        QueryConditional.sortBeginsWith(
            Key.builder()
                .partitionValue(ShopTable.customerPartition(customerId))
                .sortValue(ShopTable.ORDER_PREFIX)
                .build());
    QueryEnhancedRequest.Builder query =
        QueryEnhancedRequest.builder()
            .queryConditional(ordersOfCustomer)
            .scanIndexForward(false)
            .limit(pageSize);
    cursor.map(Cursor::parse).ifPresent(query::exclusiveStartKey);
    return page(orders.query(query.build()).stream().findFirst().orElseThrow());
  }

  /** A page of the orders of all customers in a status, the oldest first. */
  public Page<Order> inStatus(OrderStatus status, int pageSize, Optional<String> cursor) {
    QueryEnhancedRequest.Builder query =
        QueryEnhancedRequest.builder()
            .queryConditional(
                QueryConditional.keyEqualTo(
                    Key.builder().partitionValue(ShopTable.statusPartition(status)).build()))
            .limit(pageSize);
    cursor.map(Cursor::parse).ifPresent(query::exclusiveStartKey);
    return page(byStatus.query(query.build()).stream().findFirst().orElseThrow());
  }

  private static Page<Order> page(software.amazon.awssdk.enhanced.dynamodb.model.Page<Order> page) {
    Map<String, AttributeValue> last = page.lastEvaluatedKey();
    return new Page<>(page.items(), Cursor.from(last));
  }

  /**
   * Hands an order to the parcel service.
   *
   * @param order as it was read
   * @return the order as it is now
   * @throws IllegalStateException if it waits no longer
   * @throws ConcurrentChangeException if it was changed since it was read
   */
  public Order ship(Order order) {
    return move(order, OrderStatus.SHIPPED);
  }

  /**
   * Calls an order off; its stock stays with the warehouse, who counts it.
   *
   * @param order as it was read
   * @return the order as it is now
   * @throws IllegalStateException if it waits no longer
   * @throws ConcurrentChangeException if it was changed since it was read
   */
  public Order cancel(Order order) {
    return move(order, OrderStatus.CANCELLED);
  }

  private Order move(Order order, OrderStatus next) {
    if (order.getStatus() != OrderStatus.PLACED) {
      throw new IllegalStateException("Order " + order.getId() + " is " + order.getStatus());
    }
    order.become(next);
    try {
      return orders.updateItem(order);
    } catch (ConditionalCheckFailedException e) {
      throw new ConcurrentChangeException("Order " + order.getId(), e);
    }
  }
}
