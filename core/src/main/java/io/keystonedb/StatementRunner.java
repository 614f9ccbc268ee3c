package io.keystonedb;

import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.EntryPoint;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.model.BatchStatementError;
import io.keystonedb.internal.model.BatchStatementRequest;
import io.keystonedb.internal.model.BatchStatementResponse;
import io.keystonedb.internal.model.ItemResponse;
import io.keystonedb.internal.model.ParameterizedStatement;
import io.keystonedb.internal.operation.BatchExecuteStatement;
import io.keystonedb.internal.operation.ExecuteStatement;
import io.keystonedb.internal.operation.ExecuteTransaction;
import io.keystonedb.internal.operation.Operations;
import io.keystonedb.internal.shape.Decoded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs the statements of the native API. */
final class StatementRunner {
  private final Engine engine;

  StatementRunner(Engine engine) {
    this.engine = engine;
  }

  StatementResult execute(Statement statement) {
    ExecuteStatement.Output output =
        Operations.of(ExecuteStatement.class)
            .call(
                RequestContext.anonymous(engine, EntryPoint.NATIVE),
                ExecuteStatement.Input.of(
                    statement.text(),
                    parameters(statement),
                    statement.isConsistentRead(),
                    statement.nextToken(),
                    statement.limit()));
    return new StatementResult(orEmpty(output.items()), output.nextToken());
  }

  List<BatchStatementResult> batch(List<Statement> statements) {
    List<BatchStatementRequest> requests = new ArrayList<>();
    for (Statement statement : statements) {
      requests.add(
          BatchStatementRequest.of(
              statement.text(), parameters(statement), statement.isConsistentRead()));
    }
    BatchExecuteStatement.Output output =
        Operations.of(BatchExecuteStatement.class)
            .call(
                RequestContext.anonymous(engine, EntryPoint.NATIVE),
                BatchExecuteStatement.Input.of(requests));
    List<BatchStatementResult> results = new ArrayList<>();
    for (BatchStatementResponse response : orEmpty(output.responses())) {
      BatchStatementError error = response.error();
      results.add(
          new BatchStatementResult(
              response.item(),
              error == null ? null : error.code(),
              error == null ? null : error.message()));
    }
    return results;
  }

  List<Optional<Item>> transaction(List<Statement> statements) {
    List<ParameterizedStatement> requests = new ArrayList<>();
    for (Statement statement : statements) {
      requests.add(ParameterizedStatement.of(statement.text(), parameters(statement)));
    }
    ExecuteTransaction.Output output =
        Operations.of(ExecuteTransaction.class)
            .call(
                RequestContext.anonymous(engine, EntryPoint.NATIVE),
                ExecuteTransaction.Input.of(requests));
    List<Optional<Item>> items = new ArrayList<>();
    for (ItemResponse response : orEmpty(output.responses())) {
      items.add(Optional.ofNullable(response.item()));
    }
    return items;
  }

  private static @Nullable List<Decoded<Value>> parameters(Statement statement) {
    List<Value> parameters = statement.parameters();
    return parameters.isEmpty() ? null : parameters.stream().map(Decoded::of).toList();
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
