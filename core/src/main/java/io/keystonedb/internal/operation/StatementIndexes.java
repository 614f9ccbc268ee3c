package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.IndexDefinition;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.partiql.ParsedStatement;
import org.jspecify.annotations.Nullable;

/** Which indexes statements can read. */
final class StatementIndexes {
  private StatementIndexes() {}

  /**
   * Refuses a SELECT of an index with several partition or several sort attributes; the service
   * does so before it looks at what else the statement says.
   *
   * @throws KeystoneException if the statement names such an index
   */
  static void check(RequestContext context, ParsedStatement statement) {
    ParsedStatement.IndexName name = statement.index();
    if (name == null) {
      return;
    }
    TableDefinition table = context.engine().read(rows -> Tables.findNamed(rows, name.table()));
    if (table != null && hasSeveralOfAKind(table.index(name.index()))) {
      throw KeystoneException.validation(
          "PartiQL statements cannot be executed on tables with multi-attribute HASH keys or multi-attribute RANGE keys.");
    }
  }

  private static boolean hasSeveralOfAKind(@Nullable IndexDefinition index) {
    return index != null && (index.key().partition().size() > 1 || index.key().sort().size() > 1);
  }
}
