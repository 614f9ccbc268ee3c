package com.example.orders;

import java.util.List;

/** An order could not be placed; nothing of it was written. */
public final class CheckoutRefusedException extends RuntimeException {
  /** What can stand in the way of an order. */
  public enum Cause {
    /** The customer is unknown or may not buy. */
    CUSTOMER,
    /** There is no such product. */
    PRODUCT_GONE,
    /** There are fewer left than wanted. */
    OUT_OF_STOCK,
    /** The price is not the one the customer saw. */
    PRICE_CHANGED
  }

  /**
   * One thing that stands in the way.
   *
   * @param cause what it is
   * @param sku the product it is about, or the customer's id
   * @param now what is in stock, or the price in cents, at the moment of the checkout; otherwise 0
   */
  public record Reason(Cause cause, String sku, long now) {}

  private final transient List<Reason> reasons;

  CheckoutRefusedException(List<Reason> reasons, Throwable cause) {
    super("Order refused: " + reasons, cause);
    this.reasons = List.copyOf(reasons);
  }

  /** All that stands in the way, in the order of the lines. */
  public List<Reason> reasons() {
    return reasons;
  }
}
