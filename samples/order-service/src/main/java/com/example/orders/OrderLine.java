package com.example.orders;

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

/** So many of a product, at the price it had; a part of an {@link Order}. */
@DynamoDbBean
public class OrderLine {
  private String sku;
  private int quantity;
  private long priceCents;

  /** For the mapper. */
  public OrderLine() {}

  /** A line of an order. */
  public OrderLine(String sku, int quantity, long priceCents) {
    this.sku = sku;
    this.quantity = quantity;
    this.priceCents = priceCents;
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

  /** Price of one, in cents. */
  public long getPriceCents() {
    return priceCents;
  }

  public void setPriceCents(long priceCents) {
    this.priceCents = priceCents;
  }
}
