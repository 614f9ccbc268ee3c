package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Provisioned capacity as described; zero on demand.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ProvisionedThroughputDescription.html">ProvisionedThroughputDescription</a>
 */
public record ProvisionedThroughputDescription(
    @Nullable Instant lastIncreaseDateTime,
    @Nullable Instant lastDecreaseDateTime,
    @Nullable Long numberOfDecreasesToday,
    @Nullable Long readCapacityUnits,
    @Nullable Long writeCapacityUnits) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          ProvisionedThroughputDescription.class,
          Member.optional("LastIncreaseDateTime", Shapes.TIMESTAMP),
          Member.optional("LastDecreaseDateTime", Shapes.TIMESTAMP),
          Member.optional("NumberOfDecreasesToday", Shapes.LONG),
          Member.optional("ReadCapacityUnits", Shapes.LONG),
          Member.optional("WriteCapacityUnits", Shapes.LONG));
}
