package io.keystonedb.internal.expression;

import io.keystonedb.Value;
import io.keystonedb.internal.value.ValueOrder;
import org.jspecify.annotations.Nullable;

/** The six comparison operators. */
public enum Comparator {
  EQ("="),
  NE("<>"),
  LT("<"),
  LE("<="),
  GT(">"),
  GE(">=");

  private final String symbol;

  Comparator(String symbol) {
    this.symbol = symbol;
  }

  /** As written in an expression. */
  public String symbol() {
    return symbol;
  }

  static @Nullable Comparator of(String symbol) {
    for (Comparator comparator : values()) {
      if (comparator.symbol.equals(symbol)) {
        return comparator;
      }
    }
    return null;
  }

  /** Whether it compares an order, which only strings, numbers and binaries have. */
  boolean needsOrder() {
    return this != EQ && this != NE;
  }

  /** The operator that says the same with its operands exchanged. */
  Comparator mirrored() {
    return switch (this) {
      case EQ, NE -> this;
      case LT -> GT;
      case LE -> GE;
      case GT -> LT;
      case GE -> LE;
    };
  }

  /** Compares two values; an absent one differs from everything and has no order. */
  boolean test(@Nullable Value left, @Nullable Value right) {
    if (left == null || right == null) {
      return this == NE;
    }
    if (!needsOrder()) {
      return left.equals(right) == (this == EQ);
    }
    if (!ValueOrder.comparable(left, right)) {
      return false;
    }
    int order = ValueOrder.compare(left, right);
    return switch (this) {
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
      case EQ, NE -> throw new IllegalStateException("handled before: " + this);
    };
  }
}
