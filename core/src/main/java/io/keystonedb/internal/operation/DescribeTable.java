package io.keystonedb.internal.operation;

import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableDescriptions;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.TableDescription;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
import org.jspecify.annotations.Nullable;

/**
 * Describes a table: its schema, its indexes, its settings, how much it holds.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html">DescribeTable</a>
 */
public final class DescribeTable extends Operation<DescribeTable.Input, DescribeTable.Output> {

  /** The request. */
  public record Input(String tableName) {
    static final Structure SHAPE =
        Structure.of(Input.class, Member.optional("TableName", Shapes.TABLE_ARN));
  }

  /** The answer. */
  public record Output(@Nullable TableDescription table) {
    static final Structure SHAPE =
        Structure.of(Output.class, Member.optional("Table", TableDescription.SHAPE));
  }

  DescribeTable() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  void checkConstraints(Input request, ValidationLayer layer) {
    TableNameParameter.check(request.tableName());
    super.checkConstraints(request, layer);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    Engine engine = context.engine();
    return engine.read(
        rows -> {
          TableDefinition table = Tables.requireNamed(rows, request.tableName());
          return new Output(TableDescriptions.describe(context, rows, table));
        });
  }
}
