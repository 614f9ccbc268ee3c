package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.Charges;
import io.keystonedb.internal.engine.Consistency;
import io.keystonedb.internal.engine.ItemReader;
import io.keystonedb.internal.engine.ItemStore;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.engine.TableRef;
import io.keystonedb.internal.model.BatchStatementError;
import io.keystonedb.internal.model.BatchStatementRequest;
import io.keystonedb.internal.model.BatchStatementResponse;
import io.keystonedb.internal.partiql.ParsedStatement;
import io.keystonedb.internal.partiql.Statement;
import io.keystonedb.internal.shape.ValidationLayer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One statement of a batch, which succeeds or fails by itself. */
final class BatchedStatement {
  private final BatchStatementRequest request;
  private final @Nullable Statement statement;

  /** Why the statement does not run, or null if it does. */
  private @Nullable KeystoneException refusal;

  private @Nullable RowKey<Item> rowKey;

  private BatchedStatement(
      BatchStatementRequest request,
      @Nullable Statement statement,
      @Nullable KeystoneException refusal) {
    this.request = request;
    this.statement = statement;
    this.refusal = refusal;
  }

  static BatchedStatement of(
      RequestContext context, BatchStatementRequest request, ValidationLayer layer) {
    try {
      ParsedStatement parsed = ParsedStatement.parse(request.statement());
      List<Value> parameters = RequestValues.all(request.parameters(), layer);
      StatementIndexes.check(context, parsed);
      Statement statement = parsed.bind(parameters);
      return new BatchedStatement(
          request,
          statement,
          statement instanceof Statement.Exists
              ? ExecuteStatement.existsOutsideTransaction()
              : null);
    } catch (KeystoneException e) {
      return new BatchedStatement(request, null, e);
    }
  }

  boolean reads() {
    return statement instanceof Statement.Select;
  }

  boolean writes() {
    return statement != null && !(statement instanceof Statement.Select) && refusal == null;
  }

  /** Finds the item that the statement is about, or why it is about none. */
  void locate(ItemReader run) {
    if (statement == null || refusal != null) {
      return;
    }
    try {
      TableRef table = run.table(statement.table());
      rowKey =
          statement instanceof Statement.Select select
              ? read(table, select).rowKey()
              : write(statement).locate(table).key();
    } catch (KeystoneException e) {
      refusal = e;
    }
  }

  private static SingleItemRead read(TableRef table, Statement.Select select) {
    SingleItemRead read = select.index() == null ? SingleItemRead.of(table, select) : null;
    if (read == null) {
      throw KeystoneException.validation(
          "Select statements within BatchExecuteStatement must specify the primary key in the where clause.");
    }
    return read;
  }

  private StatementWrite write(Statement running) {
    return StatementWrite.alone(running, request.returnValuesOnConditionCheckFailure());
  }

  /** The key of the item; null if there is none. */
  @Nullable RowKey<Item> rowKey() {
    return rowKey;
  }

  /**
   * Runs the statement.
   *
   * @param charge gets what it consumes
   */
  BatchStatementResponse run(RequestContext context, BatchCharges charge) {
    if (statement == null || refusal != null) {
      return new BatchStatementResponse(error(refusal), null, null);
    }
    try {
      Outcome outcome =
          statement instanceof Statement.Select select
              ? context
                  .engine()
                  .read(
                      context,
                      Consistency.of(request.consistentRead()),
                      run -> outcome(run, select))
              : context.engine().write(context, store -> outcome(store, statement));
      charge.add(outcome.charges(), outcome.error() == null);
      BatchStatementError error = outcome.error() == null ? null : error(outcome.error());
      return new BatchStatementResponse(error, statement.table(), outcome.item());
    } catch (KeystoneException e) {
      return new BatchStatementResponse(error(e), statement.table(), null);
    }
  }

  /** How the run of the statement that counts ended. */
  private record Outcome(@Nullable Item item, @Nullable KeystoneException error, Charges charges) {}

  private Outcome outcome(ItemReader run, Statement.Select select) {
    SingleItemRead read = read(run.table(select.table()), select);
    Item stored = run.get(read.table(), read.rowKey(), Consistency.of(request.consistentRead()));
    return new Outcome(read.selected(stored), null, run.charges());
  }

  private Outcome outcome(ItemStore store, Statement running) {
    StatementWrite write = write(running);
    try {
      return new Outcome(write.returned(store.write(write)), null, store.charges());
    } catch (KeystoneException e) {
      // Nothing is written, and what it costs that it fails has to be known.
      return new Outcome(null, e, store.charges());
    }
  }

  /** Observed: the item of a failed condition is not in the error, whatever is asked for. */
  private static BatchStatementError error(@Nullable KeystoneException error) {
    if (error == null) {
      throw new IllegalStateException("a statement that does not run has a reason");
    }
    return new BatchStatementError(codeOf(error.code()), error.getMessage(), null);
  }

  private static String codeOf(ErrorCode code) {
    return switch (code) {
      case CONDITIONAL_CHECK_FAILED -> "ConditionalCheckFailed";
      case RESOURCE_NOT_FOUND -> "ResourceNotFound";
      case DUPLICATE_ITEM -> "DuplicateItem";
      case TRANSACTION_CONFLICT -> "TransactionConflict";
      case ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED -> "ItemCollectionSizeLimitExceeded";
      case VALIDATION -> "ValidationError";
      default -> "InternalServerError";
    };
  }
}
