package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.Consistency;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.ItemStore;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.Written;
import io.keystonedb.internal.model.ConsumedCapacity;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.partiql.ParsedStatement;
import io.keystonedb.internal.partiql.Statement;
import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a PartiQL statement: a page of a SELECT, or an INSERT, UPDATE or DELETE of one item.
 *
 * <p>Order of checks: declared constraints, form of the parameters, syntax, what the statement
 * says, table; then {@link StatementRead} or {@link StatementWrite}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExecuteStatement.html">ExecuteStatement</a>
 */
public final class ExecuteStatement
    extends Operation<ExecuteStatement.Input, ExecuteStatement.Output> {

  /** The request. */
  public record Input(
      String statement,
      @Nullable List<Decoded<Value>> parameters,
      @Nullable Boolean consistentRead,
      @Nullable String nextToken,
      @Nullable String returnConsumedCapacity,
      @Nullable Integer limit,
      @Nullable String returnValuesOnConditionCheckFailure) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required("Statement", Shapes.STATEMENT),
            Member.optional("Parameters", Shapes.STATEMENT_PARAMETERS),
            Member.optional("ConsistentRead", Shapes.FLAG),
            Member.optional(
                "NextToken",
                new Shape.Text(
                    List.of(new Constraint.MinLength(1), new Constraint.MaxLength(32768)))),
            Member.optional("ReturnConsumedCapacity", Shapes.RETURN_CONSUMED_CAPACITY),
            Member.optional("Limit", Shapes.POSITIVE_INTEGER),
            Member.optional(
                "ReturnValuesOnConditionCheckFailure",
                Shapes.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE));

    /** Runs a statement; of a SELECT, one page. */
    public static Input of(
        String statement,
        @Nullable List<Decoded<Value>> parameters,
        boolean consistentRead,
        @Nullable String nextToken,
        @Nullable Integer limit) {
      return new Input(statement, parameters, consistentRead, nextToken, null, limit, null);
    }
  }

  /** The answer. */
  public record Output(
      @Nullable List<Item> items,
      @Nullable String nextToken,
      @Nullable ConsumedCapacity consumedCapacity,
      @Nullable Item lastEvaluatedKey) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("Items", Shapes.listOf(Shapes.ATTRIBUTE_MAP)),
            Member.optional("NextToken", Shapes.TEXT),
            Member.optional("ConsumedCapacity", ConsumedCapacity.SHAPE),
            Member.optional("LastEvaluatedKey", Shapes.ATTRIBUTE_MAP));
  }

  ExecuteStatement() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    ValidationLayer layer = layer(context, request);
    Engine engine = context.engine();
    List<Value> parameters = RequestValues.all(request.parameters(), layer);
    ParsedStatement parsed = ParsedStatement.parse(request.statement());
    StatementIndexes.check(context, parsed);
    Statement statement = parsed.bind(parameters);
    if (statement instanceof Statement.Exists) {
      throw existsOutsideTransaction();
    }
    if (!(statement instanceof Statement.Select select)) {
      StatementWrite write =
          StatementWrite.alone(statement, request.returnValuesOnConditionCheckFailure());
      return engine.write(context, store -> answer(store, request, write, store.write(write)));
    }
    NextToken tokens = new NextToken(request.statement(), parameters);
    StatementRead read =
        engine.read(
            context,
            Consistency.of(request.consistentRead()),
            run ->
                StatementRead.of(
                    run,
                    select,
                    request.limit(),
                    request.consistentRead(),
                    tokens,
                    request.nextToken()));
    return new Output(
        read.items(),
        read.nextToken(tokens),
        read.consumedCapacity(request.returnConsumedCapacity()),
        read.lastEvaluatedKey());
  }

  static KeystoneException existsOutsideTransaction() {
    return KeystoneException.validation(
        "EXISTS can only be used in ExecuteTransaction write requests.");
  }

  private static Output answer(
      ItemStore store, Input request, StatementWrite write, Written written) {
    Item returned = write.returned(written);
    return new Output(
        returned == null ? List.of() : List.of(returned),
        null,
        ConsumedCapacities.of(store, write.table(), request.returnConsumedCapacity()),
        null);
  }
}
