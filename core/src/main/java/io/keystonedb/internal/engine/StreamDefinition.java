package io.keystonedb.internal.engine;

import io.keystonedb.internal.value.KeyAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stream: an immutable value that lives in the store under the table's name and its label.
 *
 * @param number its place in the layout of keys
 * @param viewType what its records show, such as {@code KEYS_ONLY}
 * @param key the key of its table
 * @param settledAt when the last change of its status is complete
 * @param disabledAt when it was disabled; null while it is enabled
 * @param shards in the order in which they were opened, and in that of their ids
 * @param unknown what a newer release has stored with it
 */
public record StreamDefinition(
    String tableName,
    String label,
    int number,
    String viewType,
    KeyAttributes key,
    Instant createdAt,
    Instant settledAt,
    @Nullable Instant disabledAt,
    List<Shard> shards,
    List<UnknownMember> unknown) {

  /**
   * How long records stay, and a stream that is disabled.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html">Change
   *     data capture for DynamoDB Streams</a>
   */
  public static final Duration RETENTION = Duration.ofHours(24);

  public StreamDefinition {
    shards = List.copyOf(shards);
    unknown = List.copyOf(unknown);
  }

  /** Such as {@code ENABLED}. */
  public String status(Instant now) {
    boolean settled = !now.isBefore(settledAt);
    if (disabledAt == null) {
      return settled ? "ENABLED" : "ENABLING";
    }
    return settled ? "DISABLED" : "DISABLING";
  }

  /** Whether it was disabled so long ago that nothing of it is left. */
  boolean isGone(Instant now) {
    return disabledAt != null && hasExpired(disabledAt, now);
  }

  /** Whether what happened at an instant is no longer retained. */
  static boolean hasExpired(Instant instant, Instant now) {
    return !now.isBefore(instant.plus(RETENTION));
  }

  /** The shard of an id, or null. */
  public @Nullable Shard shard(String id) {
    for (Shard shard : shards) {
      if (shard.id().equals(id)) {
        return shard;
      }
    }
    return null;
  }

  /** This stream with other shards. */
  StreamDefinition withShards(List<Shard> newShards) {
    return new StreamDefinition(
        tableName,
        label,
        number,
        viewType,
        key,
        createdAt,
        settledAt,
        disabledAt,
        newShards,
        unknown);
  }

  /** This stream, disabled, with all shards closed. */
  StreamDefinition disabled(Instant at, Instant settled, List<Shard> closed) {
    return new StreamDefinition(
        tableName, label, number, viewType, key, createdAt, settled, at, closed, unknown);
  }
}
