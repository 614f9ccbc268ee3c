package io.keystonedb.internal.expression;

import java.util.ArrayList;
import java.util.List;

/** Binds a condition. */
final class ConditionBinder implements Condition.Visitor<Condition>, Operand.Visitor<Operand> {
  private final Binder binder;

  ConditionBinder(Binder binder) {
    this.binder = binder;
  }

  @Override
  public Condition and(Condition.And and) {
    return new Condition.And(conditions(and.parts()));
  }

  @Override
  public Condition or(Condition.Or or) {
    return new Condition.Or(conditions(or.parts()));
  }

  @Override
  public Condition not(Condition.Not not) {
    return new Condition.Not(not.part().accept(this));
  }

  @Override
  public Condition comparison(Condition.Comparison comparison) {
    return new Condition.Comparison(
        comparison.comparator(), comparison.left().accept(this), comparison.right().accept(this));
  }

  @Override
  public Condition between(Condition.Between between) {
    return new Condition.Between(
        between.operand().accept(this), between.lower().accept(this), between.upper().accept(this));
  }

  @Override
  public Condition in(Condition.In in) {
    List<Operand> candidates = new ArrayList<>(in.candidates().size());
    for (Operand candidate : in.candidates()) {
      candidates.add(candidate.accept(this));
    }
    return new Condition.In(in.operand().accept(this), candidates);
  }

  @Override
  public Condition attributeExists(Condition.AttributeExists function) {
    return new Condition.AttributeExists(binder.path(function.path()));
  }

  @Override
  public Condition attributeNotExists(Condition.AttributeNotExists function) {
    return new Condition.AttributeNotExists(binder.path(function.path()));
  }

  @Override
  public Condition attributeType(Condition.AttributeType function) {
    return new Condition.AttributeType(
        function.operand().accept(this), function.type().accept(this));
  }

  @Override
  public Condition beginsWith(Condition.BeginsWith function) {
    return new Condition.BeginsWith(
        function.operand().accept(this), function.prefix().accept(this));
  }

  @Override
  public Condition contains(Condition.Contains function) {
    return new Condition.Contains(
        function.container().accept(this), function.element().accept(this));
  }

  @Override
  public Operand literal(Operand.Literal literal) {
    return literal;
  }

  @Override
  public Operand placeholder(Operand.Placeholder placeholder) {
    return binder.literal(placeholder);
  }

  @Override
  public Operand attribute(Operand.Attribute attribute) {
    return new Operand.Attribute(binder.path(attribute.path()));
  }

  @Override
  public Operand size(Operand.Size size) {
    return new Operand.Size(size.of().accept(this));
  }

  private List<Condition> conditions(List<Condition> parts) {
    List<Condition> bound = new ArrayList<>(parts.size());
    for (Condition part : parts) {
      bound.add(part.accept(this));
    }
    return bound;
  }
}
