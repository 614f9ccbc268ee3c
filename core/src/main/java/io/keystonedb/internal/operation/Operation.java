package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RequestHooks;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
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
  private final ValidationLayers.Rule validation = ValidationLayers.of(name());

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
   * Runs the operation. All requests of all entry points come by here, so what concerns every
   * request hangs on it, see {@link RequestHooks}.
   *
   * @throws KeystoneException with the service's error
   */
  public final O call(RequestContext context, I request) {
    RequestHooks hooks = context.engine().hooks();
    if (hooks.isEmpty()) {
      checkConstraints(request, layer(context, request));
      return run(context, request);
    }
    return hooks.around(
        context,
        name(),
        request,
        new RequestHooks.Call<O>() {
          @Override
          public void checkConstraints() {
            Operation.this.checkConstraints(request, layer(context, request));
          }

          @Override
          public O execute() {
            return run(context, request);
          }
        });
  }

  private O run(RequestContext context, I request) {
    context.engine().completeDue();
    return execute(context, request);
  }

  /**
   * Runs the operation with a request made from its {@link #input()}.
   *
   * @throws KeystoneException with the service's error
   */
  public final Record callWith(RequestContext context, Record request) {
    return call(context, inputType.cast(request));
  }

  /** The words in which the operation refuses a request; single writes override it. */
  ValidationLayer layer(RequestContext context, I request) {
    return validation.in(context.engine().dials().validationRegion());
  }

  /** Checks the declared constraints; operations that report them differently override it. */
  void checkConstraints(I request, ValidationLayer layer) {
    DeclaredConstraints.check(input, request);
  }

  /** The operation itself; the declared constraints hold. */
  abstract O execute(RequestContext context, I request);
}
