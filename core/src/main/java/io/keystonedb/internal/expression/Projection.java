package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which parts of an item to return. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ProjectionExpressions.html">Projection
 *     expressions</a>
 */
public final class Projection {
  private final List<Path> paths;
  private final PathTree tree;

  /** A projection to paths that neither overlap nor conflict. */
  public Projection(List<Path> paths) {
    this.paths = List.copyOf(paths);
    tree = PathTree.of(paths);
  }

  /** The paths, in the order in which they are written. */
  public List<Path> paths() {
    return paths;
  }

  /** The top-level attributes of the paths, in the order in which they are written. */
  public Set<String> topLevelAttributes() {
    Set<String> names = new LinkedHashSet<>();
    paths.forEach(path -> names.add(path.name()));
    return names;
  }

  /** What of an item the projection returns. */
  public Item apply(Item item) {
    return tree.cut(item);
  }

  Projection bind(Binder binder) {
    List<Path> bound = new ArrayList<>(paths.size());
    paths.forEach(path -> bound.add(binder.path(path)));
    return new Projection(bound);
  }

  void check(ExpressionErrors errors) {
    PathSet apart = new PathSet(errors);
    paths.forEach(apart::add);
  }
}
