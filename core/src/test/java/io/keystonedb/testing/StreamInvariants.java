package io.keystonedb.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Change;
import io.keystonedb.ChangeType;
import io.keystonedb.Item;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RowKeys;
import io.keystonedb.internal.engine.RowReader;
import io.keystonedb.internal.engine.Shard;
import io.keystonedb.internal.engine.StreamDefinition;
import io.keystonedb.internal.engine.StreamEntry;
import io.keystonedb.internal.engine.StreamReader;
import io.keystonedb.internal.engine.Streams;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What always holds between the items of a table and its stream, whatever was written. */
final class StreamInvariants {
  private StreamInvariants() {}

  /**
   * Checks a table with a stream: each record stands in the one shard that takes its item, the
   * records of an item tell a history without a gap, and that history ends in what the table has.
   */
  static void check(RequestContext context, RowReader rows, TableDefinition table) {
    TableStream stream = table.settings().stream();
    if (stream == null || !stream.enabled()) {
      return;
    }
    String arn = context.engine().account().streamArn(table.name(), stream.label());
    StreamDefinition definition = Streams.require(context, rows, arn);
    Map<Item, Change> newest = new HashMap<>();
    for (Change change : changes(rows, definition, table)) {
      follows(stream, newest.put(change.keys(), change), change);
    }
    newest.forEach((key, change) -> endsIn(rows, table, stream, key, change));
  }

  private static List<Change> changes(
      RowReader rows, StreamDefinition stream, TableDefinition table) {
    List<Change> changes = new ArrayList<>();
    for (Shard shard : stream.shards()) {
      for (Change change : changes(rows, stream, shard)) {
        long hash = RowKeys.partitionHash(rows.keys().item(table, change.keys()));
        assertThat(hash)
            .as("hash of an item in the range of shard %s", shard.id())
            .isBetween(shard.fromHash(), shard.toHash() - 1);
        changes.add(change);
      }
    }
    changes.sort(Comparator.comparingLong(Change::sequence));
    assertThat(changes)
        .extracting(Change::sequence)
        .as("sequences of the stream of %s", table.name())
        .doesNotHaveDuplicates();
    return changes;
  }

  private static List<Change> changes(RowReader rows, StreamDefinition stream, Shard shard) {
    List<Change> changes = new ArrayList<>();
    long from = shard.firstSequence();
    StreamReader.Page page;
    do {
      page = StreamReader.read(rows, stream, shard, from, Integer.MAX_VALUE);
      page.entries().stream().map(StreamEntry::change).forEach(changes::add);
      from = page.next();
    } while (!page.entries().isEmpty());
    return changes;
  }

  private static void follows(TableStream stream, Change before, Change change) {
    assertThat(change.oldImage() == null || !change.oldImage().equals(change.newImage()))
        .as("something changed: %s", change)
        .isTrue();
    if (before == null) {
      return;
    }
    assertThat(change.type() == ChangeType.INSERT)
        .as("inserted after it was removed: %s then %s", before, change)
        .isEqualTo(before.type() == ChangeType.REMOVE);
    if (stream.viewType().equals("NEW_AND_OLD_IMAGES")) {
      assertThat(change.oldImage()).as("the image before %s", change).isEqualTo(before.newImage());
    }
  }

  private static void endsIn(
      RowReader rows, TableDefinition table, TableStream stream, Item key, Change change) {
    Item stored = rows.get(rows.keys().item(table, key));
    assertThat(stored == null)
        .as("%s is gone after %s", key, change)
        .isEqualTo(change.type() == ChangeType.REMOVE);
    if (stream.viewType().startsWith("NEW")) {
      assertThat(stored).as("what the table has after %s", change).isEqualTo(change.newImage());
    }
  }
}
