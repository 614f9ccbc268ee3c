package io.keystonedb.internal.engine;

import io.keystonedb.Change;
import io.keystonedb.storage.Cursor;
import io.keystonedb.storage.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads the records of a stream. They stand in the store in the order of their commits, those of
 * all shards one behind the other.
 */
public final class StreamReader {
  private static final int PAGE_BYTES = 1 << 20;

  private StreamReader() {}

  /** The sequence of the last record of a stream; 0 if there never was one. */
  public static long lastSequence(Reader reader, int stream) {
    byte[] all = RowKeys.streamRecords(stream);
    Cursor cursor = reader.range(all, RowKeys.after(all), true);
    return cursor.next() ? ((StreamEntry) cursor.value()).change().sequence() : 0;
  }

  /**
   * The lowest sequence that was never trimmed. It is told by the last record that is no longer
   * retained, not by the first that is: sequences have gaps where shards begin.
   */
  public static long horizon(Reader reader, StreamDefinition stream, Instant now) {
    return behind(reader, stream, change -> StreamDefinition.hasExpired(change.createdAt(), now));
  }

  /** The sequence behind all records from before an instant. */
  public static long firstSince(Reader reader, StreamDefinition stream, Instant since) {
    return behind(reader, stream, change -> change.createdAt().isBefore(since));
  }

  private static long behind(Reader reader, StreamDefinition stream, Predicate<Change> passed) {
    byte[] all = RowKeys.streamRecords(stream.number());
    Cursor cursor = reader.range(all, RowKeys.after(all), false);
    long last = 0;
    while (cursor.next()) {
      Change change = ((StreamEntry) cursor.value()).change();
      if (!passed.test(change)) {
        break;
      }
      last = change.sequence();
    }
    return last + 1;
  }

  /**
   * Some records of a shard.
   *
   * @param next where the next page begins
   */
  public record Page(List<StreamEntry> entries, long next) {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Reads records of a shard, up to a limit and 1 MB.
   *
   * @param from the sequence to begin at
   */
  public static Page read(
      Reader reader, StreamDefinition stream, Shard shard, long from, int limit) {
    Long last = shard.lastSequence();
    if (last != null && from > last) {
      return new Page(List.of(), from);
    }
    byte[] all = RowKeys.streamRecords(stream.number());
    byte[] to = last == null ? RowKeys.after(all) : RowKeys.streamRecord(stream.number(), last + 1);
    Cursor cursor = reader.range(RowKeys.streamRecord(stream.number(), from), to, false);
    List<StreamEntry> entries = new ArrayList<>();
    long next = from;
    long bytes = 0;
    while (cursor.next()) {
      StreamEntry entry = (StreamEntry) cursor.value();
      if (entry.shardId().equals(shard.id())) {
        bytes += entry.sizeBytes();
        if (entries.size() == limit || (bytes > PAGE_BYTES && !entries.isEmpty())) {
          return new Page(entries, next);
        }
        entries.add(entry);
      }
      next = entry.change().sequence() + 1;
    }
    return new Page(entries, last == null ? next : last + 1);
  }

  /**
   * Changes of all shards that are retained, in the order of their commits.
   *
   * @param from the sequence to begin at
   */
  public static List<Change> changes(Reader reader, int stream, long from, int limit, Instant now) {
    byte[] to = RowKeys.after(RowKeys.streamRecords(stream));
    Cursor cursor = reader.range(RowKeys.streamRecord(stream, from), to, false);
    List<Change> changes = new ArrayList<>();
    while (changes.size() < limit && cursor.next()) {
      Change change = ((StreamEntry) cursor.value()).change();
      if (!StreamDefinition.hasExpired(change.createdAt(), now)) {
        changes.add(change);
      }
    }
    return changes;
  }
}
