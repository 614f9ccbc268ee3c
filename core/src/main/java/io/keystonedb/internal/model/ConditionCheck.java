package io.keystonedb.internal.model;

import io.keystonedb.Item;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One action of a transaction that only checks.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConditionCheck.html">ConditionCheck</a>
 */
public record ConditionCheck(
    @Nullable Decoded<Item> key,
    String tableName,
    @Nullable String conditionExpression,
    @Nullable Map<String, String> expressionAttributeNames,
    @Nullable Decoded<Item> expressionAttributeValues,
    @Nullable String returnValuesOnConditionCheckFailure) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          ConditionCheck.class,
          Member.required("Key", Shapes.ATTRIBUTE_MAP),
          Member.required("TableName", Shapes.TABLE_ARN),
          Member.required("ConditionExpression", Shapes.TEXT),
          Member.optional("ExpressionAttributeNames", Shapes.TEXT_MAP),
          Member.optional("ExpressionAttributeValues", Shapes.ATTRIBUTE_MAP),
          Member.optional(
              "ReturnValuesOnConditionCheckFailure",
              Shapes.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE));
}
