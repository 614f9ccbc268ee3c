package io.keystonedb.benchmarks;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * What is measured once and not over and over: the scan of a whole table, the heap that it takes,
 * and many databases open at the same time. Prints lines of the result table.
 */
final class SizeProbe {
  private static final int DATABASES = 10_000;

  private SizeProbe() {}

  /** Arguments: how many items the table gets. */
  public static void main(String[] args) {
    openMany();
    int items = Integer.parseInt(args[0]);
    long empty = heapBytes();
    DynamoDbClient client = KeystoneDynamoDbClient.create(Database.inMemory());
    long began = System.nanoTime();
    Orders.load(client, items);
    double loadSeconds = (System.nanoTime() - began) / 1e9;
    double bytesPerItem = (double) (heapBytes() - empty) / items;
    print(
        "load %,d items of 1 KB in batches of 25".formatted(items),
        "%.1f s = %,.0f items/s".formatted(loadSeconds, items / loadSeconds));
    print(
        "heap per item, table of %,d (raw size %,d bytes)".formatted(items, Orders.ITEM_BYTES),
        "%.0f bytes = %.2f times".formatted(bytesPerItem, bytesPerItem / Orders.ITEM_BYTES));
    print("scan of %,d items, page by page".formatted(items), "%.1f s".formatted(scan(client)));
    Reference.reachabilityFence(client);
  }

  /** Reads the whole table once; seconds. */
  private static double scan(DynamoDbClient client) {
    long began = System.nanoTime();
    long found = 0;
    Map<String, AttributeValue> start = null;
    do {
      ScanRequest request =
          ScanRequest.builder().tableName(Orders.TABLE).exclusiveStartKey(start).build();
      ScanResponse page = client.scan(request);
      found += page.count();
      start = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
    } while (start != null);
    if (found == 0) {
      throw new IllegalStateException("the scan found nothing");
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private static void openMany() {
    var threads = ManagementFactory.getThreadMXBean();
    int before = threads.getThreadCount();
    long heapBefore = heapBytes();
    List<DynamoDbClient> clients = new ArrayList<>(DATABASES);
    for (int i = 0; i < DATABASES; i++) {
      DynamoDbClient client = KeystoneDynamoDbClient.create(Database.inMemory());
      Orders.createTable(client);
      clients.add(client);
    }
    int more = threads.getThreadCount() - before;
    long heap = heapBytes() - heapBefore;
    print("threads of %,d open databases with a table each".formatted(DATABASES), "" + more);
    print("heap of each of them", "%,d bytes".formatted(heap / DATABASES));
    Reference.reachabilityFence(clients);
  }

  private static long heapBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void print(String what, String figure) {
    System.out.println(what + "\t" + figure);
  }
}
