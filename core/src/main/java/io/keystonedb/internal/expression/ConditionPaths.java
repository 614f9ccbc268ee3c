package io.keystonedb.internal.expression;

import java.util.List;

/** Collects the paths of a condition in the order of its text. */
final class ConditionPaths implements Condition.Visitor<List<Path>>, Operand.Visitor<List<Path>> {
  private final List<Path> paths;

  ConditionPaths(List<Path> paths) {
    this.paths = paths;
  }

  @Override
  public List<Path> and(Condition.And and) {
    and.parts().forEach(part -> part.accept(this));
    return paths;
  }

  @Override
  public List<Path> or(Condition.Or or) {
    or.parts().forEach(part -> part.accept(this));
    return paths;
  }

  @Override
  public List<Path> not(Condition.Not not) {
    return not.part().accept(this);
  }

  @Override
  public List<Path> comparison(Condition.Comparison comparison) {
    return all(comparison.left(), comparison.right());
  }

  @Override
  public List<Path> between(Condition.Between between) {
    return all(between.operand(), between.lower(), between.upper());
  }

  @Override
  public List<Path> in(Condition.In in) {
    in.operand().accept(this);
    in.candidates().forEach(candidate -> candidate.accept(this));
    return paths;
  }

  @Override
  public List<Path> attributeExists(Condition.AttributeExists function) {
    return add(function.path());
  }

  @Override
  public List<Path> attributeNotExists(Condition.AttributeNotExists function) {
    return add(function.path());
  }

  @Override
  public List<Path> attributeType(Condition.AttributeType function) {
    return all(function.operand());
  }

  @Override
  public List<Path> beginsWith(Condition.BeginsWith function) {
    return all(function.operand(), function.prefix());
  }

  @Override
  public List<Path> contains(Condition.Contains function) {
    return all(function.container(), function.element());
  }

  @Override
  public List<Path> literal(Operand.Literal literal) {
    return paths;
  }

  @Override
  public List<Path> placeholder(Operand.Placeholder placeholder) {
    return paths;
  }

  @Override
  public List<Path> attribute(Operand.Attribute attribute) {
    return add(attribute.path());
  }

  @Override
  public List<Path> size(Operand.Size size) {
    return size.of().accept(this);
  }

  private List<Path> all(Operand... operands) {
    for (Operand operand : operands) {
      operand.accept(this);
    }
    return paths;
  }

  private List<Path> add(Path path) {
    paths.add(path);
    return paths;
  }
}
