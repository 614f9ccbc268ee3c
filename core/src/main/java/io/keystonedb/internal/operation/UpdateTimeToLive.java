package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Expiry;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.TableChanges;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.engine.TimeToLive;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.TimeToLiveSpecification;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says which attribute holds the time at which items expire, or that none does.
 *
 * <p>Order of checks: table name, declared constraints, table, present setting, time since the last
 * change.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTimeToLive.html">UpdateTimeToLive</a>
 */
public final class UpdateTimeToLive
    extends Operation<UpdateTimeToLive.Input, UpdateTimeToLive.Output> {

  /** How long a change may take, during which the service refuses another one. */
  private static final Duration BETWEEN_CHANGES = Duration.ofHours(1);

  /** The request. */
  public record Input(String tableName, @Nullable TimeToLiveSpecification timeToLiveSpecification) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.optional("TableName", Shapes.TABLE_ARN),
            Member.required("TimeToLiveSpecification", TimeToLiveSpecification.SHAPE));
  }

  /** The answer. */
  public record Output(@Nullable TimeToLiveSpecification timeToLiveSpecification) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("TimeToLiveSpecification", TimeToLiveSpecification.SHAPE));
  }

  UpdateTimeToLive() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  void checkConstraints(Input request, ValidationLayer layer) {
    TableNameParameter.check(request.tableName());
    super.checkConstraints(request, layer);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    TimeToLiveSpecification wanted = Objects.requireNonNull(request.timeToLiveSpecification());
    String attribute = Objects.requireNonNull(wanted.attributeName());
    Instant now = context.now();
    return TableChanges.commit(
        context,
        rows -> {
          TableDefinition table = Tables.requireNamed(rows, request.tableName());
          if (!table.takesRequests()) {
            throw TableErrors.cannotExpire(table);
          }
          boolean enabled = Boolean.TRUE.equals(wanted.enabled());
          if (enabled) {
            checkDisabled(table.timeToLive(), attribute);
          } else {
            checkEnabled(table.timeToLive(), attribute);
          }
          checkInterval(table.expiry(), now);
          return new TableChanges.Changed<>(
              Expiry.change(rows, table, attribute, enabled, now), new Output(wanted));
        });
  }

  private static void checkInterval(@Nullable TimeToLive last, Instant now) {
    Instant changedAt = last == null ? null : last.changedAt();
    if (changedAt != null && now.isBefore(changedAt.plus(BETWEEN_CHANGES))) {
      throw KeystoneException.validation(
          "Time to live has been modified multiple times within a fixed interval");
    }
  }

  private static void checkDisabled(@Nullable TimeToLive current, String attribute) {
    if (current != null) {
      throw current.attribute().equals(attribute)
          ? KeystoneException.validation("TimeToLive is already enabled")
          : otherAttribute(current);
    }
  }

  private static void checkEnabled(@Nullable TimeToLive current, String attribute) {
    if (current == null) {
      throw KeystoneException.validation("TimeToLive is already disabled");
    }
    if (!current.attribute().equals(attribute)) {
      throw otherAttribute(current);
    }
  }

  private static KeystoneException otherAttribute(TimeToLive current) {
    return KeystoneException.validation(
        "TimeToLive is active on a different AttributeName: current AttributeName is "
            + current.attribute());
  }
}
