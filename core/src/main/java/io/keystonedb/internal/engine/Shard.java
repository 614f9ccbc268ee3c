package io.keystonedb.internal.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shard of a stream: the records of the items whose partition hash lies in a range.
 *
 * @param parentId the shard it took its range from; null if it was there from the beginning
 * @param firstSequence the lowest sequence its records may have
 * @param lastSequence the highest; null while it is open
 * @param closedAt null while it is open
 * @param fromHash the start of its range, as an unsigned number of 32 bits
 * @param toHash the end of its range, exclusive
 * @param unknown what a newer release has stored with it
 */
public record Shard(
    String id,
    @Nullable String parentId,
    long firstSequence,
    @Nullable Long lastSequence,
    Instant openedAt,
    @Nullable Instant closedAt,
    long fromHash,
    long toHash,
    List<UnknownMember> unknown) {

  public Shard {
    unknown = List.copyOf(unknown);
  }

  /** Whether it takes records. */
  public boolean isOpen() {
    return closedAt == null;
  }

  boolean covers(long hash) {
    return fromHash <= hash && hash < toHash;
  }

  Shard closed(long last, Instant at) {
    return new Shard(id, parentId, firstSequence, last, openedAt, at, fromHash, toHash, unknown);
  }
}
