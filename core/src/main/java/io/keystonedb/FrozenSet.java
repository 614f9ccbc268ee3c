package io.keystonedb;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;

/** An immutable set in the order of another one, which nobody changes any more. */
final class FrozenSet<T> extends AbstractSet<T> {
  private final Set<T> set;

  FrozenSet(Set<T> set) {
    this.set = Collections.unmodifiableSet(set);
  }

  @Override
  public int size() {
    return set.size();
  }

  @Override
  public boolean contains(Object element) {
    return set.contains(element);
  }

  @Override
  public Iterator<T> iterator() {
    return set.iterator();
  }
}
