package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.TableChanges;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableDescriptions;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.TableDescription;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
import org.jspecify.annotations.Nullable;

/**
 * Deletes a table with everything in it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteTable.html">DeleteTable</a>
 */
public final class DeleteTable extends Operation<DeleteTable.Input, DeleteTable.Output> {

  /** The request. */
  public record Input(String tableName) {
    static final Structure SHAPE =
        Structure.of(Input.class, Member.optional("TableName", Shapes.TABLE_ARN));
  }

  /** The answer. */
  public record Output(@Nullable TableDescription tableDescription) {
    static final Structure SHAPE =
        Structure.of(Output.class, Member.optional("TableDescription", TableDescription.SHAPE));
  }

  DeleteTable() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  void checkConstraints(Input request, ValidationLayer layer) {
    TableNameParameter.check(request.tableName());
    super.checkConstraints(request, layer);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    return TableChanges.commit(
        context,
        rows -> {
          TableDefinition table = Tables.requireNamed(rows, request.tableName());
          if (table.settings().deletionProtection()) {
            throw KeystoneException.validation(
                "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");
          }
          if (table.pending() != null) {
            throw TableErrors.notDeletable(table);
          }
          if (table.indexes().stream().anyMatch(index -> index.pending() != null)) {
            throw TableErrors.stillInUse(
                "Cannot delete table while indexes are being created, updated, or deleted.");
          }
          TableDefinition deleted = table.withPending(TableChanges.begin(context, "DELETING"));
          Output answer = new Output(TableDescriptions.describeDeleted(context, rows, deleted));
          return new TableChanges.Changed<>(deleted, answer);
        });
  }
}
