package io.keystonedb.internal.storage.memory;

/**
 * The content of a {@link MemoryStore} at one moment, to be {@linkplain MemoryStore#restore
 * restored} later. Immutable; it shares what did not change since with the store, and keeps the
 * rest from being collected.
 */
public final class Root {
  private final Node node;

  Root(Node node) {
    this.node = node;
  }

  Node node() {
    return node;
  }
}
