package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.Value;
import org.jspecify.annotations.Nullable;

/**
 * An operand of a condition. Literals, placeholders and attributes are {@linkplain UpdateValue
 * values of an update} too.
 */
public sealed interface Operand
    permits Operand.Literal, Operand.Placeholder, Operand.Attribute, Operand.Size {

  /**
   * The value of this operand for an item, or null if it has none.
   *
   * @throws IllegalStateException if this is not bound
   */
  @Nullable Value get(Item item);

  /** Calls the visitor's method for this kind of operand. */
  <R> R accept(Visitor<R> visitor);

  /** A constant. */
  record Literal(Value value) implements Operand, UpdateValue {
    @Override
    public Value get(Item item) {
      return value;
    }

    @Override
    public <R> R accept(Operand.Visitor<R> visitor) {
      return visitor.literal(this);
    }

    @Override
    public <R> R accept(UpdateValue.Visitor<R> visitor) {
      return visitor.literal(this);
    }
  }

  /**
   * An entry of {@code ExpressionAttributeValues}; only in trees that are not yet bound.
   *
   * @param name with its colon
   */
  record Placeholder(String name) implements Operand, UpdateValue {
    @Override
    public Value get(Item item) {
      throw new IllegalStateException("not bound: " + name);
    }

    @Override
    public <R> R accept(Operand.Visitor<R> visitor) {
      return visitor.placeholder(this);
    }

    @Override
    public <R> R accept(UpdateValue.Visitor<R> visitor) {
      return visitor.placeholder(this);
    }
  }

  /** What a path leads to. */
  record Attribute(Path path) implements Operand, UpdateValue {
    @Override
    public @Nullable Value get(Item item) {
      return path.get(item);
    }

    @Override
    public <R> R accept(Operand.Visitor<R> visitor) {
      return visitor.attribute(this);
    }

    @Override
    public <R> R accept(UpdateValue.Visitor<R> visitor) {
      return visitor.attribute(this);
    }
  }

  /** {@code size(operand)}: a number, absent where the operand has no size. */
  record Size(Operand of) implements Operand {
    @Override
    public @Nullable Value get(Item item) {
      Value value = of.get(item);
      return value == null ? null : sizeOf(value);
    }

    /** Strings count in UTF-16 code units (observed), though the guide speaks of their length. */
    private static @Nullable Value sizeOf(Value value) {
      return switch (value.type()) {
        case S -> Value.number(((Value.S) value).value().length());
        case B -> Value.number(((Value.B) value).length());
        case SS -> Value.number(((Value.SS) value).values().size());
        case NS -> Value.number(((Value.NS) value).values().size());
        case BS -> Value.number(((Value.BS) value).values().size());
        case L -> Value.number(((Value.L) value).values().size());
        case M -> Value.number(((Value.M) value).values().size());
        case N, BOOL, NULL -> null;
      };
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.size(this);
    }
  }

  /**
   * A pass over operands.
   *
   * @param <R> what it makes of each
   */
  interface Visitor<R> {
    R literal(Literal literal);

    R placeholder(Placeholder placeholder);

    R attribute(Attribute attribute);

    R size(Size size);
  }
}
