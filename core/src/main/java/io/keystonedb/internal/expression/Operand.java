package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.Value;
import org.jspecify.annotations.Nullable;

/** Something in a condition that has a value. */
public sealed interface Operand extends ConditionPart {
  /** The value on an item; null if it has none there. */
  @Nullable Value value(Item item);

  /** This operand with its names and values in place. */
  Operand bind(Binder binder);

  /**
   * What is at a path.
   *
   * @param path before binding, its names may be placeholders
   */
  record PathOperand(Path path) implements Operand {
    @Override
    public @Nullable Value value(Item item) {
      return path.get(item);
    }

    @Override
    public Operand bind(Binder binder) {
      return new PathOperand(binder.path(path));
    }
  }

  /** A {@code :value} that is not bound yet. */
  record Placeholder(String name) implements Operand {
    @Override
    public Value value(Item item) {
      throw new IllegalStateException("not bound: " + name);
    }

    @Override
    public Operand bind(Binder binder) {
      return new Literal(binder.value(name));
    }
  }

  /** A value. */
  record Literal(Value value) implements Operand {
    @Override
    public Value value(Item item) {
      return value;
    }

    @Override
    public Operand bind(Binder binder) {
      return this;
    }
  }

  /**
   * The size of what an operand holds: characters of a string (UTF-16 code units), bytes of a
   * binary, elements of a set, list or map. Other values have none.
   */
  record SizeOf(Operand operand) implements Operand {
    @Override
    public @Nullable Value value(Item item) {
      Value value = operand.value(item);
      return value == null ? null : size(value);
    }

    static @Nullable Value size(Value value) {
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
    public Operand bind(Binder binder) {
      return new SizeOf(operand.bind(binder));
    }
  }
}
