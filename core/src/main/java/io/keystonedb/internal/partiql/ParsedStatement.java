package io.keystonedb.internal.partiql;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.expression.TextCache;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that was parsed; with values for its parameters it is a {@link Statement}. Immutable and
 * thread-safe; what a text says is cached.
 */
public final class ParsedStatement {
  /** Texts that are kept; a program that uses parameters has far fewer. */
  private static final int CACHED_TEXTS = 1024;

  private static final TextCache<ParsedStatement> CACHE =
      new TextCache<>(CACHED_TEXTS, text -> new ParsedStatement(StatementParser.parse(text)));

  private final StatementSyntax syntax;

  private ParsedStatement(StatementSyntax syntax) {
    this.syntax = syntax;
  }

  /**
   * What a text says.
   *
   * @throws KeystoneException if it is no PartiQL
   */
  public static ParsedStatement parse(String text) {
    return CACHE.get(text);
  }

  /** An index as a statement names it. */
  public record IndexName(String table, String index) {}

  /** The index that the statement selects from; null if it is no SELECT of an index. */
  public @Nullable IndexName index() {
    return syntax instanceof StatementSyntax.Select select && select.sources().size() == 1
        ? TableNames.index(select.sources().get(0))
        : null;
  }

  /**
   * The statement with its values.
   *
   * @param parameters the values of its question marks, in their order; more are ignored
   * @throws KeystoneException if it is none that the service runs
   */
  public Statement bind(List<Value> parameters) {
    return new StatementTranslator(parameters).translate(syntax);
  }
}
