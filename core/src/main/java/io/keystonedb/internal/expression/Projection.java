package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The parts of an item that a read returns. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ProjectionExpressions.html">Projection
 *     expressions</a>
 */
public final class Projection implements Projecting {
  private final List<Path> paths;
  private final PathTree<Path> tree;

  /** A projection on paths of which none is part of another. */
  public Projection(List<Path> paths) {
    this.paths = List.copyOf(paths);
    this.tree = PathTree.of(this.paths, Function.identity());
  }

  PathTree<Path> tree() {
    return tree;
  }

  /** The paths in the order in which they were given. */
  public List<Path> paths() {
    return paths;
  }

  @Override
  public Set<String> topLevelAttributes() {
    return Collections.unmodifiableSet(tree.names());
  }

  /**
   * The projected parts of an item; the empty item if it has none. Elements of lists come densely
   * and in the order of the list, whatever the order of the paths.
   */
  @Override
  public Item apply(Item item) {
    return tree.select(item);
  }
}
