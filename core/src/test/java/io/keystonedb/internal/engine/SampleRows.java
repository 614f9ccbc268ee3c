package io.keystonedb.internal.engine;

import io.keystonedb.Change;
import io.keystonedb.ChangeType;
import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import io.keystonedb.internal.engine.RowKind.Marker;
import io.keystonedb.internal.model.AttributeDefinition;
import io.keystonedb.internal.model.OnDemandThroughput;
import io.keystonedb.internal.model.Projection;
import io.keystonedb.internal.model.ProvisionedThroughput;
import io.keystonedb.internal.model.SSESpecification;
import io.keystonedb.internal.model.Tag;
import io.keystonedb.internal.model.WarmThroughput;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows of every kind, with everything that they may hold. */
public final class SampleRows {
  private static final Instant NOW = Instant.parse("2026-08-15T10:20:30.123456789Z");
  private static final RowKeys KEYS = new RowKeys(1);
  private static final KeyAttribute ID = new KeyAttribute("id", ValueType.S);
  private static final KeyAttribute AT = new KeyAttribute("at", ValueType.N);
  private static final KeyAttributes KEY = new KeyAttributes(List.of(ID), List.of(AT), true);

  /** An item with values of all types. */
  private static final Item ITEM =
      Item.builder()
          .string("id", "alice")
          .number("at", -12)
          .value("price", Value.number("12.50"))
          .value("large", Value.number("12345678901234567890.5"))
          .value("photo", Value.binary(new byte[] {0, 1, (byte) 0xFF}))
          .bool("new", true)
          .bool("old", false)
          .value("none", Value.nul())
          .value("list", Value.list(Value.string("é€😀"), Value.list(), Value.number(0)))
          .value("map", Value.map(Map.of("a", Value.map(Map.of()))))
          .value("texts", Value.stringSet("x", ""))
          .value("numbers", Value.numberSet("1", "-0.5"))
          .value("binaries", Value.binarySet(new byte[0], new byte[] {7}))
          .build();

  private SampleRows() {}

  /**
   * A row.
   *
   * @param <V> the type of its value
   */
  public record Row<V>(RowKey<V> key, V value) {
    /** The kind of the row. */
    public RowKind<V> kind() {
      return key.kind();
    }
  }

  /** All rows by their names. */
  public static Map<String, Row<?>> all() {
    Map<String, Row<?>> rows = new LinkedHashMap<>();
    TableDefinition table = table();
    rows.put("table", new Row<>(KEYS.table("music"), table));
    rows.put("table-of-defaults", new Row<>(KEYS.table("users"), tableOfDefaults()));
    rows.put("next-number", new Row<>(KEYS.nextNumber(), 300));
    rows.put(
        "job-removal",
        new Row<>(
            KEYS.job(12), new Job.Removal(KEYS.streamRecords(7).from(KEYS.streamRecord(7, 9)))));
    rows.put(
        "job-index-fill",
        new Row<>(KEYS.job(13), Job.IndexFill.of(KEYS, table, table.indexes().get(0))));
    rows.put(
        "job-expiry-fill", new Row<>(KEYS.job(14), Job.ExpiryFill.of(KEYS, table, table.expiry())));
    rows.put("item", new Row<>(KEYS.item(table, ITEM), ITEM));
    Item entry =
        Item.builder().string("id", "alice").number("at", 3).string("artist", "Bo").build();
    rows.put("index-entry", new Row<>(KEYS.entry(table, table.indexes().get(1), entry), entry));
    rows.put(
        "expiry", new Row<>(KEYS.expiry(5, 1_786_789_230, KEYS.item(table, ITEM)), Marker.PRESENT));
    Map<String, Double> units = new LinkedHashMap<>();
    units.put("music", 2.0);
    units.put("users", 0.5);
    rows.put(
        "token",
        new Row<>(
            KEYS.token("TransactWriteItems", "t1"),
            new TransactionTokens.Entry("digest", units, NOW.toEpochMilli())));
    rows.put(
        "token-expiry",
        new Row<>(
            KEYS.tokenExpiry(NOW.toEpochMilli(), "TransactWriteItems", "t1"), Marker.PRESENT));
    rows.put("stream", new Row<>(KEYS.stream("music", "2026-08-15T10:20:30.123"), stream()));
    rows.put(
        "stream-record",
        new Row<>(
            KEYS.streamRecord(7, 42),
            new StreamEntry(
                "shardId-00000001786789230123-5a3e6a02",
                new Change(
                    ChangeType.REMOVE,
                    "music",
                    KeyChecks.keyOf(table, ITEM),
                    ITEM,
                    null,
                    42,
                    Instant.ofEpochSecond(1_786_789_230),
                    true))));
    return rows;
  }

  /** A table of which everything is set that can be. */
  public static TableDefinition table() {
    KeyAttribute artist = new KeyAttribute("artist", ValueType.B);
    IndexDefinition local =
        IndexDefinition.of(
            "by-artist",
            1,
            false,
            new KeyAttributes(List.of(ID), List.of(artist)),
            KEY,
            new Projection("KEYS_ONLY", null),
            null,
            null,
            null);
    IndexDefinition global =
        IndexDefinition.of(
                "by-time",
                3,
                true,
                new KeyAttributes(List.of(AT, artist), List.of(ID)),
                KEY,
                new Projection("INCLUDE", List.of("title", "year")),
                new ProvisionedThroughput(3L, 4L),
                new OnDemandThroughput(-1L, null),
                new WarmThroughput(null, 8_000L))
            .withPending(new PendingChange("CREATING", NOW.plusSeconds(10)));
    return new TableDefinition(
        "music",
        2,
        UUID.fromString("5b3d6f0a-7c1e-4a55-9c3e-0123456789ab"),
        NOW,
        KEY,
        List.of(new AttributeDefinition("id", "S"), new AttributeDefinition("at", "N")),
        List.of(local, global),
        9,
        new TableSettings(
            new ProvisionedThroughput(5L, 6L),
            new ThroughputHistory(NOW.minusSeconds(5), NOW.minusSeconds(60), 2),
            NOW.minusSeconds(3_600),
            List.of(NOW.minusSeconds(7_200), NOW.minusSeconds(3_600)),
            new OnDemandThroughput(100L, 200L),
            new WarmThroughput(12_000L, 4_000L),
            new TableStream(7, "2026-08-15T10:20:30.123", "NEW_AND_OLD_IMAGES", true),
            new SSESpecification(true, "KMS", "alias/mine"),
            "STANDARD_INFREQUENT_ACCESS",
            NOW.minusSeconds(1),
            true),
        new TimeToLive("until", true, NOW, 5),
        List.of(new Tag("team", "blue"), new Tag("empty", "")),
        new PendingChange("UPDATING", NOW.plusSeconds(5)),
        List.of());
  }

  private static TableDefinition tableOfDefaults() {
    return new TableDefinition(
        "users",
        1,
        new UUID(1, 2),
        Instant.EPOCH,
        new KeyAttributes(List.of(ID), List.of()),
        List.of(),
        List.of(),
        0,
        new TableSettings(
            null,
            ThroughputHistory.NONE,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            false),
        null,
        List.of(),
        null,
        List.of());
  }

  private static StreamDefinition stream() {
    Shard parent =
        new Shard("shardId-1", null, 1, 41L, NOW, NOW.plusSeconds(9), 0, 1L << 32, List.of());
    Shard child =
        new Shard("shardId-2", "shardId-1", 42, null, NOW.plusSeconds(9), null, 0, 7, List.of());
    return new StreamDefinition(
        "music",
        "2026-08-15T10:20:30.123",
        7,
        "NEW_AND_OLD_IMAGES",
        KEY,
        NOW,
        NOW.plusSeconds(1),
        NOW.plusSeconds(100),
        List.of(parent, child),
        List.of());
  }
}
