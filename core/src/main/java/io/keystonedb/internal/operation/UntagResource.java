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
 * Removes tags from a table; keys it does not have are ignored.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UntagResource.html">UntagResource</a>
 */
public final class UntagResource extends Operation<UntagResource.Input, UntagResource.Output> {

  /** The request. */
  public record Input(@Nullable String resourceArn, @Nullable List<String> tagKeys) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required("ResourceArn", Shapes.RESOURCE_ARN),
            Member.required("TagKeys", Shapes.listOf(Shapes.TEXT)));
  }

  /** The answer. */
  public record Output() {
    static final Structure SHAPE = Structure.of(Output.class);
  }

  UntagResource() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    Engine engine = context.engine();
    String arn = Objects.requireNonNull(request.resourceArn());
    List<String> keys = Objects.requireNonNull(request.tagKeys());
    if (keys.isEmpty()) {
      throw KeystoneException.validation("Atleast one Tag Key needs to be provided as Input.");
    }
    Tags.checkKeys(keys);
    return engine.write(
        rows -> {
          TableDefinition table = Tags.requireTable(engine, rows, arn);
          List<Tag> kept = table.tags().stream().filter(tag -> !keys.contains(tag.key())).toList();
          Tables.put(rows, table.withTags(kept));
          return new Output();
        });
  }
}
