package io.keystonedb.internal.expression;

import java.util.ArrayList;
import java.util.List;

/** Binds an update. */
final class UpdateBinder
    implements Update.Visitor<Update.Action>, UpdateValue.Visitor<UpdateValue> {
  private final Binder binder;
  private final ConditionBinder operands;

  UpdateBinder(Binder binder) {
    this.binder = binder;
    this.operands = new ConditionBinder(binder);
  }

  Update bind(Update update) {
    List<Update.Action> actions = new ArrayList<>(update.actions().size());
    for (Update.Action action : update.actions()) {
      actions.add(action.accept(this));
    }
    return new Update(actions);
  }

  @Override
  public Update.Action set(Update.Set set) {
    return new Update.Set(binder.path(set.path()), set.value().accept(this));
  }

  @Override
  public Update.Action remove(Update.Remove remove) {
    return new Update.Remove(binder.path(remove.path()));
  }

  @Override
  public Update.Action add(Update.Add add) {
    return new Update.Add(binder.path(add.path()), add.value().accept(operands));
  }

  @Override
  public Update.Action delete(Update.Delete delete) {
    return new Update.Delete(binder.path(delete.path()), delete.value().accept(operands));
  }

  @Override
  public UpdateValue literal(Operand.Literal literal) {
    return literal;
  }

  @Override
  public UpdateValue placeholder(Operand.Placeholder placeholder) {
    return binder.literal(placeholder);
  }

  @Override
  public UpdateValue attribute(Operand.Attribute attribute) {
    return new Operand.Attribute(binder.path(attribute.path()));
  }

  @Override
  public UpdateValue ifNotExists(UpdateValue.IfNotExists function) {
    return new UpdateValue.IfNotExists(
        binder.path(function.path()), function.otherwise().accept(this));
  }

  @Override
  public UpdateValue listAppend(UpdateValue.ListAppend function) {
    return new UpdateValue.ListAppend(
        function.first().accept(this), function.second().accept(this));
  }

  @Override
  public UpdateValue arithmetic(UpdateValue.Arithmetic arithmetic) {
    return new UpdateValue.Arithmetic(
        arithmetic.operator(), arithmetic.left().accept(this), arithmetic.right().accept(this));
  }
}
