package io.keystonedb;

import io.keystonedb.storage.ForkableStore;

/**
 * The content of a {@link Database} at one moment, to go back to. It holds the memory of what
 * changed since, and nothing else; it needs no closing.
 */
public final class DatabaseSnapshot {
  private final ForkableStore.Content content;

  DatabaseSnapshot(ForkableStore.Content content) {
    this.content = content;
  }

  ForkableStore.Content content() {
    return content;
  }
}
