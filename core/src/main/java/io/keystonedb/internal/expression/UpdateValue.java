package io.keystonedb.internal.expression;

/** The right-hand side of a SET action. */
public sealed interface UpdateValue
    permits Operand.Literal,
        Operand.Placeholder,
        Operand.Attribute,
        UpdateValue.IfNotExists,
        UpdateValue.ListAppend,
        UpdateValue.Arithmetic {

  /** Calls the visitor's method for this kind of value. */
  <R> R accept(Visitor<R> visitor);

  /** {@code if_not_exists(path, otherwise)}: what is there, or something else. */
  record IfNotExists(Path path, UpdateValue otherwise) implements UpdateValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ifNotExists(this);
    }
  }

  /** {@code list_append(first, second)}: two lists, one behind the other. */
  record ListAppend(UpdateValue first, UpdateValue second) implements UpdateValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.listAppend(this);
    }
  }

  /** The two operators on numbers. */
  enum Operator {
    PLUS("+"),
    MINUS("-");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
      return symbol;
    }
  }

  /** {@code left + right} or {@code left - right}. */
  record Arithmetic(Operator operator, UpdateValue left, UpdateValue right) implements UpdateValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arithmetic(this);
    }
  }

  /**
   * A pass over the values of an update.
   *
   * @param <R> what it makes of each
   */
  interface Visitor<R> {
    R literal(Operand.Literal literal);

    R placeholder(Operand.Placeholder placeholder);

    R attribute(Operand.Attribute attribute);

    R ifNotExists(IfNotExists function);

    R listAppend(ListAppend function);

    R arithmetic(Arithmetic arithmetic);
  }
}
