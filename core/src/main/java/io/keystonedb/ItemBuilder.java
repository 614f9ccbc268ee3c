package io.keystonedb;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds an {@link Item} attribute by attribute. Setting a name again replaces its value.
 *
 * <p>Not thread-safe. Numbers and sets are checked when they are added, see {@link Value}.
 */
public final class ItemBuilder {
  private final Map<String, Value> attributes = new LinkedHashMap<>();

  /** An empty builder. */
  public ItemBuilder() {}

  /** Adds a string. */
  public ItemBuilder string(String name, String value) {
    return value(name, Value.string(value));
  }

  /** Adds a number. */
  public ItemBuilder number(String name, long value) {
    return value(name, Value.number(value));
  }

  /** Adds a number from its text form. */
  public ItemBuilder number(String name, String value) {
    return value(name, Value.number(value));
  }

  /** Adds a number. */
  public ItemBuilder number(String name, BigDecimal value) {
    return value(name, Value.number(value));
  }

  /** Adds a number. */
  public ItemBuilder number(String name, double value) {
    return value(name, Value.number(value));
  }

  /** Adds a binary value. */
  public ItemBuilder binary(String name, byte[] value) {
    return value(name, Value.binary(value));
  }

  /** Adds a boolean. */
  public ItemBuilder bool(String name, boolean value) {
    return value(name, Value.bool(value));
  }

  /** Adds a null value. */
  public ItemBuilder nul(String name) {
    return value(name, Value.nul());
  }

  /** Adds a list. */
  public ItemBuilder list(String name, Value... values) {
    return value(name, Value.list(values));
  }

  /** Adds a list. */
  public ItemBuilder list(String name, List<? extends Value> values) {
    return value(name, Value.list(values));
  }

  /** Adds a map. */
  public ItemBuilder map(String name, Map<String, ? extends Value> values) {
    return value(name, Value.map(values));
  }

  /** Adds a set of strings. */
  public ItemBuilder stringSet(String name, String... values) {
    return value(name, Value.stringSet(values));
  }

  /** Adds a set of numbers. */
  public ItemBuilder numberSet(String name, long... values) {
    return value(name, Value.numberSet(values));
  }

  /** Adds any value. */
  public ItemBuilder value(String name, Value value) {
    attributes.put(name, value);
    return this;
  }

  /** The item. */
  public Item build() {
    return Item.copyOf(attributes);
  }
}
