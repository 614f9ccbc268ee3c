package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A local secondary index to be created with its table.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_LocalSecondaryIndex.html">LocalSecondaryIndex</a>
 */
public record LocalSecondaryIndex(
    @Nullable String indexName,
    @Nullable List<KeySchemaElement> keySchema,
    @Nullable Projection projection) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          LocalSecondaryIndex.class,
          Member.required("IndexName", Shapes.INDEX_NAME),
          Member.required(
              "KeySchema",
              Shapes.listOf(
                  KeySchemaElement.SHAPE,
                  new Constraint.MinLength(1),
                  new Constraint.MaxLength(2))),
          Member.required("Projection", Projection.SHAPE));
}
