package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.expression.Comparator;
import io.keystonedb.internal.expression.Condition;
import io.keystonedb.internal.expression.Operand;
import io.keystonedb.internal.expression.SortRange;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import io.keystonedb.internal.value.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the WHERE clause of a statement says of keys. */
final class WhereClause {
  private final List<Condition> parts;

  private WhereClause(List<Condition> parts) {
    this.parts = parts;
  }

  /** A clause; null if the statement has none. */
  static WhereClause of(@Nullable Condition where) {
    List<Condition> parts = new ArrayList<>();
    if (where != null) {
      addParts(where, parts);
    }
    return new WhereClause(parts);
  }

  private static void addParts(Condition condition, List<Condition> parts) {
    if (condition instanceof Condition.And and) {
      and.parts().forEach(part -> addParts(part, parts));
    } else {
      parts.add(condition);
    }
  }

  /** The branches of a clause that is an OR; the clause itself if it is none. */
  List<WhereClause> branches() {
    if (parts.size() != 1 || !(parts.get(0) instanceof Condition.Or or)) {
      return List.of(this);
    }
    return or.parts().stream().map(WhereClause::of).toList();
  }

  /** Whether the clause says of one of some attributes what it is not. */
  boolean excludesAny(List<KeyAttribute> attributes) {
    return parts.stream()
        .anyMatch(part -> attributes.stream().anyMatch(attribute -> excludes(part, attribute)));
  }

  private static boolean excludes(Condition part, KeyAttribute attribute) {
    if (part instanceof Condition.Not not) {
      return says(not.part(), attribute);
    }
    return part instanceof Condition.Comparison comparison
        && comparison.comparator() == Comparator.NE
        && (isAttribute(comparison.left(), attribute)
            || isAttribute(comparison.right(), attribute));
  }

  private static boolean says(Condition part, KeyAttribute attribute) {
    return termOf(part, attribute).isPresent()
        || (part instanceof Condition.In in && isAttribute(in.operand(), attribute));
  }

  /** Whether the clause has an OR at its top, so that it says nothing of single attributes. */
  boolean hasAlternatives() {
    return parts.stream().anyMatch(Condition.Or.class::isInstance);
  }

  /**
   * A key that is named in full.
   *
   * @param rest what else the clause asks of the item
   */
  record SingleKey(Item key, List<Condition> rest) {
    SingleKey {
      rest = List.copyOf(rest);
    }

    /** Whether an item is what the clause asks for besides its key. */
    boolean matches(Item item) {
      for (Condition condition : rest) {
        if (!condition.test(item)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * The one item that the clause is about: all key attributes equal values.
   *
   * @return null if not all do
   * @throws KeystoneException if a value can't be one of the attribute
   */
  @Nullable SingleKey singleKey(KeyAttributes key) {
    Item.Appender found = Item.appender(key.size());
    List<Condition> rest = new ArrayList<>(parts);
    for (KeyAttribute attribute : key.all()) {
      Condition part = equality(attribute, rest);
      if (part == null) {
        if (key.isOptional(attribute)) {
          continue;
        }
        return null;
      }
      rest.remove(part);
      Value value = termOf(part, attribute).first();
      check(attribute, value);
      found.append(attribute.name(), value);
    }
    return new SingleKey(found.toItem(), rest);
  }

  private static @Nullable Condition equality(KeyAttribute attribute, List<Condition> parts) {
    for (Condition part : parts) {
      Term term = termOf(part, attribute);
      if (term.operator() == null && term.isPresent()) {
        return part;
      }
    }
    return null;
  }

  /** Refuses values that the attribute of a key can't have. */
  static void check(KeyAttribute attribute, Value value) {
    if (value.type() != attribute.type()) {
      throw KeystoneException.validation(
          "Key attribute's data type should match its data type in table's schema: Key "
              + attribute.name());
    }
    KeyChecks.notEmpty(attribute, value);
  }

  /** Whether a second part of the clause sets a key attribute equal to something. */
  @Nullable KeyAttribute repeated(KeyAttributes key, SingleKey found) {
    for (KeyAttribute attribute : key.all()) {
      if (equality(attribute, found.rest()) != null) {
        return attribute;
      }
    }
    return null;
  }

  /**
   * The values that an attribute may have, in ascending order: from an equality, an IN, or an OR of
   * those; null if it may have any.
   */
  @Nullable List<Value> valuesOf(KeyAttribute attribute) {
    Condition equality = equality(attribute, parts);
    if (equality != null) {
      return sorted(attribute, List.of(termOf(equality, attribute).first()));
    }
    for (Condition part : parts) {
      List<Value> values = new ArrayList<>();
      if (collect(part, attribute, values)) {
        return sorted(attribute, values);
      }
    }
    return null;
  }

  private static List<Value> sorted(KeyAttribute attribute, List<Value> values) {
    values.forEach(value -> check(attribute, value));
    TreeSet<Value> sorted = new TreeSet<>(ValueOrder::compare);
    sorted.addAll(values);
    return List.copyOf(sorted);
  }

  private static boolean collect(Condition part, KeyAttribute attribute, List<Value> values) {
    if (part instanceof Condition.Or or) {
      return or.parts().stream().allMatch(each -> collect(each, attribute, values));
    }
    if (part instanceof Condition.In in && isAttribute(in.operand(), attribute)) {
      for (Operand candidate : in.candidates()) {
        if (!(candidate instanceof Operand.Literal literal)) {
          return false;
        }
        values.add(literal.value());
      }
      return true;
    }
    Term term = termOf(part, attribute);
    if (term.isPresent() && term.operator() == null) {
      values.add(term.first());
      return true;
    }
    return false;
  }

  /** The first range that the clause gives an attribute, or null. */
  @Nullable SortRange rangeOf(KeyAttribute attribute) {
    SortRange range = null;
    for (Condition part : parts) {
      Term term = termOf(part, attribute);
      if (!term.isPresent() || term.operator() == null) {
        continue;
      }
      check(attribute, term.first());
      if (range == null) {
        range = new SortRange(term.operator(), term.first(), term.second());
      }
    }
    return range;
  }

  private static boolean isAttribute(Operand operand, KeyAttribute attribute) {
    return operand instanceof Operand.Attribute path
        && path.path().isTopLevel()
        && path.path().name().equals(attribute.name());
  }

  /**
   * What one part says of an attribute.
   *
   * @param operator null for equality
   * @param value null if the part says nothing of it
   */
  private record Term(
      SortRange.@Nullable Operator operator, @Nullable Value value, @Nullable Value second) {
    static final Term NONE = new Term(null, null, null);

    boolean isPresent() {
      return value != null;
    }

    Value first() {
      if (value == null) {
        throw new IllegalStateException("says nothing of the attribute");
      }
      return value;
    }
  }

  private static Term termOf(Condition part, KeyAttribute attribute) {
    if (part instanceof Condition.Comparison comparison) {
      if (isAttribute(comparison.left(), attribute)
          && comparison.right() instanceof Operand.Literal right) {
        return comparison(comparison.comparator(), right.value());
      }
      if (isAttribute(comparison.right(), attribute)
          && comparison.left() instanceof Operand.Literal left) {
        return comparison(comparison.comparator().mirrored(), left.value());
      }
    }
    if (part instanceof Condition.Between between
        && isAttribute(between.operand(), attribute)
        && between.lower() instanceof Operand.Literal lower
        && between.upper() instanceof Operand.Literal upper) {
      return new Term(SortRange.Operator.BETWEEN, lower.value(), upper.value());
    }
    if (part instanceof Condition.BeginsWith function
        && isAttribute(function.operand(), attribute)
        && function.prefix() instanceof Operand.Literal prefix) {
      return new Term(SortRange.Operator.BEGINS_WITH, prefix.value(), null);
    }
    return Term.NONE;
  }

  private static Term comparison(Comparator comparator, Value value) {
    return switch (comparator) {
      case EQ -> new Term(null, value, null);
      case LT -> new Term(SortRange.Operator.LT, value, null);
      case LE -> new Term(SortRange.Operator.LE, value, null);
      case GT -> new Term(SortRange.Operator.GT, value, null);
      case GE -> new Term(SortRange.Operator.GE, value, null);
      case NE -> Term.NONE;
    };
  }
}
