package io.keystonedb.internal.operation;

import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.model.Endpoint;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says where the service is, and for how long: where the request was sent to, so that a client with
 * endpoint discovery stays there.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeEndpoints.html">DescribeEndpoints</a>
 */
public final class DescribeEndpoints
    extends Operation<DescribeEndpoints.Input, DescribeEndpoints.Output> {
  private static final long CACHE_MINUTES = 1440;

  /** The request. */
  public record Input() {
    static final Structure SHAPE = Structure.of(Input.class);
  }

  /** The answer. */
  public record Output(@Nullable List<Endpoint> endpoints) {
    static final Structure SHAPE =
        Structure.of(Output.class, Member.optional("Endpoints", Shapes.listOf(Endpoint.SHAPE)));
  }

  DescribeEndpoints() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    String address =
        Objects.requireNonNullElseGet(
            context.address(),
            () -> "dynamodb." + context.engine().account().region() + ".amazonaws.com");
    return new Output(List.of(new Endpoint(address, CACHE_MINUTES)));
  }
}
