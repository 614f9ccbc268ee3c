package io.keystonedb.internal.model;

import io.keystonedb.Value;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a transaction.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ParameterizedStatement.html">ParameterizedStatement</a>
 */
public record ParameterizedStatement(
    String statement,
    @Nullable List<Decoded<Value>> parameters,
    @Nullable String returnValuesOnConditionCheckFailure) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          ParameterizedStatement.class,
          Member.required("Statement", Shapes.STATEMENT),
          Member.optional("Parameters", Shapes.STATEMENT_PARAMETERS),
          Member.optional(
              "ReturnValuesOnConditionCheckFailure",
              Shapes.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE));

  /** A statement. */
  public static ParameterizedStatement of(
      String statement, @Nullable List<Decoded<Value>> parameters) {
    return new ParameterizedStatement(statement, parameters, null);
  }
}
