package io.keystonedb.migration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Brings writes to the shadow: whole, and if told so again until they arrive. Thread-safe. */
final class ShadowDelivery {
  private final Backoff backoff;
  private final Pauses pauses;
  private final Counters counters;

  ShadowDelivery(Backoff backoff, Pauses pauses, Counters counters) {
    this.backoff = backoff;
    this.pauses = pauses;
    this.counters = counters;
  }

  /** The part of a write that the primary did: a batch may come back with unprocessed items. */
  static SdkRequest done(SdkRequest request, Outcome primary) {
    Map<String, List<WriteRequest>> unprocessed = BatchWrites.unprocessed(primary);
    return unprocessed.isEmpty() ? request : BatchWrites.without(request, unprocessed);
  }

  /** Tries once. */
  Outcome once(Side shadow, SdkRequest request) {
    if (BatchWrites.isEmpty(request)) {
      return new Outcome(BatchWriteItemResponse.builder().build(), null);
    }
    Outcome outcome = shadow.call(request);
    Map<String, List<WriteRequest>> unprocessed = BatchWrites.unprocessed(outcome);
    if (!unprocessed.isEmpty()) {
      return rest(shadow, request, unprocessed);
    }
    if (outcome.answer() instanceof CreateTableResponse answer
        && answer.tableDescription() != null
        && answer.tableDescription().tableStatus() == TableStatus.CREATING) {
      awaitTable(shadow, answer.tableDescription().tableName());
    }
    return outcome;
  }

  private Outcome rest(
      Side shadow, SdkRequest request, Map<String, List<WriteRequest>> unprocessed) {
    Map<String, List<WriteRequest>> left = unprocessed;
    for (int attempt = 1; attempt <= 10; attempt++) {
      if (!pauses.pause(backoff.after(attempt))) {
        break;
      }
      counters.add(Counter.RETRIED);
      Outcome outcome = shadow.call(BatchWrites.only(request, left));
      left = BatchWrites.unprocessed(outcome);
      if (left.isEmpty()) {
        return outcome;
      }
    }
    return new Outcome(null, new IllegalStateException("the shadow leaves items unprocessed"));
  }

  /** What comes next at the shadow may need the table. */
  private static void awaitTable(Side shadow, String table) {
    DescribeTableRequest request = DescribeTableRequest.builder().tableName(table).build();
    if (shadow.client() instanceof DynamoDbClient client) {
      client.waiter().waitUntilTableExists(request);
    } else if (shadow.client() instanceof DynamoDbAsyncClient client) {
      client.waiter().waitUntilTableExists(request).join();
    }
  }

  /**
   * Tries until the shadow has said yes or no.
   *
   * @param first what came of an attempt already made; null if there was none
   * @return null if the client was closed before
   */
  @Nullable Outcome untilAnswered(Side shadow, SdkRequest request, @Nullable Outcome first) {
    Outcome outcome = first == null ? once(shadow, request) : first;
    for (int failed = 1; outcome.isUnavailable(); failed++) {
      Duration pause = backoff.after(failed);
      if (!pauses.pause(pause)) {
        return null;
      }
      counters.add(Counter.RETRIED);
      outcome = once(shadow, request);
    }
    return outcome;
  }
}
