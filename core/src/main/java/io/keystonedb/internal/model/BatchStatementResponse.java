package io.keystonedb.internal.model;

import io.keystonedb.Item;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * What came of one statement of a batch.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchStatementResponse.html">BatchStatementResponse</a>
 */
public record BatchStatementResponse(
    @Nullable BatchStatementError error, @Nullable String tableName, @Nullable Item item) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          BatchStatementResponse.class,
          Member.optional("Error", BatchStatementError.SHAPE),
          Member.optional("TableName", Shapes.TEXT),
          Member.optional("Item", Shapes.ATTRIBUTE_MAP));
}
