package io.keystonedb;

import io.keystonedb.internal.storage.memory.Root;

/**
 * The content of a {@link Database} at one moment, to go back to. It holds the memory of what
 * changed since, and nothing else; it needs no closing.
 */
public final class DatabaseSnapshot {
  private final Root root;

  DatabaseSnapshot(Root root) {
    this.root = root;
  }

  Root root() {
    return root;
  }
}
