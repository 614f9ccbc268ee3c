package io.keystonedb.internal.operation;

import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Says how much throughput the account and a table may have: what new accounts start with.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeLimits.html">DescribeLimits</a>
 */
public final class DescribeLimits extends Operation<DescribeLimits.Input, DescribeLimits.Output> {
  /** The request. */
  public record Input() {
    static final Structure SHAPE = Structure.of(Input.class);
  }

  /** The answer. */
  public record Output(
      @Nullable Long accountMaxReadCapacityUnits,
      @Nullable Long accountMaxWriteCapacityUnits,
      @Nullable Long tableMaxReadCapacityUnits,
      @Nullable Long tableMaxWriteCapacityUnits) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("AccountMaxReadCapacityUnits", Shapes.LONG),
            Member.optional("AccountMaxWriteCapacityUnits", Shapes.LONG),
            Member.optional("TableMaxReadCapacityUnits", Shapes.LONG),
            Member.optional("TableMaxWriteCapacityUnits", Shapes.LONG));
  }

  DescribeLimits() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    return new Output(
        CapacityQuota.ACCOUNT_UNITS,
        CapacityQuota.ACCOUNT_UNITS,
        CapacityQuota.TABLE_UNITS,
        CapacityQuota.TABLE_UNITS);
  }
}
