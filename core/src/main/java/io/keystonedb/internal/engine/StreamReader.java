package io.keystonedb.internal.engine;

import io.keystonedb.Change;
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
  public static long lastSequence(RowReader rows, int stream) {
    RowCursor<StreamEntry> cursor = rows.walk(rows.keys().streamRecords(stream), true);
    return cursor.next() ? cursor.value().change().sequence() : 0;
  }

  /**
   * The lowest sequence that was never trimmed. It is told by the last record that is no longer
   * retained, not by the first that is: sequences have gaps where shards begin.
   */
  public static long horizon(RowReader rows, StreamDefinition stream, Instant now) {
    return behind(rows, stream, change -> StreamDefinition.hasExpired(change.createdAt(), now));
  }

  /** The sequence behind all records from before an instant. */
  public static long firstSince(RowReader rows, StreamDefinition stream, Instant since) {
    return behind(rows, stream, change -> change.createdAt().isBefore(since));
  }

  private static long behind(RowReader rows, StreamDefinition stream, Predicate<Change> passed) {
    RowCursor<StreamEntry> cursor = rows.walk(rows.keys().streamRecords(stream.number()));
    long last = 0;
    while (cursor.next()) {
      Change change = cursor.value().change();
      if (!passed.test(change)) {
        break;
      }
      last = change.sequence();
    }
    return last + 1;
  }

  private static RowRange<StreamEntry> recordsFrom(RowKeys keys, int stream, long sequence) {
    return keys.streamRecords(stream).from(keys.streamRecord(stream, sequence));
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
      RowReader rows, StreamDefinition stream, Shard shard, long from, int limit) {
    Long last = shard.lastSequence();
    if (last != null && from > last) {
      return new Page(List.of(), from);
    }
    RowKeys keys = rows.keys();
    RowRange<StreamEntry> range = recordsFrom(keys, stream.number(), from);
    RowCursor<StreamEntry> cursor =
        rows.walk(
            last == null ? range : range.before(keys.streamRecord(stream.number(), last + 1)));
    List<StreamEntry> entries = new ArrayList<>();
    long next = from;
    long bytes = 0;
    while (cursor.next()) {
      StreamEntry entry = cursor.value();
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
  public static List<Change> changes(
      RowReader rows, int stream, long from, int limit, Instant now) {
    RowCursor<StreamEntry> cursor = rows.walk(recordsFrom(rows.keys(), stream, from));
    List<Change> changes = new ArrayList<>();
    while (changes.size() < limit && cursor.next()) {
      Change change = cursor.value().change();
      if (!StreamDefinition.hasExpired(change.createdAt(), now)) {
        changes.add(change);
      }
    }
    return changes;
  }
}
