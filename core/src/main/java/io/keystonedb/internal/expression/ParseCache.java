package io.keystonedb.internal.expression;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Trees of expressions by their text, for all databases of the JVM: programs have few expressions
 * and use them often. Emptied when it is full. Thread-safe.
 *
 * @param <T> a tree that is not bound yet
 */
final class ParseCache<T> {
  private static final int CAPACITY = 1000;

  private final ConcurrentHashMap<String, T> trees = new ConcurrentHashMap<>();

  /** The tree of a text; what does not parse is not kept. */
  T get(String text, Function<String, T> parser) {
    T tree = trees.get(text);
    if (tree == null) {
      tree = parser.apply(text);
      if (trees.size() >= CAPACITY) {
        trees.clear();
      }
      trees.put(text, tree);
    }
    return tree;
  }
}
