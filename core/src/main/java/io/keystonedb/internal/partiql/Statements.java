package io.keystonedb.internal.partiql;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.expression.TextCache;
import java.util.List;

/** Reads statements. What a text says is cached; values are put in per request. */
public final class Statements {
  /** Texts that are kept; a program that uses parameters has far fewer. */
  private static final int CACHED_TEXTS = 1024;

  private static final TextCache<StatementSyntax> CACHE =
      new TextCache<>(CACHED_TEXTS, StatementParser::parse);

  private Statements() {}

  /**
   * The statement that a text says.
   *
   * @param parameters the values of its question marks, in their order; more are ignored
   * @throws KeystoneException if it is none, or none that the service runs
   */
  public static Statement read(String text, List<Value> parameters) {
    return new StatementTranslator(parameters).translate(CACHE.get(text));
  }
}
