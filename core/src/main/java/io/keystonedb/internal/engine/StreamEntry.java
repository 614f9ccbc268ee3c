package io.keystonedb.internal.engine;

import io.keystonedb.Change;

/**
 * A record as it stands in the store.
 *
 * @param shardId the shard it belongs to
 */
public record StreamEntry(String shardId, Change change) {
  /** What it counts towards the limit of a page: its key and its images. */
  public int sizeBytes() {
    int bytes = change.keys().sizeBytes();
    bytes += change.oldImage() == null ? 0 : change.oldImage().sizeBytes();
    bytes += change.newImage() == null ? 0 : change.newImage().sizeBytes();
    return bytes;
  }
}
