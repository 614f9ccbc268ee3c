package io.keystonedb.internal.operation;

import io.keystonedb.CancellationReason;
import io.keystonedb.ErrorCode;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.ItemReader;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.engine.TableRef;
import io.keystonedb.internal.model.ItemResponse;
import io.keystonedb.internal.partiql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is special about statements in a transaction, and those that read. */
final class StatementTransaction {
  private StatementTransaction() {}

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

  /**
   * The result of a step that one statement takes.
   *
   * @throws KeystoneException what is wrong with the statement, which fails the request
   */
  static <T> T valid(int index, Supplier<T> step) {
    try {
      return step.get();
    } catch (KeystoneException e) {
      throw invalid(index, e);
    }
  }

  /** An error of one statement that fails the request. */
  static KeystoneException invalid(int index, KeystoneException error) {
    return error.code() == ErrorCode.VALIDATION
        ? KeystoneException.validation(
            "Validation failed in TransactStatements[" + index + "]: " + error.getMessage())
        : error;
  }

  /**
   * Runs statements that read.
   *
   * <p>Order of checks: tables; then for each statement its key and whether it repeats one.
   */
  static ExecuteTransaction.Output read(
      ItemReader run, List<Statement> statements, ExecuteTransaction.Input request) {
    List<TableRef> tables = new ArrayList<>();
    for (Statement statement : statements) {
      tables.add(run.table(statement.table()));
    }
    List<SingleItemRead> reads = new ArrayList<>();
    Set<RowKey<Item>> distinct = new HashSet<>();
    for (int i = 0; i < statements.size(); i++) {
      SingleItemRead read = SingleItemRead.of(tables.get(i), (Statement.Select) statements.get(i));
      if (read == null) {
        throw invalid(
            i,
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
                read -> run.isNextItemHeld() ? TransactionErrors.CONFLICT : CancellationReason.NONE)
            .toList());
    List<ItemResponse> responses = new ArrayList<>();
    List<@Nullable Item> found = run.getAll(reads.stream().map(SingleItemRead::rowKey).toList());
    for (int i = 0; i < reads.size(); i++) {
      SingleItemRead read = reads.get(i);
      run.chargeInTransaction(read.table(), found.get(i));
      responses.add(new ItemResponse(read.selected(found.get(i))));
    }
    return new ExecuteTransaction.Output(
        responses,
        ConsumedCapacities.of(
            run.charges().tables(),
            request.returnConsumedCapacity(),
            ConsumedCapacities.Kind.TRANSACTIONAL_READ));
  }
}
