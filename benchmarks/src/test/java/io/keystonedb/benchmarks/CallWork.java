package io.keystonedb.benchmarks;

import com.sun.management.ThreadMXBean;
import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Makes calls of each kind on a loaded table and prints what one of them takes, a median: lines of
 * a name, {@code " = "} and a figure. The argument says what is counted: {@code bytes} that are
 * allocated, which is exact only without a compiler ({@code -Xint}), or {@code store}, the work of
 * the store, which needs {@link StoreCounters#jvmFlags}.
 */
final class CallWork {
  private static final int ITEMS = 2_000;
  private static final int CALLS = 50;

  /** Dates of different lengths take different work. */
  private static final KeystoneClock CLOCK =
      KeystoneClock.fixed(Instant.parse("2026-01-01T00:00:00.123Z"));

  private final Map<String, Runnable[]> calls = new LinkedHashMap<>();

  private CallWork() {
    DynamoDbClient client = KeystoneDynamoDbClient.create(Database.inMemory(CLOCK));
    Orders.load(client, ITEMS);
    Requests requests = new Requests(ITEMS);
    add("get", requests.gets(CALLS), client::getItem);
    add("put", requests.puts(CALLS), client::putItem);
    add("failed condition", failingPuts(requests), request -> fail(client, request));
    add("update", requests.updates(CALLS), client::updateItem);
    add("query of 10", requests.queries(CALLS), client::query);
    add("batch write of 25", requests.batches(CALLS), client::batchWriteItem);
    add("transaction of 2", requests.transactions(CALLS), client::transactWriteItems);
    add("describe table", describes(), client::describeTable);
  }

  public static void main(String[] args) {
    if (args[0].equals("bytes")) {
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      new CallWork().print("allocated bytes", threads::getCurrentThreadAllocatedBytes);
      return;
    }
    StoreCounters.install();
    CallWork work = new CallWork();
    for (StoreCounters.Kind kind : StoreCounters.Kind.values()) {
      work.print(kind.text(), () -> StoreCounters.count(kind));
    }
  }

  private <T> void add(String name, List<T> requests, Consumer<T> call) {
    calls.put(
        name,
        requests.stream()
            .<Runnable>map(request -> () -> call.accept(request))
            .toArray(Runnable[]::new));
  }

  private static List<DescribeTableRequest> describes() {
    return Collections.nCopies(
        CALLS, DescribeTableRequest.builder().tableName(Orders.TABLE).build());
  }

  private static List<PutItemRequest> failingPuts(Requests requests) {
    return requests.puts(CALLS).stream()
        .map(put -> put.toBuilder().conditionExpression("attribute_not_exists(pk)").build())
        .toList();
  }

  private static void fail(DynamoDbClient client, PutItemRequest request) {
    try {
      client.putItem(request);
      throw new IllegalStateException("the condition held");
    } catch (ConditionalCheckFailedException e) {
      // As it should.
    }
  }

  private void print(String counted, LongSupplier counter) {
    calls.forEach(
        (name, each) -> {
          run(each); // Loads classes and fills caches.
          System.out.println(name + ", " + counted + " = " + median(each, counter));
        });
  }

  /** The median, so that what the JVM does once, such as growing a table, does not count. */
  private static long median(Runnable[] calls, LongSupplier counter) {
    long[] counts = new long[calls.length];
    for (int i = 0; i < counts.length; i++) {
      long before = counter.getAsLong();
      calls[i].run();
      counts[i] = counter.getAsLong() - before;
    }
    Arrays.sort(counts);
    return counts[counts.length / 2];
  }

  private static void run(Runnable[] calls) {
    for (Runnable call : calls) {
      call.run();
    }
  }
}
