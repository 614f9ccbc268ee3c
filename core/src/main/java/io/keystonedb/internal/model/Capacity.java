package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Capacity consumed on a table or an index, in units.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Capacity.html">Capacity</a>
 */
public record Capacity(
    @Nullable Double readCapacityUnits,
    @Nullable Double writeCapacityUnits,
    @Nullable Double capacityUnits) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          Capacity.class,
          Member.optional("ReadCapacityUnits", Shapes.FRACTION),
          Member.optional("WriteCapacityUnits", Shapes.FRACTION),
          Member.optional("CapacityUnits", Shapes.FRACTION));
}
