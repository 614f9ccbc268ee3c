package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.engine.TimeToLive;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.TimeToLiveDescription;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says whether items of a table expire, and by which attribute.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTimeToLive.html">DescribeTimeToLive</a>
 */
public final class DescribeTimeToLive
    extends Operation<DescribeTimeToLive.Input, DescribeTimeToLive.Output> {

  /** The request. */
  public record Input(String tableName) {
    static final Structure SHAPE =
        Structure.of(Input.class, Member.optional("TableName", Shapes.TABLE_ARN));
  }

  /** The answer. */
  public record Output(@Nullable TimeToLiveDescription timeToLiveDescription) {
    static final Structure SHAPE =
        Structure.of(
            Output.class, Member.optional("TimeToLiveDescription", TimeToLiveDescription.SHAPE));
  }

  DescribeTimeToLive() {
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
          checkStatus(table);
          return new Output(describe(context, table.expiry()));
        });
  }

  /** Observed in October 2026. */
  private static void checkStatus(TableDefinition table) {
    if (!table.takesRequests()) {
      String status = table.status();
      throw KeystoneException.validation(
          "Cannot describe time to live while table is in "
              + status
              + " state: Current table state is "
              + status);
    }
  }

  private static TimeToLiveDescription describe(
      RequestContext context, @Nullable TimeToLive setting) {
    if (setting == null) {
      return new TimeToLiveDescription("DISABLED", null);
    }
    Instant changedAt = setting.changedAt();
    boolean changing =
        changedAt != null
            && context.now().isBefore(changedAt.plus(context.engine().dials().tableChanges()));
    if (setting.enabled()) {
      return new TimeToLiveDescription(changing ? "ENABLING" : "ENABLED", setting.attribute());
    }
    return changing
        ? new TimeToLiveDescription("DISABLING", setting.attribute())
        : new TimeToLiveDescription("DISABLED", null);
  }
}
