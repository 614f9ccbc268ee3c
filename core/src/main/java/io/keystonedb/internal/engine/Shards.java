package io.keystonedb.internal.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the shards of a stream come and go: some are there from the beginning, open ones are replaced
 * by children that share their range.
 *
 * <p>As in the service a child has one parent, and a consumer that reads parents before their
 * children sees the changes of an item in their order. So shards split and roll over, but never
 * merge.
 */
final class Shards {
  private static final long HASHES = 1L << 32;

  /** An odd number: multiplying by it makes distinct numbers distinct ones that look random. */
  private static final int SCATTER = 0x9E3779B1;

  private final int stream;
  private final Instant now;
  private final List<Shard> shards;

  private Shards(int stream, Instant now, List<Shard> shards) {
    this.stream = stream;
    this.now = now;
    this.shards = new ArrayList<>(shards);
  }

  /** The shards of a new stream. */
  static List<Shard> first(int stream, int count, Instant now) {
    Shards first = new Shards(stream, now, List.of());
    first.split(0, HASHES, count, null, 1);
    return first.shards;
  }

  /**
   * The shards with all open ones closed.
   *
   * @param last the sequence of the stream's last record; 0 if there is none
   */
  static List<Shard> closed(StreamDefinition stream, long last, Instant now) {
    Shards all = new Shards(stream.number(), now, stream.shards());
    for (int i = 0; i < all.shards.size(); i++) {
      if (all.shards.get(i).isOpen()) {
        all.close(i, last);
      }
    }
    return all.shards;
  }

  /**
   * The shards with those replaced that are too few or too old.
   *
   * @param count how many there should be at least
   * @param oldest the instant before which an open shard is too old; null if none ever is
   * @param last the sequence of the stream's last record; 0 if there is none
   */
  static List<Shard> renewed(
      StreamDefinition stream, int count, @Nullable Instant oldest, long last, Instant now) {
    Shards all = new Shards(stream.number(), now, stream.shards());
    int open = (int) stream.shards().stream().filter(Shard::isOpen).count();
    for (int i = 0; i < stream.shards().size(); i++) {
      Shard shard = stream.shards().get(i);
      if (shard.isOpen() && oldest != null && shard.openedAt().isBefore(oldest)) {
        all.replace(i, 1, last);
      }
    }
    for (; open < count; open++) {
      all.replace(all.widest(), 2, last);
    }
    return all.shards;
  }

  private int widest() {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < shards.size(); i++) {
      if (shards.get(i).isOpen()) {
        open.add(i);
      }
    }
    open.sort(Comparator.comparingLong(i -> shards.get(i).fromHash() - shards.get(i).toHash()));
    return open.get(0);
  }

  private void replace(int index, int children, long last) {
    close(index, last);
    Shard parent = shards.get(index);
    split(parent.fromHash(), parent.toHash(), children, parent.id(), closedAt(parent) + 1);
  }

  private void close(int index, long last) {
    Shard shard = shards.get(index);
    shards.set(index, shard.closed(Math.max(shard.firstSequence(), last), now));
  }

  private static long closedAt(Shard shard) {
    Long last = shard.lastSequence();
    return last == null ? 0 : last;
  }

  private void split(long from, long to, int parts, @Nullable String parent, long firstSequence) {
    for (int part = 0; part < parts; part++) {
      shards.add(
          new Shard(
              nextId(),
              parent,
              firstSequence,
              null,
              now,
              null,
              from + (to - from) * part / parts,
              from + (to - from) * (part + 1) / parts,
              List.of()));
    }
  }

  /** As in the service: when it was opened, then what makes it unique; ids grow in the stream. */
  private String nextId() {
    long opened = now.toEpochMilli();
    if (!shards.isEmpty()) {
      opened = Math.max(opened, openedIn(shards.get(shards.size() - 1).id()) + 1);
    }
    int unique = (int) (opened ^ (opened >>> 32)) * SCATTER ^ stream * SCATTER;
    return String.format(Locale.ROOT, "shardId-%020d-%08x", opened, unique);
  }

  private static long openedIn(String id) {
    return Long.parseLong(id.substring("shardId-".length(), id.lastIndexOf('-')));
  }
}
