package com.example.orders;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes a list of products in batches, and again what the service left unprocessed. */
public final class CatalogueImport {
  private static final int BATCH_SIZE = 25;
  private static final int MOST_ATTEMPTS = 8;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  private final DynamoDbClient client;
  private final Consumer<Duration> pause;

  /** An import that waits between attempts. */
  public CatalogueImport(DynamoDbClient client) {
    this(client, CatalogueImport::sleep);
  }

  CatalogueImport(DynamoDbClient client, Consumer<Duration> pause) {
    this.client = client;
    this.pause = pause;
  }

  /**
   * Puts all products, replacing those that exist.
   *
   * @throws IllegalStateException if the service keeps leaving items unprocessed
   */
  public void run(List<Product> products) {
    for (int from = 0; from < products.size(); from += BATCH_SIZE) {
      int to = Math.min(from + BATCH_SIZE, products.size());
      write(products.subList(from, to).stream().map(CatalogueImport::put).toList());
    }
  }

  private void write(List<WriteRequest> batch) {
    Map<String, List<WriteRequest>> open = Map.of(ShopTable.NAME, batch);
    Duration wait = FIRST_PAUSE;
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      Map<String, List<WriteRequest>> items = open;
      BatchWriteItemResponse response =
          client.batchWriteItem(request -> request.requestItems(items));
      if (response.unprocessedItems().isEmpty()) {
        return;
      }
      open = response.unprocessedItems();
      pause.accept(wait);
      wait = wait.multipliedBy(2);
    }
    throw new IllegalStateException(
        open.get(ShopTable.NAME).size() + " products left after " + MOST_ATTEMPTS + " attempts");
  }

  private static WriteRequest put(Product product) {
    return WriteRequest.builder().putRequest(put -> put.item(product.toItem())).build();
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while importing", e);
    }
  }
}
