package io.keystonedb.internal.storage.memory;

import io.keystonedb.storage.ForkableStore;

/**
 * The content of a {@link MemoryStore} at one moment. It shares what did not change since with the
 * store, and keeps the rest from being collected.
 */
public final class Root implements ForkableStore.Content {
  private final Node node;

  Root(Node node) {
    this.node = node;
  }

  Node node() {
    return node;
  }
}
