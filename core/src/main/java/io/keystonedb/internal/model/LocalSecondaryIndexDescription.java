package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A local secondary index as described.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_LocalSecondaryIndexDescription.html">LocalSecondaryIndexDescription</a>
 */
public record LocalSecondaryIndexDescription(
    @Nullable String indexName,
    @Nullable List<KeySchemaElement> keySchema,
    @Nullable Projection projection,
    @Nullable Long indexSizeBytes,
    @Nullable Long itemCount,
    @Nullable String indexArn) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          LocalSecondaryIndexDescription.class,
          Member.optional("IndexName", Shapes.TEXT),
          Member.optional("KeySchema", Shapes.listOf(KeySchemaElement.SHAPE)),
          Member.optional("Projection", Projection.SHAPE),
          Member.optional("IndexSizeBytes", Shapes.LONG),
          Member.optional("ItemCount", Shapes.LONG),
          Member.optional("IndexArn", Shapes.TEXT));
}
