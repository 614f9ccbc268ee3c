package io.keystonedb.sdk.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The table with a stream that the tests of streams work on, and short ways to read the stream. */
final class StreamTables {
  static final String NAME = "orders";

  private StreamTables() {}

  /** A table with the string key {@code pk} and a stream, whose ARN is the answer. */
  static String create(DynamoDbClient client, StreamViewType viewType) {
    return create(client, NAME, viewType);
  }

  static String create(DynamoDbClient client, String name, StreamViewType viewType) {
    return client
        .createTable(
            table ->
                table
                    .tableName(name)
                    .attributeDefinitions(
                        a -> a.attributeName("pk").attributeType(ScalarAttributeType.S))
                    .keySchema(k -> k.attributeName("pk").keyType(KeyType.HASH))
                    .streamSpecification(s -> s.streamEnabled(true).streamViewType(viewType))
                    .billingMode(BillingMode.PAY_PER_REQUEST))
        .tableDescription()
        .latestStreamArn();
  }

  static AttributeValue s(String text) {
    return AttributeValue.builder().s(text).build();
  }

  static AttributeValue n(long number) {
    return AttributeValue.builder().n(Long.toString(number)).build();
  }

  static Map<String, AttributeValue> item(String pk, long value) {
    return Map.of("pk", s(pk), "v", n(value));
  }

  static Map<String, AttributeValue> key(String pk) {
    return Map.of("pk", s(pk));
  }

  static void put(DynamoDbClient client, String pk, long value) {
    client.putItem(put -> put.tableName(NAME).item(item(pk, value)));
  }

  static void delete(DynamoDbClient client, String pk) {
    client.deleteItem(delete -> delete.tableName(NAME).key(key(pk)));
  }

  static List<Shard> shards(DynamoDbStreamsClient streams, String arn) {
    return streams.describeStream(d -> d.streamArn(arn)).streamDescription().shards();
  }

  static String iterator(
      DynamoDbStreamsClient streams, String arn, Shard shard, ShardIteratorType type) {
    return streams
        .getShardIterator(g -> g.streamArn(arn).shardId(shard.shardId()).shardIteratorType(type))
        .shardIterator();
  }

  /** All records of a shard from an iterator on, until it gives none. */
  static List<Record> readFrom(DynamoDbStreamsClient streams, String iterator) {
    List<Record> records = new ArrayList<>();
    String next = iterator;
    while (next != null) {
      String current = next;
      GetRecordsResponse page = streams.getRecords(g -> g.shardIterator(current));
      records.addAll(page.records());
      next = page.records().isEmpty() ? null : page.nextShardIterator();
    }
    return records;
  }

  /** All records of all shards, parents first. */
  static List<Record> readAll(DynamoDbStreamsClient streams, String arn) {
    List<Record> records = new ArrayList<>();
    for (Shard shard : shards(streams, arn)) {
      records.addAll(
          readFrom(streams, iterator(streams, arn, shard, ShardIteratorType.TRIM_HORIZON)));
    }
    return records;
  }
}
