package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.CapacityMeter;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.model.BatchStatementError;
import io.keystonedb.internal.model.BatchStatementRequest;
import io.keystonedb.internal.model.BatchStatementResponse;
import io.keystonedb.internal.partiql.ParsedStatement;
import io.keystonedb.internal.partiql.Statement;
import io.keystonedb.storage.Reader;
import io.keystonedb.storage.Txn;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One statement of a batch, which succeeds or fails by itself. */
final class BatchedStatement {
  private final BatchStatementRequest request;
  private final @Nullable Statement statement;

  /** Why the statement does not run, or null if it does. */
  private @Nullable KeystoneException refusal;

  private @Nullable RowKey rowKey;

  private BatchedStatement(
      BatchStatementRequest request,
      @Nullable Statement statement,
      @Nullable KeystoneException refusal) {
    this.request = request;
    this.statement = statement;
    this.refusal = refusal;
  }

  static BatchedStatement of(BatchStatementRequest request) {
    try {
      Statement statement =
          ParsedStatement.parse(request.statement()).bind(RequestValues.all(request.parameters()));
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
  void locate(Reader reader) {
    if (statement == null || refusal != null) {
      return;
    }
    try {
      TableDefinition table = Tables.require(reader, statement.table());
      if (statement instanceof Statement.Select select) {
        SingleItemRead read = select.index() == null ? SingleItemRead.of(table, select) : null;
        if (read == null) {
          throw KeystoneException.validation(
              "Select statements within BatchExecuteStatement must specify the primary key in the where clause.");
        }
        rowKey = read.rowKey();
      } else {
        rowKey = StatementWrite.rowKey(table, statement);
      }
    } catch (KeystoneException e) {
      refusal = e;
    }
  }

  /** The key of the item; null if there is none. */
  @Nullable RowKey rowKey() {
    return rowKey;
  }

  BatchStatementResponse run(Engine engine, Map<String, BatchCharge> charges) {
    if (statement == null || refusal != null) {
      return new BatchStatementResponse(error(refusal), null, null);
    }
    BatchCharge charge = charges.computeIfAbsent(statement.table(), BatchCharge::new);
    try {
      Outcome outcome =
          statement instanceof Statement.Select select
              ? engine.read(reader -> read(reader, select))
              : engine.write(txn -> write(engine, txn, statement));
      outcome.charge().accept(charge);
      BatchStatementError error = outcome.error() == null ? null : error(outcome.error());
      return new BatchStatementResponse(error, statement.table(), outcome.item());
    } catch (KeystoneException e) {
      return new BatchStatementResponse(error(e), statement.table(), null);
    }
  }

  /**
   * How one run of the statement ended. The store may run a write again, so a run only says what it
   * costs, and the batch is charged for the run that counts.
   */
  private record Outcome(
      @Nullable Item item, @Nullable KeystoneException error, Consumer<BatchCharge> charge) {}

  private Outcome read(Reader reader, Statement.Select select) {
    TableDefinition table = Tables.require(reader, select.table());
    SingleItemRead read = SingleItemRead.of(table, select);
    Item stored = read == null ? null : read.stored(reader);
    boolean consistent = Boolean.TRUE.equals(request.consistentRead());
    double units = CapacityMeter.readUnits(stored == null ? 0 : stored.sizeBytes(), consistent);
    return new Outcome(
        read == null ? null : read.selected(stored),
        null,
        charge -> charge.succeeded(meter -> meter.addTable(units)));
  }

  private Outcome write(Engine engine, Txn txn, Statement running) {
    StatementWrite write = StatementWrite.of(txn, Tables.require(txn, running.table()), running);
    engine.conflicts().check();
    try {
      write.run(request.returnValuesOnConditionCheckFailure());
    } catch (KeystoneException e) {
      return new Outcome(null, e, charge -> charge.failed(write.before(), write.sent()));
    }
    write.write(engine, txn);
    return new Outcome(
        write.returned(),
        null,
        charge ->
            charge.succeeded(
                meter -> meter.addWrite(write.table(), write.before(), write.after(), 1)));
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
