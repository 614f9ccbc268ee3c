package io.keystonedb.migration;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers how far the shards of streams have been read, so that a follower goes on there after a
 * restart. Implementations are thread-safe.
 */
public interface CheckpointStore {
  /** What is remembered of a shard that has been read to its end. */
  String SHARD_END = "SHARD_END";

  /**
   * The sequence number of the last change that was applied, or {@link #SHARD_END}; empty if
   * nothing was.
   */
  Optional<String> find(String streamArn, String shardId);

  /**
   * Remembers a position; when this returns, it survives whatever the store is meant to survive.
   */
  void save(String streamArn, String shardId, String position);

  /** A store that forgets when the JVM ends. */
  static CheckpointStore inMemory() {
    Map<String, String> positions = new ConcurrentHashMap<>();
    return new CheckpointStore() {
      @Override
      public Optional<String> find(String streamArn, String shardId) {
        return Optional.ofNullable(positions.get(streamArn + " " + shardId));
      }

      @Override
      public void save(String streamArn, String shardId, String position) {
        positions.put(streamArn + " " + shardId, position);
      }
    };
  }

  /**
   * A store in a small text file, which comes into being with the first position. Each save
   * replaces the file as a whole, so a crash leaves the old or the new positions.
   *
   * @throws java.io.UncheckedIOException if there is such a file and it cannot be read
   */
  static CheckpointStore file(Path path) {
    return new CheckpointFile(path);
  }
}
