package io.keystonedb;

import io.keystonedb.internal.engine.SequenceNumbers;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change of one item, as the stream of its table recorded it. Immutable.
 *
 * @param keys the key of the item
 * @param oldImage the item before; null if there was none or the stream does not show it
 * @param newImage the item after; null if there is none or the stream does not show it
 * @param sequence where in the stream: grows from change to change, in the order of the commits
 * @param createdAt when, to the second
 * @param expired whether the service deleted the item because its time to live was over
 */
public record Change(
    ChangeType type,
    String tableName,
    Item keys,
    @Nullable Item oldImage,
    @Nullable Item newImage,
    long sequence,
    Instant createdAt,
    boolean expired) {

  public Change {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(tableName, "tableName");
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(createdAt, "createdAt");
  }

  /** The sequence as clients of the service see it: a number of 21 digits. */
  public String sequenceNumber() {
    return SequenceNumbers.text(sequence);
  }
}
