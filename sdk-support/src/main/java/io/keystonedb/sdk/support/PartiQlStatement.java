package io.keystonedb.sdk.support;

import java.util.ArrayList;
import java.util.List;

/**
 * What statements of PartiQL are about; of a text that is no statement, what it seems to be about.
 */
public final class PartiQlStatement {
  private PartiQlStatement() {}

  /** Whether a statement is a SELECT; all others write, or check a condition for those that do. */
  public static boolean reads(String text) {
    PartiQlTokens tokens = new PartiQlTokens(text);
    return tokens.next() && tokens.is("select");
  }

  /** The tables that a statement names, by their names, also where it has an ARN. */
  public static List<String> tables(String text) {
    PartiQlTokens tokens = new PartiQlTokens(text);
    List<String> tables = new ArrayList<>(1);
    boolean isTableNext = false;
    while (tokens.next()) {
      if (isTableNext && (tokens.is("(") || tokens.is("@"))) {
        continue;
      }
      String name = isTableNext && !tokens.is("select") ? tokens.name() : null;
      if (name != null) {
        tables.add(TableArns.tableName(name));
      }
      isTableNext = tokens.is("from") || tokens.is("into") || tokens.is("update");
    }
    return tables;
  }
}
