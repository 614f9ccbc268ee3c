package io.keystonedb.junit5;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Another KeystoneDB in memory, by the clock of the first. */
final class KeystoneReference {
  private KeystoneReference() {}

  static ReferenceSide create(KeystoneClock clock) {
    Database database = Database.inMemory(KeystoneClock.of(clock));
    DynamoDbClient client = KeystoneDynamoDbClient.create(database);
    // Nobody moves its own clock, which is when items expire.
    return ReferenceSide.owned(client, database::deleteExpiredItems, database::close);
  }
}
