package io.keystonedb.internal.model;

import io.keystonedb.Item;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One read of a transaction.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Get.html">Get</a>
 */
public record Get(
    @Nullable Decoded<Item> key,
    String tableName,
    @Nullable String projectionExpression,
    @Nullable Map<String, String> expressionAttributeNames) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          Get.class,
          Member.required("Key", Shapes.ATTRIBUTE_MAP),
          Member.required("TableName", Shapes.TABLE_ARN),
          Member.optional("ProjectionExpression", Shapes.TEXT),
          Member.optional("ExpressionAttributeNames", Shapes.TEXT_MAP));

  /** A read of a whole item. */
  public static Get of(String tableName, Decoded<Item> key) {
    return new Get(key, tableName, null, null);
  }
}
