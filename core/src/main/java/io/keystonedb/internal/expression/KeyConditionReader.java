package io.keystonedb.internal.expression;

import io.keystonedb.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads key conditions from a bound condition: it takes an AND apart and turns comparisons whose
 * value stands on the left.
 */
final class KeyConditionReader implements Condition.Visitor<Boolean> {
  private final Map<String, KeyConditions.Term> terms = new LinkedHashMap<>();

  Map<String, KeyConditions.Term> terms() {
    return terms;
  }

  @Override
  public Boolean and(Condition.And and) {
    for (Condition part : and.parts()) {
      part.accept(this);
    }
    return true;
  }

  @Override
  public Boolean or(Condition.Or or) {
    throw KeyErrors.invalidOperator("OR");
  }

  @Override
  public Boolean not(Condition.Not not) {
    throw KeyErrors.invalidOperator("NOT");
  }

  @Override
  public Boolean comparison(Condition.Comparison comparison) {
    Comparator comparator = comparison.comparator();
    if (comparator == Comparator.NE) {
      throw KeyErrors.invalidOperator("<>");
    }
    if (comparison.left() instanceof Operand.Literal value
        && comparison.right() instanceof Operand.Attribute) {
      return compare(comparison.right(), comparator.mirrored(), value);
    }
    return compare(comparison.left(), comparator, comparison.right());
  }

  private Boolean compare(Operand left, Comparator comparator, Operand right) {
    String attribute = attribute(left);
    Value value = value(right);
    return add(
        attribute,
        switch (comparator) {
          case EQ -> new KeyConditions.Equal(value);
          case LT -> range(SortRange.Operator.LT, value);
          case LE -> range(SortRange.Operator.LE, value);
          case GT -> range(SortRange.Operator.GT, value);
          case GE -> range(SortRange.Operator.GE, value);
          case NE -> throw KeyErrors.invalidOperator("<>");
        });
  }

  private static KeyConditions.Term range(SortRange.Operator operator, Value value) {
    return new KeyConditions.Range(new SortRange(operator, value, null));
  }

  @Override
  public Boolean between(Condition.Between between) {
    if (between.operand() instanceof Operand.Literal) {
      throw KeyErrors.attributeNotFirst("BETWEEN");
    }
    String attribute = attribute(between.operand());
    Value lower = value(between.lower());
    Value upper = value(between.upper());
    return add(
        attribute,
        new KeyConditions.Range(new SortRange(SortRange.Operator.BETWEEN, lower, upper)));
  }

  @Override
  public Boolean beginsWith(Condition.BeginsWith function) {
    if (function.operand() instanceof Operand.Literal) {
      throw KeyErrors.attributeNotFirst("begins_with");
    }
    return add(
        attribute(function.operand()),
        range(SortRange.Operator.BEGINS_WITH, value(function.prefix())));
  }

  @Override
  public Boolean in(Condition.In in) {
    throw KeyErrors.invalidOperator("IN");
  }

  @Override
  public Boolean attributeExists(Condition.AttributeExists function) {
    throw KeyErrors.invalidOperator("attribute_exists");
  }

  @Override
  public Boolean attributeNotExists(Condition.AttributeNotExists function) {
    throw KeyErrors.invalidOperator("attribute_not_exists");
  }

  @Override
  public Boolean attributeType(Condition.AttributeType function) {
    throw KeyErrors.invalidOperator("attribute_type");
  }

  @Override
  public Boolean contains(Condition.Contains function) {
    throw KeyErrors.invalidOperator("contains");
  }

  private static String attribute(Operand operand) {
    if (operand instanceof Operand.Attribute attribute) {
      if (!attribute.path().isTopLevel()) {
        throw KeyErrors.nestedAttribute();
      }
      return attribute.path().name();
    }
    if (operand instanceof Operand.Size) {
      throw KeyErrors.nestedOperation();
    }
    throw KeyErrors.noAttribute();
  }

  private static Value value(Operand operand) {
    if (operand instanceof Operand.Literal literal) {
      return literal.value();
    }
    if (operand instanceof Operand.Size) {
      throw KeyErrors.nestedOperation();
    }
    throw KeyErrors.severalAttributes();
  }

  private Boolean add(String attribute, KeyConditions.Term term) {
    if (terms.put(attribute, term) != null) {
      throw KeyErrors.repeatedKey();
    }
    return true;
  }
}
