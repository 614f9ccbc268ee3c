package io.keystonedb;

import io.keystonedb.internal.partiql.ParsedStatement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A PartiQL statement with the values of its parameters. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.statements.html">PartiQL
 *     statements</a>
 */
public final class Statement {
  private final String text;
  private final List<Value> parameters;
  private final boolean consistentRead;
  private final @Nullable Integer limit;
  private final @Nullable String nextToken;

  private Statement(
      String text,
      List<Value> parameters,
      boolean consistentRead,
      @Nullable Integer limit,
      @Nullable String nextToken) {
    this.text = Objects.requireNonNull(text, "text");
    this.parameters = List.copyOf(parameters);
    this.consistentRead = consistentRead;
    this.limit = limit;
    this.nextToken = nextToken;
  }

  /**
   * A statement.
   *
   * @param text such as {@code SELECT * FROM "users" WHERE id = ?}
   * @param parameters the values of its question marks, in their order
   */
  public static Statement of(String text, Value... parameters) {
    return new Statement(text, List.of(parameters), false, null, null);
  }

  /** The same statement, reading at most so many items, before its condition, for a page. */
  public Statement limit(int items) {
    return new Statement(text, parameters, consistentRead, items, nextToken);
  }

  /**
   * The same statement, going on where a page ended.
   *
   * @param token {@link StatementResult#nextToken}; null for the first page
   */
  public Statement nextToken(@Nullable String token) {
    return new Statement(text, parameters, consistentRead, limit, token);
  }

  /** The same statement with strongly consistent reads, which is refused on global indexes. */
  public Statement consistentRead() {
    return new Statement(text, parameters, true, limit, nextToken);
  }

  /** Whether this is a statement about a table; one that is malformed is about none. */
  boolean names(String table) {
    try {
      return ParsedStatement.parse(text).bind(parameters).table().equals(table);
    } catch (KeystoneException e) {
      return false;
    }
  }

  String text() {
    return text;
  }

  List<Value> parameters() {
    return parameters;
  }

  boolean isConsistentRead() {
    return consistentRead;
  }

  @Nullable Integer limit() {
    return limit;
  }

  @Nullable String nextToken() {
    return nextToken;
  }

  @Override
  public String toString() {
    return text;
  }
}
