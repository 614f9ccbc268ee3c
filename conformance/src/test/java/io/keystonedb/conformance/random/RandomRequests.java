package io.keystonedb.conformance.random;

import static io.keystonedb.conformance.Values.n;
import static io.keystonedb.conformance.Values.s;

import io.keystonedb.conformance.TestTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Random requests about the tables of {@link TestTables}: most of them valid, some wrong on
 * purpose. Few keys and few attribute names, so that requests meet each other.
 */
public final class RandomRequests {
  private final Random random;
  private final boolean withLegacy;
  private final RandomExpressions expressions;
  private final RandomLegacy legacy;
  private final Mutation mutation;

  /** Requests with all parameters. */
  public RandomRequests(Random random) {
    this(random, true);
  }

  /**
   * Random requests.
   *
   * @param withLegacy whether parameters from before expressions are among them
   */
  public RandomRequests(Random random, boolean withLegacy) {
    this.random = random;
    this.withLegacy = withLegacy;
    expressions = new RandomExpressions(random, this);
    legacy = new RandomLegacy(random, this);
    mutation = new Mutation(random);
  }

  /**
   * Whether keys and items are all valid: which of several wrong ones in a batch is named depends
   * on the order of a hash table.
   */
  private boolean careful;

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private boolean isWrong(int oneIn) {
    return !careful && oneIn(oneIn);
  }

  @SafeVarargs
  final <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** The next request. */
  public DynamoDbRequest next() {
    DynamoDbRequest request = whole();
    return oneIn(30) ? mutation.of(request) : request;
  }

  private DynamoDbRequest whole() {
    int choice = random.nextInt(100);
    if (choice < 20) {
      return put();
    }
    if (choice < 45) {
      return update();
    }
    if (choice < 52) {
      return delete();
    }
    if (choice < 60) {
      return get();
    }
    if (choice < 75) {
      return query();
    }
    if (choice < 82) {
      return scan();
    }
    if (choice < 86) {
      return batchGet();
    }
    if (choice < 91) {
      return batchWrite();
    }
    return choice < 94 ? transactGet() : transactWrite();
  }

  String table() {
    return isWrong(100) ? oneOf("missing-table", "x", "bad name!") : oneOf(TestTables.NAMES);
  }

  Map<String, AttributeValue> key(String table) {
    Map<String, AttributeValue> key = new HashMap<>();
    key.put("pk", isWrong(100) ? value(0) : s("p" + random.nextInt(3)));
    if (!table.equals("plain") || isWrong(100)) {
      key.put("sk", isWrong(100) ? value(0) : n(random.nextInt(6)));
    }
    if (isWrong(150)) {
      key.put("extra", value(0));
    }
    if (isWrong(150)) {
      key.remove("pk");
    }
    return key;
  }

  Map<String, AttributeValue> item(String table) {
    Map<String, AttributeValue> item = key(table);
    int attributes = random.nextInt(6);
    for (int i = 0; i < attributes; i++) {
      String name = attribute();
      if (!name.equals("g") && !name.equals("h")) {
        item.put(name, value(2));
      }
    }
    if (oneIn(2)) {
      item.put("n", number());
    }
    if (oneIn(2)) {
      item.put("l", list(1));
    }
    if (oneIn(2)) {
      item.put("g", isWrong(60) ? value(1) : s("g" + random.nextInt(3)));
    }
    if (oneIn(2)) {
      item.put("h", isWrong(60) ? value(1) : n(random.nextInt(5)));
    }
    return item;
  }

  String attribute() {
    return oneOf("a", "b", "c", "d", "g", "h");
  }

  AttributeValue value(int depth) {
    int choice = random.nextInt(depth > 0 ? 14 : 10);
    return switch (choice) {
      case 0, 1, 2 -> s(oneOf("", "x", "xy", "yx", "zebra", "g1"));
      case 3, 4, 5 -> number();
      case 6 -> AttributeValue.fromB(SdkBytes.fromUtf8String(oneOf("", "x", "xy")));
      case 7 -> AttributeValue.fromBool(random.nextBoolean());
      case 8 -> AttributeValue.fromNul(true);
      case 9 -> set();
      case 10, 11 -> list(depth);
      default -> {
        Map<String, AttributeValue> elements = new HashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          elements.put(attribute(), value(depth - 1));
        }
        yield AttributeValue.fromM(elements);
      }
    };
  }

  AttributeValue list(int depth) {
    List<AttributeValue> elements = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      elements.add(value(depth - 1));
    }
    return AttributeValue.fromL(elements);
  }

  /** A value of a type that keys can have. */
  AttributeValue key() {
    return switch (random.nextInt(5)) {
      case 0, 1 -> s(oneOf("", "x", "xy", "zebra", "g1"));
      case 2 -> AttributeValue.fromB(SdkBytes.fromUtf8String(oneOf("", "x", "xy")));
      default -> number();
    };
  }

  AttributeValue set() {
    if (oneIn(2)) {
      List<String> strings = new ArrayList<>(List.of("x", "y", "z"));
      return AttributeValue.fromSs(strings.subList(random.nextInt(3), 3));
    }
    List<String> numbers = new ArrayList<>(List.of("1", "2", "3.5"));
    return AttributeValue.fromNs(numbers.subList(random.nextInt(3), 3));
  }

  AttributeValue number() {
    return AttributeValue.fromN(
        oneOf(
            "0",
            "1",
            "2",
            "3",
            "-1",
            "1.0",
            "1e2",
            "-0.5",
            "123456789012345678901234567890",
            "0.1"));
  }

  private String capacity() {
    return oneOf(null, null, "NONE", "TOTAL", "INDEXES");
  }

  private PutItemRequest put() {
    String table = table();
    PutItemRequest.Builder request =
        PutItemRequest.builder()
            .tableName(table)
            .item(item(table))
            .returnConsumedCapacity(capacity());
    if (oneIn(3)) {
      request.returnValues(oneIn(20) ? "ALL_NEW" : oneOf("ALL_OLD", "NONE"));
    }
    if (oneIn(3)) {
      expressions.reset();
      request.conditionExpression(expressions.condition());
      request.expressionAttributeNames(expressions.names());
      request.expressionAttributeValues(expressions.values());
    }
    if (withLegacy && oneIn(6)) {
      request.expected(legacy.expected());
      request.conditionalOperator(legacy.operatorFor(request.build().expected().size()));
      dropExpressions(request);
    }
    return request.build();
  }

  /** Mostly, legacy parameters come alone. */
  private void dropExpressions(PutItemRequest.Builder request) {
    if (!oneIn(15)) {
      request
          .conditionExpression(null)
          .expressionAttributeNames(null)
          .expressionAttributeValues(null);
    }
  }

  private UpdateItemRequest update() {
    if (withLegacy && oneIn(5)) {
      return legacyUpdate();
    }
    String table = table();
    UpdateItemRequest.Builder request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(key(table))
            .returnConsumedCapacity(capacity())
            .returnValues(
                oneOf("NONE", "ALL_OLD", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW", "ALL_NEW"));
    expressions.reset();
    if (!oneIn(60)) {
      request.updateExpression(expressions.update());
    }
    if (oneIn(3)) {
      request.conditionExpression(expressions.condition());
    }
    request.expressionAttributeNames(expressions.names());
    request.expressionAttributeValues(expressions.values());
    return request.build();
  }

  private UpdateItemRequest legacyUpdate() {
    String table = table();
    UpdateItemRequest.Builder request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(key(table))
            .attributeUpdates(legacy.updates())
            .returnConsumedCapacity(capacity())
            .returnValues(oneOf("NONE", "ALL_OLD", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW"));
    if (oneIn(3)) {
      request.expected(legacy.expected());
      request.conditionalOperator(legacy.operatorFor(request.build().expected().size()));
    }
    if (oneIn(20)) {
      request.conditionExpression("attribute_exists(a)");
    }
    return request.build();
  }

  private DeleteItemRequest delete() {
    String table = table();
    DeleteItemRequest.Builder request =
        DeleteItemRequest.builder()
            .tableName(table)
            .key(key(table))
            .returnConsumedCapacity(capacity());
    if (oneIn(2)) {
      request.returnValues("ALL_OLD");
    }
    if (withLegacy && oneIn(5)) {
      request.expected(legacy.expected());
      request.conditionalOperator(legacy.operatorFor(request.build().expected().size()));
    } else if (oneIn(2)) {
      expressions.reset();
      request.conditionExpression(expressions.condition());
      request.expressionAttributeNames(expressions.names());
      request.expressionAttributeValues(expressions.values());
    }
    return request.build();
  }

  private GetItemRequest get() {
    String table = table();
    GetItemRequest.Builder request =
        GetItemRequest.builder()
            .tableName(table)
            .key(key(table))
            .consistentRead(random.nextBoolean())
            .returnConsumedCapacity(capacity());
    if (withLegacy && oneIn(6)) {
      request.attributesToGet(legacy.attributes());
    } else if (oneIn(2)) {
      expressions.reset();
      request.projectionExpression(expressions.projection());
      request.expressionAttributeNames(expressions.names());
    }
    return request.build();
  }

  private QueryRequest query() {
    String table = table();
    String index = oneIn(2) ? null : oneOf(TestTables.indexesOf(table));
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName(table)
            .indexName(oneIn(60) ? "no-index" : index)
            .returnConsumedCapacity(capacity())
            .scanIndexForward(random.nextBoolean());
    if (oneIn(String.valueOf(index).startsWith("g") ? 40 : 4)) {
      request.consistentRead(true);
    }
    if (oneIn(3)) {
      request.limit(oneIn(40) ? 0 : 1 + random.nextInt(4));
    }
    if (oneIn(5)) {
      request.select(select(index));
    }
    expressions.reset();
    if (withLegacy && oneIn(4)) {
      return legacyQuery(request, table, index);
    }
    Map<String, AttributeValue> start = startKey(table, index);
    if (!oneIn(100)) {
      request.keyConditionExpression(expressions.keyCondition(table, index, start));
    }
    if (oneIn(isPartial(index) ? 60 : 3)) {
      request.filterExpression(expressions.condition());
    }
    if (request.build().selectAsString() == null && oneIn(isPartial(index) ? 60 : 3) || oneIn(60)) {
      request.projectionExpression(expressions.projection());
    }
    if (!table.equals("plain") && oneIn(15)) {
      request.exclusiveStartKey(start);
    }
    request.expressionAttributeNames(expressions.names());
    request.expressionAttributeValues(expressions.values());
    return request.build();
  }

  /** Whether an index lacks attributes, which some requests must not name then. */
  private static boolean isPartial(String index) {
    return index != null && !index.endsWith("all");
  }

  private Map<String, AttributeValue> startKey(String table, String index) {
    Map<String, AttributeValue> start = key(table);
    if (index != null && !oneIn(20)) {
      for (String name : TestTables.keyOf(table, index)) {
        start.putIfAbsent(
            name, name.equals("g") ? s("g" + random.nextInt(3)) : n(random.nextInt(5)));
      }
    }
    return start;
  }

  private String select(String index) {
    if (oneIn(15)) {
      return oneOf("ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES");
    }
    return index == null
        ? oneOf("ALL_ATTRIBUTES", "COUNT")
        : oneOf("ALL_PROJECTED_ATTRIBUTES", "COUNT");
  }

  private QueryRequest legacyQuery(QueryRequest.Builder request, String table, String index) {
    request.keyConditions(legacy.keyConditions(table, index));
    if (oneIn(2)) {
      request.queryFilter(legacy.filter());
    }
    request.conditionalOperator(legacy.operatorFor(request.build().queryFilter().size()));
    if (oneIn(4)) {
      request.attributesToGet(legacy.attributes());
    }
    if (oneIn(10)) {
      request.filterExpression(expressions.condition());
      request.expressionAttributeNames(expressions.names());
      request.expressionAttributeValues(expressions.values());
    }
    return request.build();
  }

  private ScanRequest scan() {
    String table = table();
    ScanRequest.Builder request =
        ScanRequest.builder().tableName(table).returnConsumedCapacity(capacity());
    String index = oneIn(2) ? null : oneOf(TestTables.indexesOf(table));
    request.indexName(index);
    if (oneIn(3)) {
      request.limit(oneIn(40) ? 0 : 1 + random.nextInt(7));
    }
    expressions.reset();
    if (withLegacy && oneIn(4)) {
      request.scanFilter(legacy.filter());
      request.conditionalOperator(legacy.operatorFor(request.build().scanFilter().size()));
      if (oneIn(4)) {
        request.attributesToGet(legacy.attributes());
      }
      return request.build();
    }
    if (oneIn(2)) {
      request.filterExpression(expressions.condition());
    }
    if (!isPartial(index) && oneIn(4)) {
      request.projectionExpression(expressions.projection());
    }
    if (request.build().projectionExpression() == null && !isPartial(index) && oneIn(4)) {
      request.select(select(index));
    }
    if (oneIn(6)) {
      int segments = 1 + random.nextInt(5);
      request.segment(random.nextInt(segments)).totalSegments(segments);
    }
    if (oneIn(60)) {
      request.segment(oneOf(0, 1, 5)).totalSegments(oneOf(1, null));
    }
    if (request.build().segment() == null && oneIn(30)) {
      request.exclusiveStartKey(key(table));
    }
    request.expressionAttributeNames(expressions.names());
    request.expressionAttributeValues(expressions.values());
    return request.build();
  }

  private BatchGetItemRequest batchGet() {
    Map<String, KeysAndAttributes> tables = new LinkedHashMap<>();
    careful = oneIn(3);
    for (int i = careful ? 3 : 1; i > 0; i--) {
      String table = table();
      tables.put(table, keysOf(table));
    }
    careful = false;
    return BatchGetItemRequest.builder()
        .requestItems(tables)
        .returnConsumedCapacity(capacity())
        .build();
  }

  private KeysAndAttributes keysOf(String table) {
    List<Map<String, AttributeValue>> keys = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      Map<String, AttributeValue> key = key(table);
      if (!keys.contains(key) || isWrong(30)) {
        keys.add(key);
      }
    }
    expressions.reset();
    KeysAndAttributes.Builder block = KeysAndAttributes.builder().keys(keys);
    if (withLegacy && oneIn(6)) {
      block.attributesToGet(legacy.attributes());
    } else if (oneIn(3)) {
      block.projectionExpression(expressions.projection());
      block.expressionAttributeNames(expressions.names());
    }
    return block.build();
  }

  private BatchWriteItemRequest batchWrite() {
    Map<String, List<WriteRequest>> tables = new LinkedHashMap<>();
    careful = oneIn(3);
    for (int i = careful ? 3 : 1; i > 0; i--) {
      String table = table();
      tables.put(table, writesOf(table));
    }
    careful = false;
    return BatchWriteItemRequest.builder()
        .requestItems(tables)
        .returnConsumedCapacity(capacity())
        .build();
  }

  private List<WriteRequest> writesOf(String table) {
    List<WriteRequest> writes = new ArrayList<>();
    Set<Map<String, AttributeValue>> keys = new HashSet<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      Map<String, AttributeValue> item = oneIn(3) ? key(table) : item(table);
      Map<String, AttributeValue> key = new HashMap<>(item);
      key.keySet().retainAll(TestTables.keyOf(table, null));
      if (keys.add(key) || isWrong(30)) {
        writes.add(
            oneIn(3)
                ? WriteRequest.builder().deleteRequest(d -> d.key(key)).build()
                : WriteRequest.builder().putRequest(p -> p.item(item)).build());
      }
    }
    return writes;
  }

  private TransactGetItemsRequest transactGet() {
    return TransactGetItemsRequest.builder()
        .returnConsumedCapacity(capacity())
        .transactItems(
            item -> {
              String table = table();
              item.get(get -> get.tableName(table).key(key(table)));
            },
            item -> item.get(get -> get.tableName("plain").key(Map.of("pk", s("p1")))))
        .build();
  }

  private TransactWriteItemsRequest transactWrite() {
    List<TransactWriteItem> items = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String table = table();
      int kind = random.nextInt(4);
      String update;
      do {
        expressions.reset();
        update = kind == 3 ? expressions.update() : "";
        // Dynoxide overwrites keys in transactions, after which its table cannot be repaired.
      } while (update.matches("(?s).*\\b[ps]k\\b.*"));
      String checkedUpdate = update;
      String condition = kind == 2 || oneIn(2) ? expressions.condition() : null;
      boolean any = condition != null || kind == 3;
      Map<String, String> names = any ? expressions.names() : null;
      Map<String, AttributeValue> values = any ? expressions.values() : null;
      items.add(
          switch (kind) {
            case 0 ->
                TransactWriteItem.builder()
                    .put(
                        p ->
                            p.tableName(table)
                                .item(item(table))
                                .conditionExpression(condition)
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values))
                    .build();
            case 1 ->
                TransactWriteItem.builder()
                    .delete(
                        d ->
                            d.tableName(table)
                                .key(key(table))
                                .conditionExpression(condition)
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values))
                    .build();
            case 2 ->
                TransactWriteItem.builder()
                    .conditionCheck(
                        c ->
                            c.tableName(table)
                                .key(key(table))
                                .conditionExpression(condition)
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values))
                    .build();
            default ->
                TransactWriteItem.builder()
                    .update(
                        u ->
                            u.tableName(table)
                                .key(key(table))
                                .updateExpression(checkedUpdate)
                                .conditionExpression(condition)
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values))
                    .build();
          });
    }
    return TransactWriteItemsRequest.builder()
        .transactItems(items)
        .returnConsumedCapacity(capacity())
        .build();
  }
}
