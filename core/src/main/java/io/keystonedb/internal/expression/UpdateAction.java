package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import org.jspecify.annotations.Nullable;

/** One action of an update. */
public sealed interface UpdateAction {
  /** What the action changes. */
  Path target();

  /** Whether the action writes a value, so that it creates an item where there is none. */
  boolean writes();

  /** Bytes that the service adds for the action when it checks the size of an item. */
  int cost();

  /** This action with its names and values in place. */
  UpdateAction bind(Binder binder);

  /** Throws the service's error if an operand can't be what it is, whatever the item. */
  void check(ExpressionErrors errors);

  /** Notes what the action does to an item as it was. */
  void addTo(ItemEdit edit, Item before);

  /** Sets an attribute, an element of a map or of a list. */
  record Set(Path target, UpdateOperand value) implements UpdateAction {
    private static final int COST = 19;
    private static final int INDEX_COST = 20;
    private static final int ARITHMETIC_COST = 69;

    @Override
    public boolean writes() {
      return true;
    }

    @Override
    public int cost() {
      if (value instanceof UpdateOperand.Sum) {
        return ARITHMETIC_COST;
      }
      int steps = target.steps().size();
      boolean element = steps > 0 && target.steps().get(steps - 1) instanceof Path.Index;
      return element ? INDEX_COST : COST;
    }

    @Override
    public UpdateAction bind(Binder binder) {
      return new Set(binder.path(target), value.bind(binder));
    }

    @Override
    public void check(ExpressionErrors errors) {
      value.check(errors);
    }

    @Override
    public void addTo(ItemEdit edit, Item before) {
      edit.set(target, value.evaluate(before));
    }
  }

  /** Removes an attribute, an element of a map or of a list. */
  record Remove(Path target) implements UpdateAction {
    @Override
    public boolean writes() {
      return false;
    }

    @Override
    public int cost() {
      return 2;
    }

    @Override
    public UpdateAction bind(Binder binder) {
      return new Remove(binder.path(target));
    }

    @Override
    public void check(ExpressionErrors errors) {}

    @Override
    public void addTo(ItemEdit edit, Item before) {
      edit.remove(target);
    }
  }

  /** Adds to a number or to a set; both begin from nothing. */
  record Add(Path target, Operand operand) implements UpdateAction {
    @Override
    public boolean writes() {
      return true;
    }

    @Override
    public int cost() {
      return 19;
    }

    @Override
    public UpdateAction bind(Binder binder) {
      return new Add(binder.path(target), operand.bind(binder));
    }

    @Override
    public void check(ExpressionErrors errors) {
      ValueType type = typeOf(operand);
      if (type != null && type != ValueType.N && !type.isSet()) {
        throw errors.actionOperandType("ADD", type.longName());
      }
    }

    @Override
    public void addTo(ItemEdit edit, Item before) {
      Value addend = UpdateErrors.present(operand.value(before));
      Value current = target.get(before);
      edit.set(target, current == null ? addend : sum(current, addend));
    }

    private static Value sum(Value current, Value addend) {
      if (current instanceof Value.N number && addend instanceof Value.N more) {
        return Arithmetic.add(number, more);
      }
      return Sets.union(current, addend);
    }
  }

  /** Removes elements from a set, and the attribute with the last of them. */
  record Delete(Path target, Operand operand) implements UpdateAction {
    @Override
    public boolean writes() {
      return false;
    }

    @Override
    public int cost() {
      return 2;
    }

    @Override
    public UpdateAction bind(Binder binder) {
      return new Delete(binder.path(target), operand.bind(binder));
    }

    @Override
    public void check(ExpressionErrors errors) {
      ValueType type = typeOf(operand);
      if (type != null && !type.isSet()) {
        throw errors.actionOperandType("DELETE", type.longName());
      }
    }

    @Override
    public void addTo(ItemEdit edit, Item before) {
      Value current = target.get(before);
      if (current == null) {
        // Nothing to take away; but the way to it has to be there.
        edit.remove(target);
        return;
      }
      Value rest = Sets.difference(current, UpdateErrors.present(operand.value(before)));
      if (rest == null) {
        edit.remove(target);
      } else {
        edit.set(target, rest);
      }
    }
  }

  private static @Nullable ValueType typeOf(Operand operand) {
    return operand instanceof Operand.Literal literal ? literal.value().type() : null;
  }
}
