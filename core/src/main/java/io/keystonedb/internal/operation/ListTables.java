package io.keystonedb.internal.operation;

import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists names of tables in UTF-8 order, up to 100 at a time.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTables.html">ListTables</a>
 */
public final class ListTables extends Operation<ListTables.Input, ListTables.Output> {

  /** The request. */
  public record Input(@Nullable String exclusiveStartTableName, @Nullable Integer limit) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.optional("ExclusiveStartTableName", Shapes.TABLE_NAME),
            Member.optional(
                "Limit",
                new Shape.Whole(false, List.of(new Constraint.Min(1), new Constraint.Max(100)))));
  }

  /** The answer. */
  public record Output(@Nullable List<String> tableNames, @Nullable String lastEvaluatedTableName) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("TableNames", Shapes.listOf(Shapes.TEXT)),
            Member.optional("LastEvaluatedTableName", Shapes.TEXT));
  }

  ListTables() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  private static final int MAX_NAMES = 100;

  @Override
  Output execute(RequestContext context, Input request) {
    Engine engine = context.engine();
    int limit = request.limit() == null ? MAX_NAMES : request.limit();
    List<String> names =
        engine.read(rows -> Tables.names(rows, request.exclusiveStartTableName(), limit + 1));
    if (names.size() <= limit) {
      return new Output(names, null);
    }
    List<String> page = List.copyOf(names.subList(0, limit));
    return new Output(page, page.get(limit - 1));
  }
}
