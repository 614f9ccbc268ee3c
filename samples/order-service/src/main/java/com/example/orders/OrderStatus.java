package com.example.orders;

/** Where an order is on its way. */
public enum OrderStatus {
  /** Bought, and waiting in the warehouse. */
  PLACED,
  /** On its way to the customer. */
  SHIPPED,
  /** Called off before it was shipped. */
  CANCELLED
}
