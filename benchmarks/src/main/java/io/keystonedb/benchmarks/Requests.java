package io.keystonedb.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Requests for orders chosen at random with a fixed seed, made beforehand so that only their
 * handling is measured. Writes replace items of the same size: the table keeps its size.
 */
final class Requests {
  private final Random random = new Random(42);
  private final int items;

  Requests(int items) {
    this.items = items;
  }

  private int order() {
    return random.nextInt(items);
  }

  private static <T> List<T> list(int size, IntFunction<T> maker) {
    List<T> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(maker.apply(i));
    }
    return list;
  }

  /** Calls of one kind, to be made any number of times. */
  List<Supplier<?>> calls(OperationBenchmark.Call call, DynamoDbClient client) {
    return switch (call) {
      case GET -> bind(gets(16_384), client::getItem);
      case PUT -> bind(puts(16_384), client::putItem);
      case UPDATE -> bind(updates(16_384), client::updateItem);
      case QUERY_10 -> bind(queries(16_384), client::query);
      case BATCH_WRITE_25 -> bind(batches(512), client::batchWriteItem);
      case TRANSACT_WRITE_2 -> bind(transactions(8_192), client::transactWriteItems);
    };
  }

  private static <T> List<Supplier<?>> bind(List<T> requests, Function<T, ?> method) {
    return requests.stream().<Supplier<?>>map(request -> () -> method.apply(request)).toList();
  }

  List<GetItemRequest> gets(int count) {
    return list(
        count,
        i -> GetItemRequest.builder().tableName(Orders.TABLE).key(Orders.key(order())).build());
  }

  List<PutItemRequest> puts(int count) {
    return list(
        count,
        i ->
            PutItemRequest.builder().tableName(Orders.TABLE).item(Orders.item(order(), i)).build());
  }

  /** Each sets a text and adds to a number. */
  List<UpdateItemRequest> updates(int count) {
    return list(
        count,
        i ->
            UpdateItemRequest.builder()
                .tableName(Orders.TABLE)
                .key(Orders.key(order()))
                .updateExpression("SET #s = :s ADD purchases :one")
                .expressionAttributeNames(Map.of("#s", "status"))
                .expressionAttributeValues(
                    Map.of(
                        ":s", AttributeValue.fromS(i % 2 == 0 ? "SHIPPED" : "PENDING"),
                        ":one", AttributeValue.fromN("1")))
                .build());
  }

  /** Each finds the ten orders of a customer. */
  List<QueryRequest> queries(int count) {
    return list(
        count,
        i ->
            QueryRequest.builder()
                .tableName(Orders.TABLE)
                .keyConditionExpression("pk = :pk AND begins_with(sk, :order)")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", Orders.customer(order()), ":order", AttributeValue.fromS("order#")))
                .build());
  }

  /** Each puts 25 items. */
  List<BatchWriteItemRequest> batches(int count) {
    return list(
        count,
        i -> {
          int first = order();
          List<WriteRequest> puts =
              list(25, n -> Orders.put(Orders.item((first + 37 * n) % items, i)));
          return BatchWriteItemRequest.builder().requestItems(Map.of(Orders.TABLE, puts)).build();
        });
  }

  /** Each puts one item and updates another if it exists. */
  List<TransactWriteItemsRequest> transactions(int count) {
    return list(
        count,
        i -> {
          int first = order();
          Map<String, AttributeValue> other = Orders.key((first + 1) % items);
          TransactWriteItem put =
              TransactWriteItem.builder()
                  .put(p -> p.tableName(Orders.TABLE).item(Orders.item(first, i)))
                  .build();
          TransactWriteItem update =
              TransactWriteItem.builder()
                  .update(
                      u ->
                          u.tableName(Orders.TABLE)
                              .key(other)
                              .updateExpression("ADD purchases :one")
                              .conditionExpression("attribute_exists(pk)")
                              .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))))
                  .build();
          return TransactWriteItemsRequest.builder().transactItems(put, update).build();
        });
  }
}
