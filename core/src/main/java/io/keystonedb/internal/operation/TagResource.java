package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.Tag;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adds tags to a table.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TagResource.html">TagResource</a>
 */
public final class TagResource extends Operation<TagResource.Input, TagResource.Output> {

  /** The request. */
  public record Input(@Nullable String resourceArn, @Nullable List<Tag> tags) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required("ResourceArn", Shapes.RESOURCE_ARN),
            Member.required("Tags", Shapes.listOf(Tag.SHAPE)));
  }

  /** The answer. */
  public record Output() {
    static final Structure SHAPE = Structure.of(Output.class);
  }

  TagResource() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    Engine engine = context.engine();
    String arn = Objects.requireNonNull(request.resourceArn());
    List<Tag> tags = Objects.requireNonNull(request.tags());
    if (tags.isEmpty()) {
      throw KeystoneException.validation("Atleast one Tag needs to be provided as Input.");
    }
    Tags.check(tags);
    return engine.write(
        rows -> {
          TableDefinition table = Tags.requireTable(engine, rows, arn);
          Tables.put(rows, table.withTags(Tags.added(table.tags(), tags)));
          return new Output();
        });
  }
}
