package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Capacity consumed by a request on one table and its indexes, in units.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConsumedCapacity.html">ConsumedCapacity</a>
 */
public record ConsumedCapacity(
    @Nullable String tableName,
    @Nullable Double capacityUnits,
    @Nullable Double readCapacityUnits,
    @Nullable Double writeCapacityUnits,
    @Nullable Capacity table,
    @Nullable Map<String, Capacity> localSecondaryIndexes,
    @Nullable Map<String, Capacity> globalSecondaryIndexes) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          ConsumedCapacity.class,
          Member.optional("TableName", Shapes.TEXT),
          Member.optional("CapacityUnits", Shapes.FRACTION),
          Member.optional("ReadCapacityUnits", Shapes.FRACTION),
          Member.optional("WriteCapacityUnits", Shapes.FRACTION),
          Member.optional("Table", Capacity.SHAPE),
          Member.optional("LocalSecondaryIndexes", Shapes.mapOf(Capacity.SHAPE)),
          Member.optional("GlobalSecondaryIndexes", Shapes.mapOf(Capacity.SHAPE)));
}
