package com.example.orders;

import com.example.orders.CheckoutRefusedException.Cause;
import com.example.orders.CheckoutRefusedException.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Turns a cart into an order in one transaction: the customer may buy, every product is there at
 * the price that was shown and in the quantity wanted, the order is new, the cart is emptied.
 */
public final class Checkout {
  /** A transaction has at most 100 actions: two for each line, the customer and the order. */
  static final int MOST_LINES = 49;

  private static final int CUSTOMER_ACTION = 0;
  private static final int ORDER_ACTION = 1;
  private static final int FIRST_LINE_ACTION = 2;
  private static final String CONDITION_FAILED = "ConditionalCheckFailed";

  private final DynamoDbClient client;

  /** A checkout in the shop's table. */
  public Checkout(DynamoDbClient client) {
    this.client = client;
  }

  /**
   * Places an order. It is safe to repeat with the same order, for instance after a timeout: the
   * order's id is the token by which the service knows the request again, for ten minutes, and
   * after that the order is found to be there already.
   *
   * @throws CheckoutRefusedException if something stands in the way; nothing was written then
   * @throws IllegalArgumentException if the order has no line, or too many
   */
  public void place(Order order) {
    List<OrderLine> lines = order.getLines();
    if (lines.isEmpty() || lines.size() > MOST_LINES) {
      throw new IllegalArgumentException("An order has 1 to " + MOST_LINES + " lines");
    }
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(customerMayBuy(order));
    actions.add(putOrder(order));
    lines.forEach(line -> actions.add(takeFromStock(line)));
    lines.forEach(line -> actions.add(emptyCart(order, line)));
    try {
      client.transactWriteItems(
          request -> request.transactItems(actions).clientRequestToken(order.getId()));
    } catch (TransactionCanceledException e) {
      explain(order, e);
    }
  }

  private static TransactWriteItem customerMayBuy(Order order) {
    return TransactWriteItem.builder()
        .conditionCheck(
            check ->
                check
                    .tableName(ShopTable.NAME)
                    .key(ShopTable.customerKey(order.getCustomerId()))
                    .conditionExpression("blocked = :no")
                    .expressionAttributeValues(Map.of(":no", AttributeValue.fromBool(false))))
        .build();
  }

  private static TransactWriteItem putOrder(Order order) {
    Map<String, AttributeValue> item = new HashMap<>(Orders.SCHEMA.itemToMap(order, true));
    item.put("version", AttributeValue.fromN("1"));
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(ShopTable.NAME)
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk)"))
        .build();
  }

  private static TransactWriteItem takeFromStock(OrderLine line) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(ShopTable.NAME)
                    .key(ShopTable.productKey(line.getSku()))
                    .updateExpression("SET stock = stock - :quantity")
                    .conditionExpression("stock >= :quantity AND priceCents = :price")
                    .expressionAttributeValues(
                        Map.of(
                            ":quantity", number(line.getQuantity()),
                            ":price", number(line.getPriceCents())))
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  private static TransactWriteItem emptyCart(Order order, OrderLine line) {
    return TransactWriteItem.builder()
        .delete(
            delete ->
                delete
                    .tableName(ShopTable.NAME)
                    .key(ShopTable.cartLineKey(order.getCustomerId(), line.getSku())))
        .build();
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static void explain(Order order, TransactionCanceledException e) {
    List<CancellationReason> outcomes = e.cancellationReasons();
    if (failed(outcomes.get(ORDER_ACTION))) {
      return; // It was placed before.
    }
    List<Reason> reasons = new ArrayList<>();
    if (failed(outcomes.get(CUSTOMER_ACTION))) {
      reasons.add(new Reason(Cause.CUSTOMER, order.getCustomerId(), 0));
    }
    List<OrderLine> lines = order.getLines();
    for (int i = 0; i < lines.size(); i++) {
      lineRefused(lines.get(i), outcomes.get(FIRST_LINE_ACTION + i)).ifPresent(reasons::add);
    }
    if (reasons.isEmpty()) {
      throw e; // A conflict with another transaction, or throttling: for the caller to repeat.
    }
    throw new CheckoutRefusedException(reasons, e);
  }

  private static Optional<Reason> lineRefused(OrderLine line, CancellationReason outcome) {
    if (!failed(outcome)) {
      return Optional.empty();
    }
    if (!outcome.hasItem()) {
      return Optional.of(new Reason(Cause.PRODUCT_GONE, line.getSku(), 0));
    }
    Product found = Product.fromItem(outcome.item());
    if (found.priceCents() != line.getPriceCents()) {
      return Optional.of(new Reason(Cause.PRICE_CHANGED, line.getSku(), found.priceCents()));
    }
    return Optional.of(new Reason(Cause.OUT_OF_STOCK, line.getSku(), found.stock()));
  }

  private static boolean failed(CancellationReason outcome) {
    return CONDITION_FAILED.equals(outcome.code());
  }
}
