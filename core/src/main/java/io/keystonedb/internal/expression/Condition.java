package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition on an item. The tree is immutable and thread-safe; a bound one can be tested.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">Comparison
 *     operator and function reference</a>
 */
public sealed interface Condition {

  /** Calls the visitor's method for this kind of condition. */
  <R> R accept(Visitor<R> visitor);

  /**
   * Whether an item meets this condition; an absent item is the empty one.
   *
   * @throws IllegalStateException if the tree is not bound
   */
  default boolean test(Item item) {
    return accept(new ConditionEvaluator(item));
  }

  /** Every path that occurs in this condition, in the order of its text, repetitions included. */
  default List<Path> paths() {
    List<Path> paths = new ArrayList<>();
    accept(new ConditionPaths(paths));
    return List.copyOf(paths);
  }

  /** All of them hold; evaluation stops at the first that does not. */
  record And(List<Condition> parts) implements Condition {
    public And {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.and(this);
    }
  }

  /** One of them holds; evaluation stops at the first that does. */
  record Or(List<Condition> parts) implements Condition {
    public Or {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.or(this);
    }
  }

  /** The part does not hold. */
  record Not(Condition part) implements Condition {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.not(this);
    }
  }

  /** {@code left = right} and its five relatives. */
  record Comparison(Comparator comparator, Operand left, Operand right) implements Condition {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.comparison(this);
    }
  }

  /** {@code operand BETWEEN lower AND upper}, both ends included. */
  record Between(Operand operand, Operand lower, Operand upper) implements Condition {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.between(this);
    }
  }

  /** {@code operand IN (a, b, c)}. */
  record In(Operand operand, List<Operand> candidates) implements Condition {
    public In {
      candidates = List.copyOf(candidates);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.in(this);
    }
  }

  /** {@code attribute_exists(path)}. */
  record AttributeExists(Path path) implements Condition {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.attributeExists(this);
    }
  }

  /** {@code attribute_not_exists(path)}. */
  record AttributeNotExists(Path path) implements Condition {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.attributeNotExists(this);
    }
  }

  /**
   * {@code attribute_type(operand, type)}.
   *
   * @param operand a path or a value
   * @param type a literal string with the name of a {@link ValueType}
   */
  record AttributeType(Operand operand, Operand type) implements Condition {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.attributeType(this);
    }
  }

  /** {@code begins_with(operand, prefix)}. */
  record BeginsWith(Operand operand, Operand prefix) implements Condition {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.beginsWith(this);
    }
  }

  /** {@code contains(container, element)}. */
  record Contains(Operand container, Operand element) implements Condition {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.contains(this);
    }
  }

  /**
   * A pass over conditions.
   *
   * @param <R> what it makes of each
   */
  interface Visitor<R> {
    R and(And and);

    R or(Or or);

    R not(Not not);

    R comparison(Comparison comparison);

    R between(Between between);

    R in(In in);

    R attributeExists(AttributeExists function);

    R attributeNotExists(AttributeNotExists function);

    R attributeType(AttributeType function);

    R beginsWith(BeginsWith function);

    R contains(Contains function);
  }
}
