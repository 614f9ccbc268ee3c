package io.keystonedb.internal.operation;

import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.TimeToLiveDescription;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.Optional;
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
        Structure.of(Input.class, Member.optional("TableName", Shapes.TEXT));
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
  void checkConstraints(Input request) {
    TableNameParameter.check(request.tableName());
  }

  @Override
  Output execute(Engine engine, Input request) {
    String attribute =
        engine
            .read(
                reader ->
                    Optional.ofNullable(
                        Tables.requireNamed(reader, request.tableName()).timeToLive()))
            .orElse(null);
    return new Output(
        new TimeToLiveDescription(attribute == null ? "DISABLED" : "ENABLED", attribute));
  }
}
