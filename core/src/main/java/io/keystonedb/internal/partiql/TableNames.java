package io.keystonedb.internal.partiql;

import io.keystonedb.KeystoneException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the names of tables and indexes. */
final class TableNames {
  private TableNames() {}

  /** The table, the index if one is named, and whatever stands behind them. */
  static List<String> components(StatementSyntax.Source source) {
    if (source.aliased()) {
      throw StatementErrors.aliased();
    }
    List<String> names = new ArrayList<>();
    if (source.expression() instanceof Syntax.Name name) {
      names.add(PathTranslator.name(name.name()));
      return names;
    }
    if (source.expression() instanceof Syntax.Path path
        && path.root() instanceof Syntax.Name root) {
      names.add(PathTranslator.name(root.name()));
      for (Syntax.Step step : path.steps()) {
        if (!(step instanceof Syntax.Field field)) {
          throw KeystoneException.validation("Invalid list expression in source.");
        }
        names.add(PathTranslator.name(field.name()));
      }
      return names;
    }
    throw KeystoneException.validation("Unexpected from source");
  }

  /** The index that is named, or null if something else is. */
  static ParsedStatement.@Nullable IndexName index(StatementSyntax.Source source) {
    return source.expression() instanceof Syntax.Path path
            && path.root() instanceof Syntax.Name table
            && path.steps().size() == 1
            && path.steps().get(0) instanceof Syntax.Field index
        ? new ParsedStatement.IndexName(table.name(), index.name())
        : null;
  }

  /** The table of a statement that can't be about an index. */
  static String single(StatementSyntax.Source source) {
    List<String> names = components(source);
    if (names.size() > 1) {
      throw KeystoneException.validation("This operation is not supported on an index");
    }
    return names.get(0);
  }
}
