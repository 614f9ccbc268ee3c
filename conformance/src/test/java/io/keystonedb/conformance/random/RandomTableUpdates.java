package io.keystonedb.conformance.random;

import java.util.Random;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** Random changes of the table of {@link RandomTables}; one in a while is wrong on purpose. */
final class RandomTableUpdates {
  private final Random random;
  private final Mutation mutation;

  RandomTableUpdates(Random random) {
    this.random = random;
    mutation = new Mutation(random);
  }

  DynamoDbRequest next() {
    DynamoDbRequest request = random.nextInt(6) == 0 ? timeToLive() : table();
    return random.nextInt(40) == 0 ? mutation.of(request) : request;
  }

  private UpdateTimeToLiveRequest timeToLive() {
    return UpdateTimeToLiveRequest.builder()
        .tableName(RandomTables.TABLE)
        .timeToLiveSpecification(
            t ->
                t.enabled(random.nextInt(4) > 0)
                    .attributeName(random.nextInt(12) == 0 ? "other" : "expires"))
        .build();
  }

  private UpdateTableRequest table() {
    UpdateTableRequest.Builder update = UpdateTableRequest.builder().tableName(RandomTables.TABLE);
    switch (random.nextInt(7)) {
      case 0 -> update.deletionProtectionEnabled(random.nextBoolean());
      case 1 ->
          update
              .billingMode("PROVISIONED")
              .provisionedThroughput(p -> p.readCapacityUnits(7L).writeCapacityUnits(8L));
      case 2 -> update.billingMode("PAY_PER_REQUEST");
      case 3 -> update.streamSpecification(s -> s.streamEnabled(true).streamViewType("NEW_IMAGE"));
      case 4 -> update.streamSpecification(s -> s.streamEnabled(false));
      case 5 ->
          update
              .attributeDefinitions(
                  a -> a.attributeName("pk").attributeType("S"),
                  a -> a.attributeName("new").attributeType("N"))
              .globalSecondaryIndexUpdates(creation());
      default ->
          update.globalSecondaryIndexUpdates(
              GlobalSecondaryIndexUpdate.builder()
                  .delete(d -> d.indexName(random.nextBoolean() ? "global-0" : "global-new"))
                  .build());
    }
    return update.build();
  }

  private GlobalSecondaryIndexUpdate creation() {
    return GlobalSecondaryIndexUpdate.builder()
        .create(
            c ->
                c.indexName("global-new")
                    .keySchema(k -> k.attributeName("new").keyType("HASH"))
                    .projection(p -> p.projectionType("KEYS_ONLY")))
        .build();
  }
}
