package io.keystonedb.internal.engine;

import io.keystonedb.Change;
import io.keystonedb.ChangeType;
import io.keystonedb.Item;
import io.keystonedb.internal.engine.ItemChange.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records changes of items in the stream of their table, in the commit that makes them. */
final class StreamWriter implements ChangeConsumer {
  /** So many records apart, those that are no longer retained are removed. */
  private static final long TRIM_EVERY = 64;

  /** Records a change, if it is one: a write that changes nothing leaves no record. */
  @Override
  public void accept(RowWriter rows, ItemChange change) {
    TableStream stream = change.table().settings().stream();
    if (stream != null && stream.enabled() && !Objects.equals(change.before(), change.after())) {
      append(rows, change, stream);
    }
  }

  private static void append(RowWriter rows, ItemChange change, TableStream stream) {
    Engine engine = change.context().engine();
    TableDefinition table = change.table();
    Item before = change.before();
    Item after = change.after();
    Item shown = Objects.requireNonNull(after == null ? before : after);
    Instant now = change.time();
    StreamDefinition definition =
        Objects.requireNonNull(Streams.find(rows, table.name(), stream.label()));
    long last = StreamReader.lastSequence(rows, stream.number());
    definition = renewShards(engine, rows, definition, last, now);
    Shard shard = shardFor(definition, RowKeys.partitionHash(change.key()));
    long sequence = Math.max(last + 1, newestStart(definition.shards()));
    boolean showsOld = showsOld(stream.viewType());
    boolean showsNew = showsNew(stream.viewType());
    Change record =
        new Change(
            before == null
                ? ChangeType.INSERT
                : after == null ? ChangeType.REMOVE : ChangeType.MODIFY,
            table.name(),
            KeyChecks.keyOf(table, shown),
            showsOld ? before : null,
            showsNew ? after : null,
            sequence,
            now.truncatedTo(ChronoUnit.SECONDS),
            change.cause() == Cause.EXPIRED);
    rows.put(
        rows.keys().streamRecord(stream.number(), sequence), new StreamEntry(shard.id(), record));
    if (sequence % TRIM_EVERY == 0) {
      StreamRetention.trim(rows, definition, now);
    }
  }

  private static boolean showsOld(String viewType) {
    return viewType.equals("OLD_IMAGE") || viewType.equals("NEW_AND_OLD_IMAGES");
  }

  private static boolean showsNew(String viewType) {
    return viewType.equals("NEW_IMAGE") || viewType.equals("NEW_AND_OLD_IMAGES");
  }

  private static StreamDefinition renewShards(
      Engine engine, RowWriter rows, StreamDefinition stream, long last, Instant now) {
    int count = engine.dials().streamShards();
    Duration lifetime = engine.dials().streamShardLifetime();
    Instant oldest = lifetime.isZero() ? null : now.minus(lifetime);
    if (!needsNewShards(stream.shards(), count, oldest)) {
      return stream;
    }
    StreamDefinition renewed = stream.withShards(Shards.renewed(stream, count, oldest, last, now));
    Streams.put(rows, renewed);
    return renewed;
  }

  private static boolean needsNewShards(List<Shard> shards, int count, @Nullable Instant oldest) {
    int open = 0;
    for (Shard shard : shards) {
      if (shard.isOpen()) {
        open++;
        if (oldest != null && shard.openedAt().isBefore(oldest)) {
          return true;
        }
      }
    }
    return open < count;
  }

  private static Shard shardFor(StreamDefinition stream, long hash) {
    for (Shard shard : stream.shards()) {
      if (shard.isOpen() && shard.covers(hash)) {
        return shard;
      }
    }
    throw new IllegalStateException("no open shard takes " + hash + ": " + stream);
  }

  private static long newestStart(List<Shard> shards) {
    long newest = 0;
    for (Shard shard : shards) {
      newest = Math.max(newest, shard.firstSequence());
    }
    return newest;
  }
}
