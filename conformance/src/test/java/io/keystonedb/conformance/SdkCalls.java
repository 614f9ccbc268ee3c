package io.keystonedb.conformance;

import java.util.Map;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** Calls the method of a client that takes a request. */
public final class SdkCalls {
  private static final Map<
          Class<? extends DynamoDbRequest>,
          BiFunction<DynamoDbClient, DynamoDbRequest, DynamoDbResponse>>
      METHODS =
          Map.ofEntries(
              method(PutItemRequest.class, DynamoDbClient::putItem),
              method(UpdateItemRequest.class, DynamoDbClient::updateItem),
              method(DeleteItemRequest.class, DynamoDbClient::deleteItem),
              method(GetItemRequest.class, DynamoDbClient::getItem),
              method(QueryRequest.class, DynamoDbClient::query),
              method(ScanRequest.class, DynamoDbClient::scan),
              method(BatchGetItemRequest.class, DynamoDbClient::batchGetItem),
              method(BatchWriteItemRequest.class, DynamoDbClient::batchWriteItem),
              method(TransactGetItemsRequest.class, DynamoDbClient::transactGetItems),
              method(TransactWriteItemsRequest.class, DynamoDbClient::transactWriteItems),
              method(CreateTableRequest.class, DynamoDbClient::createTable),
              method(UpdateTableRequest.class, DynamoDbClient::updateTable),
              method(UpdateTimeToLiveRequest.class, DynamoDbClient::updateTimeToLive));

  private SdkCalls() {}

  private static <R extends DynamoDbRequest>
      Map.Entry<
              Class<? extends DynamoDbRequest>,
              BiFunction<DynamoDbClient, DynamoDbRequest, DynamoDbResponse>>
          method(Class<R> request, BiFunction<DynamoDbClient, R, DynamoDbResponse> method) {
    return Map.entry(request, (client, any) -> method.apply(client, request.cast(any)));
  }

  /** Sends a request. */
  public static DynamoDbResponse call(DynamoDbClient client, DynamoDbRequest request) {
    return METHODS.get(request.getClass()).apply(client, request);
  }
}
