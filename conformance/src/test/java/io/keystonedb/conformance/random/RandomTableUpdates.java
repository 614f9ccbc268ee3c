package io.keystonedb.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** Random changes of the table of {@link RandomTables}; one in a while is wrong on purpose. */
final class RandomTableUpdates {
  private static final String NEW_INDEX = "global-new";
  private static final ProvisionedThroughput THROUGHPUT =
      ProvisionedThroughput.builder().readCapacityUnits(7L).writeCapacityUnits(8L).build();

  private final Random random;
  private final Mutation mutation;

  /** What the table has, so that most changes are possible. */
  private final List<String> indexes = new ArrayList<>();

  private boolean stream;
  private boolean onDemand;
  private boolean expires;

  RandomTableUpdates(Random random) {
    this.random = random;
    mutation = new Mutation(random);
  }

  /** Takes note of a table that was created. */
  void start(CreateTableRequest table) {
    indexes.clear();
    table.globalSecondaryIndexes().stream()
        .map(GlobalSecondaryIndex::indexName)
        .forEach(indexes::add);
    stream =
        table.streamSpecification() != null
            && Boolean.TRUE.equals(table.streamSpecification().streamEnabled());
    onDemand = "PAY_PER_REQUEST".equals(table.billingModeAsString());
    expires = false;
  }

  DynamoDbRequest next() {
    DynamoDbRequest request = change();
    return oneIn(40) ? mutation.of(request) : request;
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private DynamoDbRequest change() {
    UpdateTableRequest.Builder update = UpdateTableRequest.builder().tableName(RandomTables.TABLE);
    boolean wrong = oneIn(12);
    switch (random.nextInt(6)) {
      case 0 -> {
        if (!expires || wrong) {
          expires = true;
          return timeToLive();
        }
        update.deletionProtectionEnabled(random.nextBoolean());
      }
      case 1 -> {
        if (!oneIn(3)) {
          return update.deletionProtectionEnabled(random.nextBoolean()).build();
        }
        onDemand = !indexes.isEmpty() && !wrong || !onDemand;
        update
            .billingMode(onDemand ? "PAY_PER_REQUEST" : "PROVISIONED")
            .provisionedThroughput(onDemand ? null : THROUGHPUT);
      }
      case 2 -> {
        stream = stream == wrong;
        update.streamSpecification(
            s -> s.streamEnabled(stream).streamViewType(stream ? "NEW_IMAGE" : null));
      }
      case 3 -> {
        if (!indexes.isEmpty() || wrong) {
          String index =
              indexes.isEmpty() || wrong
                  ? "global-none"
                  : indexes.remove(random.nextInt(indexes.size()));
          update.globalSecondaryIndexUpdates(
              GlobalSecondaryIndexUpdate.builder().delete(d -> d.indexName(index)).build());
        } else {
          update.deletionProtectionEnabled(random.nextBoolean());
        }
      }
      case 4 -> {
        if (!indexes.contains(NEW_INDEX) || wrong) {
          indexes.add(NEW_INDEX);
          update
              .attributeDefinitions(
                  a -> a.attributeName("pk").attributeType("S"),
                  a -> a.attributeName("new").attributeType("N"))
              .globalSecondaryIndexUpdates(creation(wrong));
        } else {
          update.deletionProtectionEnabled(random.nextBoolean());
        }
      }
      default -> update.deletionProtectionEnabled(random.nextBoolean());
    }
    return update.build();
  }

  private UpdateTimeToLiveRequest timeToLive() {
    return UpdateTimeToLiveRequest.builder()
        .tableName(RandomTables.TABLE)
        .timeToLiveSpecification(
            t -> t.enabled(!oneIn(20)).attributeName(oneIn(20) ? "other" : "expires"))
        .build();
  }

  private GlobalSecondaryIndexUpdate creation(boolean wrong) {
    return GlobalSecondaryIndexUpdate.builder()
        .create(
            c ->
                c.indexName(NEW_INDEX)
                    .keySchema(k -> k.attributeName("new").keyType("HASH"))
                    .projection(p -> p.projectionType("KEYS_ONLY"))
                    .provisionedThroughput(onDemand == wrong ? THROUGHPUT : null))
        .build();
  }
}
