package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import java.util.Set;

/** Takes parts of items. Implementations are immutable and thread-safe. */
public interface Projecting {
  /** The names of the attributes that the parts are taken from. */
  Set<String> topLevelAttributes();

  /** The parts of an item; the empty item if it has none of them. */
  Item apply(Item item);
}
