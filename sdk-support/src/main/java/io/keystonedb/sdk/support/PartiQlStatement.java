package io.keystonedb.sdk.support;

import java.util.ArrayList;
import java.util.List;

/**
 * What a PartiQL statement is about. Of a text that is no statement, what it seems to be about.
 *
 * @param reads whether it is a SELECT
 * @param tables the names of its tables, also where it has an ARN
 */
public record PartiQlStatement(boolean reads, List<String> tables) {
  /** Copies what could change. */
  public PartiQlStatement {
    tables = List.copyOf(tables);
  }

  /** Reads a text. */
  public static PartiQlStatement of(String text) {
    PartiQlTokens tokens = new PartiQlTokens(text);
    tokens.next();
    boolean reads = tokens.is("select");
    boolean isTableNext = tokens.is("update");
    List<String> tables = new ArrayList<>(1);
    while (tokens.next()) {
      if (isTableNext && tokens.isName()) {
        tables.add(TableArns.tableName(tokens.text()));
      }
      isTableNext = tokens.is("from") || tokens.is("into");
    }
    return new PartiQlStatement(reads, tables);
  }
}
