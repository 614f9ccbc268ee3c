package io.keystonedb.benchmarks;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** What can be measured: a DynamoDB in this JVM that is used through a client of the SDK. */
public enum Emulator {
  /** This product, with its memory store. */
  KEYSTONE {
    @Override
    DynamoDbClient open() {
      return KeystoneDynamoDbClient.create(Database.inMemory());
    }
  },
  /** DynamoDB Local in process, in memory. */
  LOCAL {
    @Override
    DynamoDbClient open() {
      return DynamoDBEmbedded.create(true).dynamoDbClient();
    }
  };

  /** A client of a new, empty database; it lives as long as the JVM. */
  abstract DynamoDbClient open();
}
