package io.keystonedb.internal.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Removes what streams no longer retain. Readers don't depend on it: they pass over what is too old
 * whether or not it is still there.
 */
public final class StreamRetention {
  private StreamRetention() {}

  /** Removes what is too old from all streams of a database. */
  public static void trim(Engine engine) {
    Instant now = engine.clock().instant();
    boolean trimmed = false;
    for (StreamDefinition stream : engine.read(StreamRetention::all)) {
      while (engine.<Boolean>read(rows -> isDue(rows, stream, now))) {
        trimmed |= engine.<Boolean>write(rows -> trimOrRemove(rows, stream, now));
      }
    }
    if (trimmed) {
      engine.expectChanges();
      engine.completeAll();
    }
  }

  private static boolean isDue(RowReader rows, StreamDefinition known, Instant now) {
    StreamDefinition stream = Streams.find(rows, known.tableName(), known.label());
    return stream != null
        && (stream.isGone(now)
            || expired(rows, stream, now, 1) != null
            || retained(stream, now).size() < stream.shards().size());
  }

  private static boolean trimOrRemove(RowWriter rows, StreamDefinition known, Instant now) {
    StreamDefinition stream = Streams.find(rows, known.tableName(), known.label());
    if (stream == null) {
      return false;
    }
    if (stream.isGone(now)) {
      rows.remove(rows.keys().stream(stream.tableName(), stream.label()));
      Jobs.remove(rows, rows.keys().streamRecords(stream.number()));
    } else {
      trim(rows, stream, now);
    }
    return true;
  }

  /** Removes from a stream what is too old, of its records as many as one commit may touch. */
  static void trim(RowWriter rows, StreamDefinition stream, Instant now) {
    RowRange<StreamEntry> expired = expired(rows, stream, now, Jobs.BATCH_ROWS);
    if (expired != null) {
      rows.removeAll(expired);
    }
    List<Shard> retained = retained(stream, now);
    if (retained.size() < stream.shards().size()) {
      Streams.put(rows, stream.withShards(retained));
    }
  }

  /**
   * Expired records without the last of them: the horizon follows from it, and the next sequence if
   * nothing stands behind it.
   *
   * @param limit how many at most
   * @return null if there are none
   */
  private static @Nullable RowRange<StreamEntry> expired(
      RowReader rows, StreamDefinition stream, Instant now, int limit) {
    RowRange<StreamEntry> records = rows.keys().streamRecords(stream.number());
    RowKey<StreamEntry> last = null;
    int expired = 0;
    for (RowBatch.Row<StreamEntry> row : RowBatch.read(rows, records, limit + 1).rows()) {
      if (!StreamDefinition.hasExpired(row.value().change().createdAt(), now)) {
        break;
      }
      last = row.key();
      expired++;
    }
    return last == null || expired == 1 ? null : records.before(last);
  }

  private static List<Shard> retained(StreamDefinition stream, Instant now) {
    List<Shard> retained = new ArrayList<>();
    for (Shard shard : stream.shards()) {
      Instant closedAt = shard.closedAt();
      if (closedAt == null || !StreamDefinition.hasExpired(closedAt, now)) {
        retained.add(shard);
      }
    }
    return retained;
  }

  /** The streams of all tables, those that were disabled included. */
  static List<StreamDefinition> all(RowReader rows) {
    List<StreamDefinition> streams = new ArrayList<>();
    RowCursor<StreamDefinition> cursor = rows.walk(rows.keys().all(RowKind.STREAM));
    while (cursor.next()) {
      streams.add(cursor.value());
    }
    return streams;
  }
}
