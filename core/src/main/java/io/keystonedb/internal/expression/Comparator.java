package io.keystonedb.internal.expression;

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

  /** As it is written. */
  public String symbol() {
    return symbol;
  }

  /** Whether it asks for an order and not only for equality. */
  public boolean isOrdering() {
    return this != EQ && this != NE;
  }

  /** The operator that says the same with its operands exchanged. */
  public Comparator mirrored() {
    return switch (this) {
      case EQ -> EQ;
      case NE -> NE;
      case LT -> GT;
      case LE -> GE;
      case GT -> LT;
      case GE -> LE;
    };
  }

  /**
   * Whether the operator holds for the result of a comparison.
   *
   * @param order negative, zero or positive as the left operand is smaller, equal or greater
   */
  public boolean holds(int order) {
    return switch (this) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
    };
  }
}
