package io.keystonedb.internal.model;

import io.keystonedb.Value;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a batch.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchStatementRequest.html">BatchStatementRequest</a>
 */
public record BatchStatementRequest(
    String statement,
    @Nullable List<Decoded<Value>> parameters,
    @Nullable Boolean consistentRead,
    @Nullable String returnValuesOnConditionCheckFailure) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          BatchStatementRequest.class,
          Member.required("Statement", Shapes.STATEMENT),
          Member.optional("Parameters", Shapes.STATEMENT_PARAMETERS),
          Member.optional("ConsistentRead", Shapes.FLAG),
          Member.optional(
              "ReturnValuesOnConditionCheckFailure",
              Shapes.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE));

  /** A statement. */
  public static BatchStatementRequest of(
      String statement, @Nullable List<Decoded<Value>> parameters, boolean consistentRead) {
    return new BatchStatementRequest(statement, parameters, consistentRead, null);
  }
}
