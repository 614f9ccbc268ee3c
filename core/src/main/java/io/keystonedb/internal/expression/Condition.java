package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition on an item. Immutable and thread-safe.
 *
 * <p>An absent path makes {@code <>} true and everything else false, so the negation of everything
 * else is true.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">Comparison
 *     operator and function reference</a>
 */
public sealed interface Condition extends ConditionPart {
  /** Whether the condition holds on an item; an absent item is one without attributes. */
  boolean test(Item item);

  /** This condition with its names and values in place. */
  Condition bind(Binder binder);

  /** Throws the service's error if the bound condition is one it does not take. */
  void check(ConditionChecker checker);

  /** Adds the operands, in the order in which they are written. */
  void addOperands(List<Operand> operands);

  /** All paths of the bound condition, in the order in which they are written. */
  default List<Path> paths() {
    List<Operand> operands = new ArrayList<>();
    addOperands(operands);
    List<Path> paths = new ArrayList<>();
    for (Operand operand : operands) {
      Operand inner = operand instanceof Operand.SizeOf size ? size.operand() : operand;
      if (inner instanceof Operand.PathOperand path) {
        paths.add(path.path());
      }
    }
    return paths;
  }

  /** All of some conditions. */
  record And(List<Condition> conditions) implements Condition {
    public And {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean test(Item item) {
      for (int i = 0; i < conditions.size(); i++) {
        if (!conditions.get(i).test(item)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Condition bind(Binder binder) {
      return new And(binder.all(conditions));
    }

    @Override
    public void check(ConditionChecker checker) {
      conditions.forEach(condition -> condition.check(checker));
    }

    @Override
    public void addOperands(List<Operand> operands) {
      conditions.forEach(condition -> condition.addOperands(operands));
    }
  }

  /** Any of some conditions. */
  record Or(List<Condition> conditions) implements Condition {
    public Or {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean test(Item item) {
      for (int i = 0; i < conditions.size(); i++) {
        if (conditions.get(i).test(item)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Condition bind(Binder binder) {
      return new Or(binder.all(conditions));
    }

    @Override
    public void check(ConditionChecker checker) {
      conditions.forEach(condition -> condition.check(checker));
    }

    @Override
    public void addOperands(List<Operand> operands) {
      conditions.forEach(condition -> condition.addOperands(operands));
    }
  }

  /** The negation of a condition. */
  record Not(Condition condition) implements Condition {
    @Override
    public boolean test(Item item) {
      return !condition.test(item);
    }

    @Override
    public Condition bind(Binder binder) {
      return new Not(condition.bind(binder));
    }

    @Override
    public void check(ConditionChecker checker) {
      condition.check(checker);
    }

    @Override
    public void addOperands(List<Operand> operands) {
      condition.addOperands(operands);
    }
  }

  /** A comparison of two operands. */
  record Comparison(Comparator comparator, Operand left, Operand right) implements Condition {
    @Override
    public boolean test(Item item) {
      return comparator.test(left.value(item), right.value(item));
    }

    @Override
    public Condition bind(Binder binder) {
      return new Comparison(comparator, left.bind(binder), right.bind(binder));
    }

    @Override
    public void check(ConditionChecker checker) {
      checker.comparison(this);
    }

    @Override
    public void addOperands(List<Operand> operands) {
      operands.add(left);
      operands.add(right);
    }
  }

  /** Whether an operand lies between two others, both included. */
  record Between(Operand operand, Operand lower, Operand upper) implements Condition {
    @Override
    public boolean test(Item item) {
      Value value = operand.value(item);
      return Comparator.GE.test(value, lower.value(item))
          && Comparator.LE.test(value, upper.value(item));
    }

    @Override
    public Condition bind(Binder binder) {
      return new Between(operand.bind(binder), lower.bind(binder), upper.bind(binder));
    }

    @Override
    public void check(ConditionChecker checker) {
      checker.between(this);
    }

    @Override
    public void addOperands(List<Operand> operands) {
      operands.add(operand);
      operands.add(lower);
      operands.add(upper);
    }
  }

  /** Whether an operand equals one of some others. */
  record In(Operand operand, List<Operand> candidates) implements Condition {
    public In {
      candidates = List.copyOf(candidates);
    }

    @Override
    public boolean test(Item item) {
      Value value = operand.value(item);
      for (int i = 0; i < candidates.size(); i++) {
        if (Comparator.EQ.test(value, candidates.get(i).value(item))) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Condition bind(Binder binder) {
      List<Operand> bound = new ArrayList<>(candidates.size());
      Operand first = operand.bind(binder);
      candidates.forEach(candidate -> bound.add(candidate.bind(binder)));
      return new In(first, bound);
    }

    @Override
    public void check(ConditionChecker checker) {
      checker.in(this);
    }

    @Override
    public void addOperands(List<Operand> operands) {
      operands.add(operand);
      operands.addAll(candidates);
    }
  }

  /** Whether there is anything at a path; or, negated, whether there is nothing. */
  record AttributeExists(Operand path, boolean negated) implements Condition {
    @Override
    public boolean test(Item item) {
      return (path.value(item) == null) == negated;
    }

    @Override
    public Condition bind(Binder binder) {
      return new AttributeExists(path.bind(binder), negated);
    }

    @Override
    public void check(ConditionChecker checker) {
      checker.requirePath(negated ? "attribute_not_exists" : "attribute_exists", path);
    }

    @Override
    public void addOperands(List<Operand> operands) {
      operands.add(path);
    }
  }

  /** Whether what is at a path has a type, which is given by its short name. */
  record AttributeType(Operand path, Operand type) implements Condition {
    @Override
    public boolean test(Item item) {
      Value value = path.value(item);
      return value != null
          && type.value(item) instanceof Value.S name
          && value.type().name().equals(name.value());
    }

    @Override
    public Condition bind(Binder binder) {
      return new AttributeType(path.bind(binder), type.bind(binder));
    }

    @Override
    public void check(ConditionChecker checker) {
      checker.attributeType(this);
    }

    @Override
    public void addOperands(List<Operand> operands) {
      operands.add(path);
      operands.add(type);
    }
  }

  /** Whether a string or binary begins with another. */
  record BeginsWith(Operand operand, Operand prefix) implements Condition {
    @Override
    public boolean test(Item item) {
      Value value = operand.value(item);
      Value start = prefix.value(item);
      if (value instanceof Value.S string && start instanceof Value.S text) {
        return string.value().startsWith(text.value());
      }
      return value instanceof Value.B binary
          && start instanceof Value.B bytes
          && binary.startsWith(bytes);
    }

    @Override
    public Condition bind(Binder binder) {
      return new BeginsWith(operand.bind(binder), prefix.bind(binder));
    }

    @Override
    public void check(ConditionChecker checker) {
      checker.beginsWith(this);
    }

    @Override
    public void addOperands(List<Operand> operands) {
      operands.add(operand);
      operands.add(prefix);
    }
  }

  /** Whether a string or binary has another in it, or a set or list an element. */
  record Contains(Operand container, Operand element) implements Condition {
    @Override
    public boolean test(Item item) {
      Value value = container.value(item);
      Value part = element.value(item);
      return value != null && part != null && contains(value, part);
    }

    static boolean contains(Value value, Value part) {
      return switch (value.type()) {
        case S -> part instanceof Value.S text && ((Value.S) value).value().contains(text.value());
        case B -> part instanceof Value.B bytes && ((Value.B) value).contains(bytes);
        case SS ->
            part instanceof Value.S text && ((Value.SS) value).values().contains(text.value());
        case NS -> part instanceof Value.N number && ((Value.NS) value).values().contains(number);
        case BS -> part instanceof Value.B bytes && ((Value.BS) value).values().contains(bytes);
        case L -> ((Value.L) value).values().contains(part);
        case N, BOOL, NULL, M -> false;
      };
    }

    @Override
    public Condition bind(Binder binder) {
      return new Contains(container.bind(binder), element.bind(binder));
    }

    @Override
    public void check(ConditionChecker checker) {
      checker.contains(this);
    }

    @Override
    public void addOperands(List<Operand> operands) {
      operands.add(container);
      operands.add(element);
    }
  }
}
