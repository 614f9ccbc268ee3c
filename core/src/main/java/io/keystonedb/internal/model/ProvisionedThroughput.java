package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Provisioned capacity in read and write units per second. The writes come first because the
 * service reports them first.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ProvisionedThroughput.html">ProvisionedThroughput</a>
 */
public record ProvisionedThroughput(
    @Nullable Long writeCapacityUnits, @Nullable Long readCapacityUnits) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          ProvisionedThroughput.class,
          Member.required("WriteCapacityUnits", Shapes.POSITIVE_LONG),
          Member.required("ReadCapacityUnits", Shapes.POSITIVE_LONG));
}
