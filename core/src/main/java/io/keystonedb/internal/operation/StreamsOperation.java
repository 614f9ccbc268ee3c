package io.keystonedb.internal.operation;

import io.keystonedb.internal.shape.Structure;

/**
 * An operation of the service of streams.
 *
 * @param <I> the record of its request
 * @param <O> the record of its answer
 */
abstract class StreamsOperation<I extends Record, O extends Record> extends Operation<I, O> {
  StreamsOperation(Class<I> inputType, Structure input, Structure output) {
    super(inputType, input, output);
  }

  @Override
  public final Service service() {
    return Service.STREAMS;
  }
}
