package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Consistency;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.model.BatchStatementRequest;
import io.keystonedb.internal.model.BatchStatementResponse;
import io.keystonedb.internal.model.ConsumedCapacity;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs up to 25 PartiQL statements, each about one item, that succeed or fail one by one.
 *
 * <p>Order of checks: declared constraints, statements that read beside statements that write,
 * items named twice; all else is an error of its statement alone.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchExecuteStatement.html">BatchExecuteStatement</a>
 */
public final class BatchExecuteStatement
    extends Operation<BatchExecuteStatement.Input, BatchExecuteStatement.Output> {

  /** The request. */
  public record Input(
      @Nullable List<BatchStatementRequest> statements, @Nullable String returnConsumedCapacity) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required(
                "Statements",
                Shapes.listOf(
                    BatchStatementRequest.SHAPE,
                    new Constraint.MinLength(1),
                    new Constraint.MaxLength(25))),
            Member.optional("ReturnConsumedCapacity", Shapes.RETURN_CONSUMED_CAPACITY));

    /** Runs statements. */
    public static Input of(List<BatchStatementRequest> statements) {
      return new Input(statements, null);
    }
  }

  /** The answer. */
  public record Output(
      @Nullable List<BatchStatementResponse> responses,
      @Nullable List<ConsumedCapacity> consumedCapacity) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("Responses", Shapes.listOf(BatchStatementResponse.SHAPE)),
            Member.optional("ConsumedCapacity", Shapes.listOf(ConsumedCapacity.SHAPE)));
  }

  BatchExecuteStatement() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    Engine engine = context.engine();
    List<BatchedStatement> statements = new ArrayList<>();
    for (BatchStatementRequest statement : Objects.requireNonNull(request.statements())) {
      statements.add(BatchedStatement.of(context, statement, layer(context, request)));
    }
    if (statements.stream().anyMatch(BatchedStatement::reads)
        && statements.stream().anyMatch(BatchedStatement::writes)) {
      throw KeystoneException.validation(
          "Read and write requests together in the same batch is not supported.");
    }
    engine.<Boolean>read(
        context,
        Consistency.STRONG,
        run -> {
          statements.forEach(statement -> statement.locate(run));
          return true;
        });
    checkDistinct(statements);
    BatchCharges charges = new BatchCharges();
    List<BatchStatementResponse> responses = new ArrayList<>();
    for (BatchedStatement statement : statements) {
      responses.add(statement.run(context, charges));
    }
    return new Output(responses, charges.shown(request.returnConsumedCapacity()));
  }

  private static void checkDistinct(List<BatchedStatement> statements) {
    Set<RowKey<Item>> distinct = new HashSet<>();
    for (BatchedStatement statement : statements) {
      RowKey<Item> rowKey = statement.rowKey();
      if (rowKey != null && !distinct.add(rowKey)) {
        throw KeystoneException.validation("Provided list of item keys contains duplicates");
      }
    }
  }
}
