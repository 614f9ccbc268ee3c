package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Applies a bound update to one item: it walks the tree of all targets once and rebuilds the
 * documents on the way, while every value is computed from the item as it was. So the order of the
 * actions does not show, and all list indexes mean positions before the update.
 */
final class UpdateEvaluator implements UpdateValue.Visitor<Value> {
  private final Item before;
  private final String typeMismatch;

  /**
   * @param typeMismatch the text for a value that meets one of another type
   */
  UpdateEvaluator(Item before, String typeMismatch) {
    this.before = before;
    this.typeMismatch = typeMismatch;
  }

  Item apply(PathTree<Update.Action> targets) {
    return map(before, targets);
  }

  private Item map(Item map, PathTree<Update.Action> targets) {
    Map<String, PathTree<Update.Action>> entries = targets.entries();
    if (entries.size() == 1) {
      Map.Entry<String, PathTree<Update.Action>> only = entries.entrySet().iterator().next();
      Value after = changed(map.get(only.getKey()), only.getValue());
      return after == null ? map.without(only.getKey()) : map.with(only.getKey(), after);
    }
    Map<String, Value> result = new LinkedHashMap<>();
    map.forEach(result::put);
    for (Map.Entry<String, PathTree<Update.Action>> entry : entries.entrySet()) {
      Value after = changed(map.get(entry.getKey()), entry.getValue());
      if (after == null) {
        result.remove(entry.getKey());
      } else {
        result.put(entry.getKey(), after);
      }
    }
    return Item.copyOf(result);
  }

  /** Elements behind the end are appended in the order of their indexes, without padding. */
  private Value list(List<Value> list, SortedMap<Integer, PathTree<Update.Action>> targets) {
    List<Value> result = new ArrayList<>(list.size() + targets.size());
    for (int i = 0; i < list.size(); i++) {
      PathTree<Update.Action> target = targets.get(i);
      Value after = target == null ? list.get(i) : changed(list.get(i), target);
      if (after != null) {
        result.add(after);
      }
    }
    for (PathTree<Update.Action> target : targets.tailMap(list.size()).values()) {
      Value appended = changed(null, target);
      if (appended != null) {
        result.add(appended);
      }
    }
    return Value.list(result);
  }

  private @Nullable Value changed(@Nullable Value old, PathTree<Update.Action> target) {
    Update.Action action = target.leaf();
    if (action != null) {
      return action.result(this, old);
    }
    if (target.elements() != null) {
      if (old instanceof Value.L list) {
        return list(list.values(), target.elements());
      }
    } else if (old instanceof Value.M map) {
      return Value.map(map(map.values(), target));
    }
    throw ExpressionErrors.pathNotInItem();
  }

  /** The right-hand side of a SET. */
  Value assigned(Path path, UpdateValue value) {
    Value assigned = value.accept(this);
    // Only a value put into a document can end up deeper than it was checked for.
    if (!path.isTopLevel() && path.steps().size() + levels(assigned) >= Limits.NESTING_LEVELS) {
      throw ExpressionErrors.nestedTooDeep();
    }
    return assigned;
  }

  private static int levels(Value value) {
    Collection<Value> children;
    if (value instanceof Value.L list) {
      children = list.values();
    } else if (value instanceof Value.M map) {
      children = map.values().values();
    } else {
      return 0;
    }
    int deepest = 0;
    for (Value child : children) {
      deepest = Math.max(deepest, 1 + levels(child));
    }
    return deepest;
  }

  /**
   * The result of an ADD. Two lists are appended: the expression form refuses lists earlier, the
   * legacy {@code AttributeUpdates} allow them.
   */
  Value added(@Nullable Value old, Operand operand) {
    Value more = literal(operand);
    if (old == null) {
      return more;
    }
    if (old.type() != more.type()) {
      throw KeystoneException.validation(typeMismatch);
    }
    return switch (old.type()) {
      case N -> Numbers.add((Value.N) old, (Value.N) more);
      case SS -> new Value.SS(union(((Value.SS) old).values(), ((Value.SS) more).values()));
      case NS -> new Value.NS(union(((Value.NS) old).values(), ((Value.NS) more).values()));
      case BS -> new Value.BS(union(((Value.BS) old).values(), ((Value.BS) more).values()));
      case L -> appended((Value.L) old, (Value.L) more);
      case S, B, BOOL, NULL, M -> throw KeystoneException.validation(typeMismatch);
    };
  }

  /** The result of a DELETE on a set, or null if nothing is left of it. */
  @Nullable Value withoutElements(Value old, Operand operand) {
    Value less = literal(operand);
    if (old instanceof Value.SS a && less instanceof Value.SS b) {
      Set<String> rest = difference(a.values(), b.values());
      return rest.isEmpty() ? null : new Value.SS(rest);
    }
    if (old instanceof Value.NS a && less instanceof Value.NS b) {
      Set<Value.N> rest = difference(a.values(), b.values());
      return rest.isEmpty() ? null : new Value.NS(rest);
    }
    if (old instanceof Value.BS a && less instanceof Value.BS b) {
      Set<Value.B> rest = difference(a.values(), b.values());
      return rest.isEmpty() ? null : new Value.BS(rest);
    }
    throw KeystoneException.validation(typeMismatch);
  }

  private static <T> Set<T> union(Set<T> left, Set<T> right) {
    Set<T> union = new LinkedHashSet<>(left);
    union.addAll(right);
    return union;
  }

  private static <T> Set<T> difference(Set<T> left, Set<T> right) {
    Set<T> rest = new LinkedHashSet<>(left);
    right.forEach(rest::remove);
    return rest;
  }

  private static Value appended(Value.L first, Value.L second) {
    List<Value> values = new ArrayList<>(first.values());
    values.addAll(second.values());
    return Value.list(values);
  }

  private static Value literal(Operand operand) {
    if (operand instanceof Operand.Literal literal) {
      return literal.value();
    }
    throw new IllegalStateException("not bound: " + operand);
  }

  @Override
  public Value literal(Operand.Literal literal) {
    return literal.value();
  }

  @Override
  public Value placeholder(Operand.Placeholder placeholder) {
    throw new IllegalStateException("not bound: " + placeholder.name());
  }

  @Override
  public Value attribute(Operand.Attribute attribute) {
    Value value = attribute.path().get(before);
    if (value == null) {
      throw ExpressionErrors.attributeNotInItem();
    }
    return value;
  }

  @Override
  public Value ifNotExists(UpdateValue.IfNotExists function) {
    Value value = function.path().get(before);
    return value == null ? function.otherwise().accept(this) : value;
  }

  @Override
  public Value listAppend(UpdateValue.ListAppend function) {
    Value first = function.first().accept(this);
    Value second = function.second().accept(this);
    if (first instanceof Value.L a && second instanceof Value.L b) {
      return appended(a, b);
    }
    throw KeystoneException.validation(typeMismatch);
  }

  @Override
  public Value arithmetic(UpdateValue.Arithmetic arithmetic) {
    Value left = arithmetic.left().accept(this);
    Value right = arithmetic.right().accept(this);
    if (left instanceof Value.N a && right instanceof Value.N b) {
      return switch (arithmetic.operator()) {
        case PLUS -> Numbers.add(a, b);
        case MINUS -> Numbers.subtract(a, b);
      };
    }
    throw KeystoneException.validation(typeMismatch);
  }
}
