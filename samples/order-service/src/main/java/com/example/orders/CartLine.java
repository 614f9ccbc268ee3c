package com.example.orders;

import java.time.Instant;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

/** So many of a product, in the cart of a customer. */
@DynamoDbBean
public class CartLine extends ShopBean {
  private String sku;
  private int quantity;
  private long expiresAt;

  /** For the mapper. */
  public CartLine() {}

  CartLine(String customerId, String sku, int quantity, Instant expiry) {
    this.sku = sku;
    this.quantity = quantity;
    expiresAt = expiry.getEpochSecond();
    setPartitionKey(ShopTable.customerPartition(customerId));
    setSortKey(ShopTable.CART_PREFIX + sku);
  }

  public String getSku() {
    return sku;
  }

  public void setSku(String sku) {
    this.sku = sku;
  }

  public int getQuantity() {
    return quantity;
  }

  public void setQuantity(int quantity) {
    this.quantity = quantity;
  }

  /** When the line is dropped, in seconds since 1970: the table's time to live. */
  public long getExpiresAt() {
    return expiresAt;
  }

  public void setExpiresAt(long expiresAt) {
    this.expiresAt = expiresAt;
  }
}
