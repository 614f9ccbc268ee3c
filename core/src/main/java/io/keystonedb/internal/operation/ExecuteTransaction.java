package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.Consistency;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.model.ConsumedCapacity;
import io.keystonedb.internal.model.ItemResponse;
import io.keystonedb.internal.model.ParameterizedStatement;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.partiql.ParsedStatement;
import io.keystonedb.internal.partiql.Statement;
import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.ContentDigest;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs up to 100 PartiQL statements, all or none: either only SELECTs, or only statements that
 * write and EXISTS.
 *
 * <p>Order of checks: declared constraints, syntax of all statements, form of all parameters, what
 * the statements say, statements that read beside statements that write; then {@link
 * StatementTransaction}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExecuteTransaction.html">ExecuteTransaction</a>
 */
public final class ExecuteTransaction
    extends Operation<ExecuteTransaction.Input, ExecuteTransaction.Output> {

  /** The request. */
  public record Input(
      @Nullable List<ParameterizedStatement> transactStatements,
      @Nullable String clientRequestToken,
      @Nullable String returnConsumedCapacity) {
    private static final Shape STATEMENTS =
        Shapes.listOf(
            ParameterizedStatement.SHAPE,
            new Constraint.MinLength(1),
            new Constraint.MaxLength(100));

    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required("TransactStatements", STATEMENTS),
            Member.optional(
                "ClientRequestToken",
                new Shape.Text(List.of(new Constraint.MinLength(1), new Constraint.MaxLength(36)))),
            Member.optional("ReturnConsumedCapacity", Shapes.RETURN_CONSUMED_CAPACITY));

    /** Runs statements. */
    public static Input of(List<ParameterizedStatement> statements) {
      return new Input(statements, null, null);
    }
  }

  /** The answer. */
  public record Output(
      @Nullable List<ItemResponse> responses, @Nullable List<ConsumedCapacity> consumedCapacity) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("Responses", Shapes.listOf(ItemResponse.SHAPE)),
            Member.optional("ConsumedCapacity", Shapes.listOf(ConsumedCapacity.SHAPE)));
  }

  ExecuteTransaction() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    ValidationLayer layer = layer(context, request);
    Engine engine = context.engine();
    List<ParameterizedStatement> requests = Objects.requireNonNull(request.transactStatements());
    List<ParsedStatement> parsed = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      String text = requests.get(i).statement();
      parsed.add(StatementTransaction.valid(i, () -> ParsedStatement.parse(text)));
    }
    List<List<Value>> parameters = new ArrayList<>();
    for (ParameterizedStatement statement : requests) {
      parameters.add(RequestValues.all(statement.parameters(), layer));
    }
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < parsed.size(); i++) {
      ParsedStatement statement = parsed.get(i);
      List<Value> values = parameters.get(i);
      statements.add(StatementTransaction.valid(i, () -> bound(statement, values)));
    }
    long reads = statements.stream().filter(Statement::reads).count();
    if (reads > 0 && reads < statements.size()) {
      throw KeystoneException.validation(
          "ExecuteTransaction API does not support both read and write operations in the same request.");
    }
    if (reads > 0) {
      return engine.read(
          context, Consistency.STRONG, run -> StatementTransaction.read(run, statements, request));
    }
    String token = request.clientRequestToken();
    String digest = token == null ? "" : ContentDigest.of(Input.STATEMENTS, requests);
    TransactionRun transaction =
        new TransactionRun(name(), writes(statements, requests), () -> {}, token, digest);
    return engine.write(context, store -> answer(request, transaction.run(store)));
  }

  private static List<StatementWrite> writes(
      List<Statement> statements, List<ParameterizedStatement> requests) {
    List<StatementWrite> writes = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      String onConditionFailure = requests.get(i).returnValuesOnConditionCheckFailure();
      writes.add(StatementWrite.inTransaction(statements.get(i), onConditionFailure, i));
    }
    return writes;
  }

  private static Output answer(Input request, TransactionRun.Result result) {
    return new Output(
        List.of(),
        ConsumedCapacities.of(result.charges(), request.returnConsumedCapacity(), result.kind()));
  }

  private static Statement bound(ParsedStatement parsed, List<Value> parameters) {
    Statement statement = parsed.bind(parameters);
    StatementTransaction.check(statement);
    return statement;
  }
}
