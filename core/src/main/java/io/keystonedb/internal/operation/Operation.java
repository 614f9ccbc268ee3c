package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.validation.DeclaredConstraints;

/**
 * One operation of the service: what goes in, what comes out, and what it does in between.
 *
 * <p>Stateless and thread-safe.
 *
 * @param <I> the record of its request
 * @param <O> the record of its answer
 */
public abstract class Operation<I extends Record, O extends Record> {
  private final Class<I> inputType;
  private final Structure input;
  private final Structure output;

  Operation(Class<I> inputType, Structure input, Structure output) {
    this.inputType = inputType;
    this.input = input;
    this.output = output;
  }

  /** The service's name of the operation, such as {@code PutItem}. */
  public final String name() {
    return getClass().getSimpleName();
  }

  /** The service it belongs to; operations on streams override it. */
  public Service service() {
    return Service.DYNAMODB;
  }

  /** The shape of the request. */
  public final Structure input() {
    return input;
  }

  /** The shape of the answer. */
  public final Structure output() {
    return output;
  }

  /**
   * Runs the operation.
   *
   * @throws KeystoneException with the service's error
   */
  public final O call(Engine engine, I request) {
    checkConstraints(request);
    engine.completeDue();
    return execute(engine, request);
  }

  /**
   * Runs the operation with a request made from its {@link #input()}.
   *
   * @throws KeystoneException with the service's error
   */
  public final Record callWith(Engine engine, Record request) {
    return call(engine, inputType.cast(request));
  }

  /** Checks the declared constraints; operations that report them differently override it. */
  void checkConstraints(I request) {
    DeclaredConstraints.check(input, request);
  }

  /** The operation itself; the declared constraints hold. */
  abstract O execute(Engine engine, I request);
}
