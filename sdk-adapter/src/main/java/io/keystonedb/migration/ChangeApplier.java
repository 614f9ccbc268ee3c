package io.keystonedb.migration;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Does to a table what a record says was done to another. Thread-safe. */
final class ChangeApplier {
  private final DynamoDbClient target;
  private final String tableName;

  ChangeApplier(DynamoDbClient target, String tableName) {
    this.target = target;
    this.tableName = tableName;
  }

  void apply(Record record) {
    if (record.eventName() == OperationType.REMOVE) {
      target.deleteItem(delete -> delete.tableName(tableName).key(record.dynamodb().keys()));
    } else {
      target.putItem(put -> put.tableName(tableName).item(record.dynamodb().newImage()));
    }
  }
}
