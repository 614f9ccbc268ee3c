package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The billing mode of a table that is or was on demand.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BillingModeSummary.html">BillingModeSummary</a>
 */
public record BillingModeSummary(
    @Nullable String billingMode, @Nullable Instant lastUpdateToPayPerRequestDateTime) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          BillingModeSummary.class,
          Member.optional("BillingMode", Shapes.TEXT),
          Member.optional("LastUpdateToPayPerRequestDateTime", Shapes.TIMESTAMP));
}
