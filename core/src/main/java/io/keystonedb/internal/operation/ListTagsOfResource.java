package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.Tag;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lists the tags of a table: all of them, for the service was observed (October 2026) to answer the
 * most that there can be at once.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTagsOfResource.html">ListTagsOfResource</a>
 */
public final class ListTagsOfResource
    extends Operation<ListTagsOfResource.Input, ListTagsOfResource.Output> {
  /** The request. */
  public record Input(@Nullable String resourceArn, @Nullable String nextToken) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required("ResourceArn", Shapes.RESOURCE_ARN),
            Member.optional("NextToken", Shapes.TEXT));
  }

  /** The answer. */
  public record Output(@Nullable List<Tag> tags, @Nullable String nextToken) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("Tags", Shapes.listOf(Tag.SHAPE)),
            Member.optional("NextToken", Shapes.TEXT));
  }

  ListTagsOfResource() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    Engine engine = context.engine();
    String arn = Objects.requireNonNull(request.resourceArn());
    if (request.nextToken() != null) {
      throw KeystoneException.validation("Invalid NextToken");
    }
    return engine.read(rows -> new Output(Tags.list(engine, rows, arn), null));
  }
}
