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
final class ProjectionParser extends ExpressionParser {
  private ProjectionParser(String text, ExpressionErrors errors) {
    super(text, errors);
  }

  static Projection parse(String text, ExpressionErrors errors) {
    ProjectionParser parser = new ProjectionParser(text, errors);
    List<Path> paths = new ArrayList<>();
    do {
      paths.add(parser.path());
    } while (parser.takeIf(","));
    parser.finish();
    return new Projection(paths);
  }
}
