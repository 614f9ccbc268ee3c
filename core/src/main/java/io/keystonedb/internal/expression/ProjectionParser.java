package io.keystonedb.internal.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Parses projection expressions.
 *
 * <pre>
 * projection := path { ',' path }
 * </pre>
 */
final class ProjectionParser extends Parser {
  private ProjectionParser(String text) {
    super(ExpressionKind.PROJECTION, text);
  }

  /**
   * Parses a whole text.
   *
   * @throws io.keystonedb.KeystoneException on a syntax error
   */
  static Parsed<Projection> parse(String text) {
    ProjectionParser parser = new ProjectionParser(text);
    List<Path> paths = new ArrayList<>();
    do {
      paths.add(parser.path());
    } while (parser.accept(TokenKind.COMMA));
    parser.expect(TokenKind.END);
    return parser.parsed(new Projection(paths));
  }
}
