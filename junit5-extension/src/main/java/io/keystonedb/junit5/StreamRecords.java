package io.keystonedb.junit5;

import io.keystonedb.sdk.StreamShards;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * What the streams of tables have recorded, for assertions. It can be injected as a client can; it
 * reads what the database holds, which includes what seeds wrote. Thread-safe.
 */
public final class StreamRecords {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private final DynamoDbClient client;
  private final DynamoDbStreamsClient streams;

  /** Records of the tables that a client sees, read through a client of their streams. */
  public StreamRecords(DynamoDbClient client, DynamoDbStreamsClient streams) {
    this.client = client;
    this.streams = streams;
  }

  /**
   * The records that the newest stream of a table retains, of all shards, in the order of the
   * commits.
   *
   * @throws IllegalArgumentException if the table has no stream
   */
  public List<Record> records(String table) {
    String arn = client.describeTable(d -> d.tableName(table)).table().latestStreamArn();
    if (arn == null) {
      throw new IllegalArgumentException(
          "the table "
              + table
              + " has no stream. To fix it: say stream = StreamView.NEW_AND_OLD_IMAGES in @Table");
    }
    List<Record> records = new ArrayList<>();
    StreamShards.of(streams, arn).forEach(shard -> readInto(records, arn, shard));
    records.sort(
        Comparator.comparing(record -> new BigInteger(record.dynamodb().sequenceNumber())));
    return List.copyOf(records);
  }

  /**
   * Waits for up to five seconds until there are at least so many records, which another thread may
   * bring about.
   *
   * @return all records there are then, as {@link #records}
   * @throws AssertionError if there are not
   */
  public List<Record> await(String table, int count) {
    return await(table, count, PATIENCE);
  }

  /** As {@link #await(String, int)}, for as long as the caller wants to wait. */
  public List<Record> await(String table, int count, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    List<Record> records = records(table);
    while (records.size() < count) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError(
            "expected %d records in the stream of %s after %s, found %d: %s"
                .formatted(count, table, patience, records.size(), records));
      }
      pause();
      records = records(table);
    }
    return records;
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for records", e);
    }
  }

  private void readInto(List<Record> records, String arn, Shard shard) {
    @Nullable String next =
        streams
            .getShardIterator(
                g ->
                    g.streamArn(arn)
                        .shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    while (next != null) {
      String iterator = next;
      GetRecordsResponse page = streams.getRecords(g -> g.shardIterator(iterator));
      records.addAll(page.records());
      // An open shard always has a next iterator.
      next = page.records().isEmpty() ? null : page.nextShardIterator();
    }
  }
}
