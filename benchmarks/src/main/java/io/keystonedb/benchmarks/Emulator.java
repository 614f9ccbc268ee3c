package io.keystonedb.benchmarks;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A DynamoDB for a test, used through a client of the SDK. */
public enum Emulator {
  /** This product in this JVM, with its memory store. */
  KEYSTONE {
    @Override
    DynamoDbClient open() {
      return KeystoneDynamoDbClient.create(Database.inMemory());
    }
  },
  /** dynoxide, which has no form for the JVM: a process beside it, called over HTTP. */
  DYNOXIDE {
    @Override
    DynamoDbClient open() {
      return SdkClient.of(HttpEmulator.DYNOXIDE.start().port());
    }
  };

  /** A client of a new, empty database; it lives as long as the JVM. */
  abstract DynamoDbClient open();
}
