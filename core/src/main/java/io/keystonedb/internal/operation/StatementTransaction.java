package io.keystonedb.internal.operation;

import io.keystonedb.CancellationReason;
import io.keystonedb.ErrorCode;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.CapacityMeter;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.engine.TransactionTokens;
import io.keystonedb.internal.model.ItemResponse;
import io.keystonedb.internal.model.ParameterizedStatement;
import io.keystonedb.internal.partiql.Statement;
import io.keystonedb.storage.Reader;
import io.keystonedb.storage.Txn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one transaction.
 *
 * <p>Order of checks: tables, keys of all statements, items named twice; then all statements on the
 * items as they are.
 */
final class StatementTransaction {
  private final Engine engine;
  private final Txn txn;
  private final String operation;

  StatementTransaction(Engine engine, Txn txn, String operation) {
    this.engine = engine;
    this.txn = txn;
    this.operation = operation;
  }

  /** Refuses what transactions don't take of statements that are right otherwise. */
  static void check(Statement statement) {
    boolean returning =
        (statement instanceof Statement.Update update && update.returning() != null)
            || (statement instanceof Statement.Delete delete && delete.returningOld());
    if (returning) {
      throw KeystoneException.validation(
          "RETURNING clause is not supported in ExecuteTransaction.");
    }
    if (statement instanceof Statement.Select select && select.index() != null) {
      throw KeystoneException.validation("Reads on indices are not supported within transactions.");
    }
  }

  /** An error of one statement that fails the request. */
  static KeystoneException invalid(int index, KeystoneException error) {
    return error.code() == ErrorCode.VALIDATION
        ? KeystoneException.validation(
            "Validation failed in TransactStatements[" + index + "]: " + error.getMessage())
        : error;
  }

  /** Runs statements that read. */
  static ExecuteTransaction.Output read(
      Engine engine, Reader reader, List<Statement> statements, ExecuteTransaction.Input request) {
    List<SingleItemRead> reads = new ArrayList<>();
    Set<RowKey> distinct = new HashSet<>();
    for (TableDefinition table : tables(reader, statements)) {
      int index = reads.size();
      SingleItemRead read = SingleItemRead.of(table, (Statement.Select) statements.get(index));
      if (read == null) {
        throw invalid(
            index,
            KeystoneException.validation(
                "Select statements within ExecuteTransaction must specify the primary key in the where clause."));
      }
      reads.add(read);
      if (!distinct.add(read.rowKey())) {
        throw TransactionErrors.repeatedItem();
      }
    }
    TransactionErrors.cancelUnlessClean(
        reads.stream()
            .map(
                read ->
                    engine.conflicts().next()
                        ? TransactionErrors.CONFLICT
                        : CancellationReason.NONE)
            .toList());
    Map<String, CapacityMeter> meters = new LinkedHashMap<>();
    List<ItemResponse> responses = new ArrayList<>();
    for (SingleItemRead read : reads) {
      Item stored = read.stored(reader);
      meters
          .computeIfAbsent(read.select().table(), CapacityMeter::new)
          .addTable(2 * CapacityMeter.readUnits(stored == null ? 0 : stored.sizeBytes(), true));
      responses.add(new ItemResponse(read.selected(stored)));
    }
    return new ExecuteTransaction.Output(
        responses,
        CapacityMeter.reports(
            meters.values(),
            request.returnConsumedCapacity(),
            CapacityMeter.Kind.TRANSACTIONAL_READ));
  }

  private static List<TableDefinition> tables(Reader reader, List<Statement> statements) {
    List<TableDefinition> tables = new ArrayList<>();
    for (Statement statement : statements) {
      tables.add(Tables.require(reader, statement.table()));
    }
    return tables;
  }

  /**
   * Runs statements that write or check.
   *
   * @param digest by which the request is recognized when it is sent again with its token
   */
  ExecuteTransaction.Output write(
      List<Statement> statements, ExecuteTransaction.Input request, String digest) {
    List<ParameterizedStatement> requests = Objects.requireNonNull(request.transactStatements());
    TransactionTokens tokens = new TransactionTokens(txn, operation, engine.clock().millis());
    String token = request.clientRequestToken();
    TransactionTokens.Entry earlier = token == null ? null : tokens.find(token);
    if (earlier != null) {
      return new ExecuteTransaction.Output(
          null,
          TransactionReplay.charge(engine, earlier, digest, request.returnConsumedCapacity()));
    }
    List<CancellationReason> reasons = new ArrayList<>();
    List<StatementWrite> writes = run(statements, requests, reasons);
    TransactionErrors.cancelUnlessClean(reasons);

    TransactionReplay replay = new TransactionReplay();
    Map<String, CapacityMeter> meters = new LinkedHashMap<>();
    for (StatementWrite write : writes) {
      write.write(engine, txn);
      replay.add(write.tableName(), write.before(), write.after());
      meters
          .computeIfAbsent(write.tableName(), CapacityMeter::new)
          .addWrite(write.table(), write.before(), write.after(), 2);
    }
    if (token != null) {
      tokens.remember(token, digest, replay.units());
    }
    return new ExecuteTransaction.Output(
        null,
        CapacityMeter.reports(
            meters.values(),
            request.returnConsumedCapacity(),
            CapacityMeter.Kind.TRANSACTIONAL_WRITE));
  }

  private List<StatementWrite> run(
      List<Statement> statements,
      List<ParameterizedStatement> requests,
      List<CancellationReason> reasons) {
    List<StatementWrite> writes = new ArrayList<>();
    List<String> onFailure = new ArrayList<>();
    Set<RowKey> distinct = new HashSet<>();
    boolean repeated = false;
    for (TableDefinition table : tables(txn, statements)) {
      int index = reasons.size();
      StatementWrite write = find(table, statements.get(index), index, reasons);
      if (write != null) {
        repeated |= !distinct.add(write.rowKey());
        writes.add(write);
        onFailure.add(
            Objects.requireNonNullElse(
                requests.get(index).returnValuesOnConditionCheckFailure(), "NONE"));
      }
    }
    if (repeated) {
      throw TransactionErrors.repeatedItem();
    }
    int next = 0;
    for (int i = 0; i < reasons.size(); i++) {
      if (reasons.get(i).equals(CancellationReason.NONE)) {
        reasons.set(
            i,
            engine.conflicts().next()
                ? TransactionErrors.CONFLICT
                : reason(writes.get(next), onFailure.get(next)));
        next++;
      }
    }
    return writes;
  }

  /** A malformed key of an INSERT cancels the transaction; other statements fail the request. */
  private @Nullable StatementWrite find(
      TableDefinition table, Statement statement, int index, List<CancellationReason> reasons) {
    try {
      StatementWrite write = StatementWrite.of(txn, table, statement);
      reasons.add(CancellationReason.NONE);
      return write;
    } catch (KeystoneException e) {
      if (!(statement instanceof Statement.Insert)) {
        throw invalid(index, e);
      }
      reasons.add(TransactionErrors.reasonOf(e));
      return null;
    }
  }

  private static CancellationReason reason(StatementWrite write, String onFailure) {
    try {
      write.run(onFailure);
      return CancellationReason.NONE;
    } catch (KeystoneException e) {
      return TransactionErrors.reasonOf(e);
    }
  }
}
