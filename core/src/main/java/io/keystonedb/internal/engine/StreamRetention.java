package io.keystonedb.internal.engine;

import io.keystonedb.storage.Cursor;
import io.keystonedb.storage.Reader;
import io.keystonedb.storage.Txn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes what streams no longer retain. Readers don't depend on it: they pass over what is too old
 * whether or not it is still there.
 */
public final class StreamRetention {
  private StreamRetention() {}

  /** Removes what is too old from all streams of a database. */
  public static void trim(Engine engine) {
    Instant now = engine.clock().instant();
    if (engine.<Boolean>read(
        reader -> all(reader).stream().noneMatch(stream -> isDue(reader, stream, now)))) {
      return;
    }
    engine.write(
        txn -> {
          List<StreamDefinition> streams = all(txn);
          streams.forEach(stream -> trim(txn, stream, now));
          return streams;
        });
  }

  private static boolean isDue(Reader reader, StreamDefinition stream, Instant now) {
    return stream.isGone(now)
        || !expired(reader, RowKeys.streamRecords(stream.number()), now).isEmpty()
        || retained(stream, now).size() < stream.shards().size();
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

  /** Removes what is too old from a stream, or the whole stream. */
  static void trim(Txn txn, StreamDefinition stream, Instant now) {
    byte[] records = RowKeys.streamRecords(stream.number());
    if (stream.isGone(now)) {
      txn.remove(RowKeys.stream(stream.tableName(), stream.label()));
      Tables.removeAll(txn, records);
      return;
    }
    expired(txn, records, now).forEach(txn::remove);
    List<Shard> retained = retained(stream, now);
    if (retained.size() < stream.shards().size()) {
      Streams.put(txn, stream.withShards(retained));
    }
  }

  /**
   * Keys of expired records but the last of them: the horizon follows from it, and the next
   * sequence if nothing stands behind it.
   */
  private static List<byte[]> expired(Reader reader, byte[] records, Instant now) {
    List<byte[]> expired = new ArrayList<>();
    Cursor cursor = reader.range(records, RowKeys.after(records), false);
    while (cursor.next()) {
      StreamEntry entry = (StreamEntry) cursor.value();
      if (!StreamDefinition.hasExpired(entry.change().createdAt(), now)) {
        break;
      }
      expired.add(cursor.key());
    }
    return expired.isEmpty() ? expired : expired.subList(0, expired.size() - 1);
  }
}
