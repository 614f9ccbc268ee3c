package io.keystonedb.benchmarks;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Answers the {@link FirstCalls} without a database: each answer is built and that is all. */
final class CannedClient implements DynamoDbClient {

  @Override
  public CreateTableResponse createTable(CreateTableRequest request) {
    return CreateTableResponse.builder()
        .tableDescription(
            table ->
                table
                    .tableName(request.tableName())
                    .keySchema(request.keySchema())
                    .attributeDefinitions(request.attributeDefinitions()))
        .build();
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    if (request.conditionExpression() != null) {
      throw ConditionalCheckFailedException.builder()
          .message("The conditional request failed")
          .awsErrorDetails(
              AwsErrorDetails.builder().errorCode("ConditionalCheckFailedException").build())
          .build();
    }
    return PutItemResponse.builder().build();
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return GetItemResponse.builder().item(Orders.item(0, 0)).build();
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return UpdateItemResponse.builder().build();
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return QueryResponse.builder().items(Orders.item(0, 0)).count(1).scannedCount(1).build();
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return TransactWriteItemsResponse.builder().build();
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    return BatchWriteItemResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
