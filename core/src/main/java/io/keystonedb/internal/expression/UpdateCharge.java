package io.keystonedb.internal.expression;

import io.keystonedb.internal.value.Sizes;

/**
 * What an update counts, in bytes, when UpdateItem judges its size: what it says, not what it
 * reads. Observed in 31 of 33 Regions in October 2026.
 */
public final class UpdateCharge implements Update.Visitor<Integer>, UpdateValue.Visitor<Integer> {
  private static final int BASE = 3;
  private static final int WRITE = 19;
  private static final int REMOVAL = 1;
  private static final int STEP_OF_TARGET = 4;
  private static final int READ = 1;
  private static final int STEP_OF_READ = 14;
  private static final int SUM = 34;
  private static final int DIFFERENCE = 37;
  private static final int LIST_APPEND = 37;
  private static final int IF_NOT_EXISTS = 39;

  private UpdateCharge() {}

  /** The charge for an update. */
  public static long of(Update update) {
    UpdateCharge charge = new UpdateCharge();
    long bytes = BASE;
    for (Update.Action action : update.actions()) {
      bytes += action.accept(charge);
    }
    return bytes;
  }

  @Override
  public Integer set(Update.Set set) {
    return WRITE + target(set.path()) + set.value().accept(this);
  }

  @Override
  public Integer add(Update.Add add) {
    return WRITE + target(add.path()) + Sizes.of(((Operand.Literal) add.value()).value());
  }

  @Override
  public Integer remove(Update.Remove remove) {
    return REMOVAL + target(remove.path());
  }

  @Override
  public Integer delete(Update.Delete delete) {
    return REMOVAL + target(delete.path());
  }

  private static int target(Path path) {
    int bytes = Sizes.utf8Length(path.name());
    for (Path.Step step : path.steps()) {
      bytes += STEP_OF_TARGET + length(step);
    }
    return bytes;
  }

  private static int length(Path.Step step) {
    return step instanceof Path.Index index
        ? Integer.toString(index.index()).length()
        : Sizes.utf8Length(((Path.Key) step).name());
  }

  @Override
  public Integer literal(Operand.Literal literal) {
    return Sizes.of(literal.value());
  }

  @Override
  public Integer placeholder(Operand.Placeholder placeholder) {
    throw new IllegalStateException("not bound: " + placeholder.name());
  }

  @Override
  public Integer attribute(Operand.Attribute attribute) {
    return read(attribute.path());
  }

  private static int read(Path path) {
    int bytes = READ + STEP_OF_READ + Sizes.utf8Length(path.name());
    for (Path.Step step : path.steps()) {
      bytes += STEP_OF_READ + length(step);
    }
    return bytes;
  }

  @Override
  public Integer ifNotExists(UpdateValue.IfNotExists function) {
    return IF_NOT_EXISTS + read(function.path()) + function.otherwise().accept(this);
  }

  @Override
  public Integer listAppend(UpdateValue.ListAppend function) {
    return LIST_APPEND + function.first().accept(this) + function.second().accept(this);
  }

  @Override
  public Integer arithmetic(UpdateValue.Arithmetic arithmetic) {
    int operator = arithmetic.operator() == UpdateValue.Operator.PLUS ? SUM : DIFFERENCE;
    return operator + arithmetic.left().accept(this) + arithmetic.right().accept(this);
  }
}
