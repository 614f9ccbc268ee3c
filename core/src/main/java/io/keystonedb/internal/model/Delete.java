package io.keystonedb.internal.model;

import io.keystonedb.Item;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One action of a transaction that deletes an item.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Delete.html">Delete</a>
 */
public record Delete(
    @Nullable Decoded<Item> key,
    String tableName,
    @Nullable String conditionExpression,
    @Nullable Map<String, String> expressionAttributeNames,
    @Nullable Decoded<Item> expressionAttributeValues,
    @Nullable String returnValuesOnConditionCheckFailure) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          Delete.class,
          Member.required("Key", Shapes.ATTRIBUTE_MAP),
          Member.required("TableName", Shapes.TABLE_ARN),
          Member.optional("ConditionExpression", Shapes.TEXT),
          Member.optional("ExpressionAttributeNames", Shapes.TEXT_MAP),
          Member.optional("ExpressionAttributeValues", Shapes.ATTRIBUTE_MAP),
          Member.optional(
              "ReturnValuesOnConditionCheckFailure",
              Shapes.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE));
}
