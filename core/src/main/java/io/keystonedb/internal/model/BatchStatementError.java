package io.keystonedb.internal.model;

import io.keystonedb.Item;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Why one statement of a batch failed.
 *
 * @param item the item that a condition failed on, if it was asked for
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchStatementError.html">BatchStatementError</a>
 */
public record BatchStatementError(
    @Nullable String code, @Nullable String message, @Nullable Item item) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          BatchStatementError.class,
          Member.optional("Code", Shapes.TEXT),
          Member.optional("Message", Shapes.TEXT),
          Member.optional("Item", Shapes.ATTRIBUTE_MAP));
}
