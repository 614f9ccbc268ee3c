package io.keystonedb.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ItemCollectionMetrics;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ListBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class StructureMappingTest {
  private static final Shape TEXT = new Shape.Text(List.of());
  private static final Shape LONG = new Shape.Whole(true, List.of());
  private static final Shape INTEGER = new Shape.Whole(false, List.of());

  record KeyElement(String attributeName, String keyType) {
    static final Structure SHAPE =
        Structure.of(
            KeyElement.class,
            Member.optional("AttributeName", TEXT),
            Member.optional("KeyType", TEXT));
  }

  record Throughput(Long readCapacityUnits, Long writeCapacityUnits) {
    static final Structure SHAPE =
        Structure.of(
            Throughput.class,
            Member.optional("ReadCapacityUnits", LONG),
            Member.optional("WriteCapacityUnits", LONG));
  }

  record CreateTable(
      String tableName, List<KeyElement> keySchema, Throughput provisionedThroughput) {
    static final Structure SHAPE =
        Structure.of(
            CreateTable.class,
            Member.optional("TableName", TEXT),
            Member.optional("KeySchema", new Shape.ListOf(KeyElement.SHAPE, List.of())),
            Member.optional("ProvisionedThroughput", Throughput.SHAPE));
  }

  @Test
  void readsStringsEnumsNestedStructuresAndLists() {
    CreateTableRequest request =
        CreateTableRequest.builder()
            .tableName("t")
            .keySchema(
                k -> k.attributeName("pk").keyType(KeyType.HASH),
                k -> k.attributeName("sk").keyType("odd"))
            .provisionedThroughput(ProvisionedThroughput.builder().readCapacityUnits(5L).build())
            .build();

    assertThat(input(CreateTable.SHAPE).toRecord(request))
        .isEqualTo(
            new CreateTable(
                "t",
                List.of(new KeyElement("pk", "HASH"), new KeyElement("sk", "odd")),
                new Throughput(5L, null)));
  }

  @Test
  void takesCollectionsTheUserDidNotSetForAbsent() {
    CreateTableRequest request = CreateTableRequest.builder().tableName("t").build();

    assertThat(input(CreateTable.SHAPE).toRecord(request))
        .isEqualTo(new CreateTable("t", null, null));
  }

  @Test
  void takesEmptyCollectionsTheUserSetForPresent() {
    CreateTableRequest request = CreateTableRequest.builder().keySchema(List.of()).build();

    assertThat(((CreateTable) input(CreateTable.SHAPE).toRecord(request)).keySchema()).isEmpty();
  }

  @Test
  void refusesWhatTheEngineHasNoMemberForAndNamesIt() {
    CreateTableRequest request =
        CreateTableRequest.builder()
            .attributeDefinitions(a -> a.attributeName("pk").attributeType(ScalarAttributeType.S))
            .build();

    assertThatThrownBy(() -> input(CreateTable.SHAPE).toRecord(request))
        .isInstanceOf(KeystoneException.class)
        .hasMessage("KeystoneDB does not support AttributeDefinitions of Operation yet");
  }

  record NameOnly(String attributeName) {
    static final Structure SHAPE =
        Structure.of(NameOnly.class, Member.optional("AttributeName", TEXT));
  }

  record Keys(List<NameOnly> keySchema) {
    static final Structure SHAPE =
        Structure.of(
            Keys.class, Member.optional("KeySchema", new Shape.ListOf(NameOnly.SHAPE, List.of())));
  }

  @Test
  void refusesNestedMembersTheEngineDoesNotKnowAndNamesTheirPath() {
    CreateTableRequest request =
        CreateTableRequest.builder().keySchema(k -> k.keyType(KeyType.HASH)).build();

    assertThatThrownBy(() -> input(Keys.SHAPE).toRecord(request))
        .hasMessage("KeystoneDB does not support KeySchema.KeyType of Operation yet");
  }

  record Page(
      Integer limit,
      Boolean scanIndexForward,
      Decoded<Item> exclusiveStartKey,
      Map<String, Decoded<Value>> expressionAttributeValues,
      Map<String, String> expressionAttributeNames,
      List<String> attributesToGet) {
    static final Structure SHAPE =
        Structure.of(
            Page.class,
            Member.optional("Limit", INTEGER),
            Member.optional("ScanIndexForward", new Shape.Flag()),
            Member.optional("ExclusiveStartKey", new Shape.AttributeMap()),
            Member.optional(
                "ExpressionAttributeValues",
                new Shape.MapOf(new Shape.AttributeValue(), List.of())),
            Member.optional("ExpressionAttributeNames", new Shape.MapOf(TEXT, List.of())),
            Member.optional("AttributesToGet", new Shape.ListOf(TEXT, List.of())));
  }

  @Test
  void readsNumbersFlagsItemsAndMaps() {
    QueryRequest request =
        QueryRequest.builder()
            .limit(5)
            .scanIndexForward(false)
            .exclusiveStartKey(Map.of("pk", s("a")))
            .expressionAttributeValues(Map.of(":v", s("x"), ":bad", s(null)))
            .expressionAttributeNames(Map.of("#n", "name"))
            .attributesToGet("a", "b")
            .build();

    Page page = (Page) input(Page.SHAPE).toRecord(request);

    assertThat(page.limit()).isEqualTo(5);
    assertThat(page.scanIndexForward()).isFalse();
    assertThat(page.exclusiveStartKey().get()).isEqualTo(Map.of("pk", Value.string("a")));
    assertThat(page.expressionAttributeValues().get(":v").get()).isEqualTo(Value.string("x"));
    assertThat(page.expressionAttributeValues().get(":bad").malformed().attribute())
        .isEqualTo(":bad");
    assertThat(page.expressionAttributeNames()).isEqualTo(Map.of("#n", "name"));
    assertThat(page.attributesToGet()).containsExactly("a", "b");
  }

  @Test
  void refusesNullElementsOfLists() {
    QueryRequest request = QueryRequest.builder().attributesToGet("a", null).build();

    assertThatThrownBy(() -> input(Page.SHAPE).toRecord(request))
        .isInstanceOf(KeystoneException.class)
        .hasMessage("KeystoneDB does not support null elements in AttributesToGet of Operation");
  }

  record TimeRange(Instant timeRangeLowerBound) {
    static final Structure SHAPE =
        Structure.of(
            TimeRange.class, Member.optional("TimeRangeLowerBound", new Shape.Timestamp()));
  }

  @Test
  void readsInstants() {
    Instant instant = Instant.parse("2026-01-01T00:00:00.123Z");
    ListBackupsRequest request = ListBackupsRequest.builder().timeRangeLowerBound(instant).build();

    assertThat(input(TimeRange.SHAPE).toRecord(request)).isEqualTo(new TimeRange(instant));
  }

  record Fetch(List<Decoded<Item>> keys, Boolean consistentRead) {
    static final Structure SHAPE =
        Structure.of(
            Fetch.class,
            Member.optional("Keys", new Shape.ListOf(new Shape.AttributeMap(), List.of())),
            Member.optional("ConsistentRead", new Shape.Flag()));
  }

  record Batch(Map<String, Fetch> requestItems) {
    static final Structure SHAPE =
        Structure.of(
            Batch.class, Member.optional("RequestItems", new Shape.MapOf(Fetch.SHAPE, List.of())));
  }

  record BatchAnswer(Map<String, List<Item>> responses, Map<String, Fetch> unprocessedKeys) {
    static final Structure SHAPE =
        Structure.of(
            BatchAnswer.class,
            Member.optional(
                "Responses",
                new Shape.MapOf(new Shape.ListOf(new Shape.AttributeMap(), List.of()), List.of())),
            Member.optional("UnprocessedKeys", new Shape.MapOf(Fetch.SHAPE, List.of())));
  }

  @Test
  void echoesWhatItRead() {
    KeysAndAttributes keys =
        KeysAndAttributes.builder().keys(Map.of("pk", s("a"))).consistentRead(true).build();
    BatchGetItemRequest request =
        BatchGetItemRequest.builder().requestItems(Map.of("t", keys)).build();

    Batch read = (Batch) input(Batch.SHAPE).toRecord(request);
    BatchGetItemResponse.Builder answer = BatchGetItemResponse.builder();
    input(BatchAnswer.SHAPE)
        .write(
            new BatchAnswer(
                Map.of("t", List.of(Item.builder().string("pk", "b").build())),
                read.requestItems()),
            answer);

    assertThat(answer.build().unprocessedKeys()).isEqualTo(Map.of("t", keys));
    assertThat(answer.build().responses()).isEqualTo(Map.of("t", List.of(Map.of("pk", s("b")))));
  }

  record QueryAnswer(List<Item> items, Integer count, Item lastEvaluatedKey) {
    static final Structure SHAPE =
        Structure.of(
            QueryAnswer.class,
            Member.optional("Items", new Shape.ListOf(new Shape.AttributeMap(), List.of())),
            Member.optional("Count", INTEGER),
            Member.optional("LastEvaluatedKey", new Shape.AttributeMap()));
  }

  @Test
  void setsEmptyListsAndLeavesAbsentMembersUnset() {
    QueryResponse.Builder builder = QueryResponse.builder();

    input(QueryAnswer.SHAPE).write(new QueryAnswer(List.of(), 0, null), builder);

    QueryResponse response = builder.build();
    assertThat(response.hasItems()).isTrue();
    assertThat(response.items()).isEmpty();
    assertThat(response.hasLastEvaluatedKey()).isFalse();
    assertThat(response.count()).isZero();
    assertThat(response.scannedCount()).isNull();
  }

  record Described(
      Throughput2 provisionedThroughput, Instant creationDateTime, String tableStatus) {
    static final Structure SHAPE =
        Structure.of(
            Described.class,
            Member.optional("ProvisionedThroughput", Throughput2.SHAPE),
            Member.optional("CreationDateTime", new Shape.Timestamp()),
            Member.optional("TableStatus", TEXT));
  }

  record Throughput2(Long numberOfDecreasesToday) {
    static final Structure SHAPE =
        Structure.of(Throughput2.class, Member.optional("NumberOfDecreasesToday", LONG));
  }

  @Test
  void writesNestedStructuresInstantsLongsAndEnums() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    TableDescription.Builder builder = TableDescription.builder();

    input(Described.SHAPE).write(new Described(new Throughput2(3L), now, "ACTIVE"), builder);

    assertThat(builder.build())
        .isEqualTo(
            TableDescription.builder()
                .provisionedThroughput(
                    ProvisionedThroughputDescription.builder().numberOfDecreasesToday(3L).build())
                .creationDateTime(now)
                .tableStatus("ACTIVE")
                .build());
  }

  record Collection(List<Double> sizeEstimateRangeGB) {
    static final Structure SHAPE =
        Structure.of(
            Collection.class,
            Member.optional(
                "SizeEstimateRangeGB", new Shape.ListOf(new Shape.Fraction(), List.of())));
  }

  record Put(Collection itemCollectionMetrics) {
    static final Structure SHAPE =
        Structure.of(Put.class, Member.optional("ItemCollectionMetrics", Collection.SHAPE));
  }

  @Test
  void writesFractions() {
    PutItemResponse.Builder builder = PutItemResponse.builder();

    input(Put.SHAPE).write(new Put(new Collection(List.of(0.5, 1.5))), builder);

    assertThat(builder.build().itemCollectionMetrics())
        .isEqualTo(ItemCollectionMetrics.builder().sizeEstimateRangeGB(0.5, 1.5).build());
  }

  record Newer(Item item, String memberOfALaterSdk) {
    static final Structure SHAPE =
        Structure.of(
            Newer.class,
            Member.optional("Item", new Shape.AttributeMap()),
            Member.optional("MemberOfALaterSdk", TEXT));
  }

  @Test
  void leavesOutMembersThatTheSdkDoesNotKnow() {
    GetItemResponse.Builder builder = GetItemResponse.builder();

    input(Newer.SHAPE).write(new Newer(Item.builder().string("a", "b").build(), "x"), builder);

    assertThat(builder.build().item()).isEqualTo(Map.of("a", s("b")));
  }

  private static StructureMapping input(Structure structure) {
    return new StructureMapping(structure, "Operation", "", null);
  }

  private static AttributeValue s(String text) {
    return AttributeValue.builder().s(text).build();
  }
}
