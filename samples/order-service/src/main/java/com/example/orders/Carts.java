package com.example.orders;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Carts, with the Enhanced client. A line that nobody touches for a week is dropped. */
public final class Carts {
  static final Duration KEPT = Duration.ofDays(7);

  private final DynamoDbTable<CartLine> lines;
  private final InstantSource clock;

  /** Carts in the shop's table. */
  public Carts(DynamoDbEnhancedClient client, InstantSource clock) {
    lines = client.table(ShopTable.NAME, TableSchema.fromBean(CartLine.class));
    this.clock = clock;
  }

  /** Sets how many of a product a customer wants; none at all takes the line out. */
  public void set(String customerId, String sku, int quantity) {
    CartLine line = new CartLine(customerId, sku, quantity, clock.instant().plus(KEPT));
    if (quantity == 0) {
      lines.deleteItem(line);
    } else {
      lines.putItem(line);
    }
  }

  /** What is in the cart of a customer, in the order of SKUs. */
  public List<CartLine> of(String customerId) {
    // The service takes its time to delete what has expired, up to days: do not show it.
    Expression alive =
        Expression.builder()
            .expression("expiresAt > :now")
            .expressionValues(
                Map.of(
                    ":now", AttributeValue.fromN(Long.toString(clock.instant().getEpochSecond()))))
            .build();
    QueryConditional inCart =
        QueryConditional.sortBeginsWith(
            Key.builder()
                .partitionValue(ShopTable.customerPartition(customerId))
                .sortValue(ShopTable.CART_PREFIX)
                .build());
    return lines
        .query(query -> query.queryConditional(inCart).filterExpression(alive))
        .items()
        .stream()
        .toList();
  }
}
