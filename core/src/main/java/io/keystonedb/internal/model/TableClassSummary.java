package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The class of a table.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableClassSummary.html">TableClassSummary</a>
 */
public record TableClassSummary(@Nullable String tableClass, @Nullable Instant lastUpdateDateTime) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          TableClassSummary.class,
          Member.optional("TableClass", Shapes.TEXT),
          Member.optional("LastUpdateDateTime", Shapes.TIMESTAMP));
}
