package io.keystonedb.internal.engine;

import io.keystonedb.storage.Cursor;
import io.keystonedb.storage.Reader;
import io.keystonedb.storage.Txn;
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
      while (engine.<Boolean>read(reader -> isDue(reader, stream, now))) {
        trimmed |= engine.<Boolean>write(txn -> trimOrRemove(txn, stream, now));
      }
    }
    if (trimmed) {
      engine.expectChanges();
      engine.completeAll();
    }
  }

  private static boolean isDue(Reader reader, StreamDefinition known, Instant now) {
    StreamDefinition stream = Streams.find(reader, known.tableName(), known.label());
    return stream != null
        && (stream.isGone(now)
            || expired(reader, stream, now, 1) != null
            || retained(stream, now).size() < stream.shards().size());
  }

  private static boolean trimOrRemove(Txn txn, StreamDefinition known, Instant now) {
    StreamDefinition stream = Streams.find(txn, known.tableName(), known.label());
    if (stream == null) {
      return false;
    }
    if (stream.isGone(now)) {
      txn.remove(RowKeys.stream(stream.tableName(), stream.label()));
      Jobs.remove(txn, KeyRange.of(RowKeys.streamRecords(stream.number())));
    } else {
      trim(txn, stream, now);
    }
    return true;
  }

  /** Removes from a stream what is too old, of its records as many as one commit may touch. */
  static void trim(Txn txn, StreamDefinition stream, Instant now) {
    KeyRange expired = expired(txn, stream, now, Jobs.BATCH_ROWS);
    if (expired != null) {
      txn.removeRange(expired.from(), expired.to());
    }
    List<Shard> retained = retained(stream, now);
    if (retained.size() < stream.shards().size()) {
      Streams.put(txn, stream.withShards(retained));
    }
  }

  /**
   * Expired records without the last of them: the horizon follows from it, and the next sequence if
   * nothing stands behind it.
   *
   * @param limit how many at most
   * @return null if there are none
   */
  private static @Nullable KeyRange expired(
      Reader reader, StreamDefinition stream, Instant now, int limit) {
    KeyRange records = KeyRange.of(RowKeys.streamRecords(stream.number()));
    byte[] last = null;
    int expired = 0;
    for (RowBatch.Row row : RowBatch.read(reader, records, limit + 1).rows()) {
      if (!StreamDefinition.hasExpired(((StreamEntry) row.value()).change().createdAt(), now)) {
        break;
      }
      last = row.key().bytes();
      expired++;
    }
    return last == null || expired == 1 ? null : records.upTo(last);
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
  static List<StreamDefinition> all(Reader reader) {
    List<StreamDefinition> streams = new ArrayList<>();
    Cursor cursor = reader.range(RowKeys.streams(), RowKeys.after(RowKeys.streams()), false);
    while (cursor.next()) {
      streams.add((StreamDefinition) cursor.value());
    }
    return streams;
  }
}
