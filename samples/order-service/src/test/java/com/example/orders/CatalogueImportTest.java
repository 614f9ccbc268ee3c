package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.junit5.KeystoneDbExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class CatalogueImportTest {
  private static final int SUPPLIED = 3655;

  @RegisterExtension
  static final KeystoneDbExtension db =
      KeystoneDbExtension.builder().schema(ShopTable::create).build();

  private final DynamoDbClient client = db.client();
  private final List<Duration> pauses = new ArrayList<>();

  @Test
  void theWholeListIsImportedAsItIsWritten() {
    new CatalogueImport(client, pauses::add).run(StickerFile.read());

    assertThat(stored()).hasSize(SUPPLIED).containsExactlyInAnyOrderElementsOf(StickerFile.read());
    assertThat(pauses).isEmpty();
  }

  @Test
  void importingTwiceChangesNothing() {
    var catalogueImport = new CatalogueImport(client, pauses::add);
    catalogueImport.run(StickerFile.read());
    catalogueImport.run(StickerFile.read());

    assertThat(count()).isEqualTo(SUPPLIED);
  }

  @Test
  void whatTheServiceLeavesUnprocessedIsWrittenAgainAfterLongerAndLongerPauses() {
    var busy = new BusyClient(client, 10);

    new CatalogueImport(busy, pauses::add).run(StickerFile.read().subList(0, 25));

    assertThat(count()).isEqualTo(25);
    assertThat(pauses).containsExactly(Duration.ofMillis(50), Duration.ofMillis(100));
  }

  @Test
  void anImportThatGetsNowhereGivesUp() {
    var stuck = new BusyClient(client, 0);

    assertThatThrownBy(
            () -> new CatalogueImport(stuck, pauses::add).run(StickerFile.read().subList(0, 3)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("3 products left after 8 attempts");
    assertThat(count()).isZero();
  }

  private List<Product> stored() {
    return client.scanPaginator(scan -> scan.tableName(ShopTable.NAME)).items().stream()
        .map(Product::fromItem)
        .toList();
  }

  private int count() {
    return client.scan(scan -> scan.tableName(ShopTable.NAME).select(Select.COUNT)).count();
  }

  /** The service on a busy day: of each batch it does only the first few. */
  private record BusyClient(DynamoDbClient client, int most) implements DynamoDbClient {
    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
      List<WriteRequest> writes = request.requestItems().get(ShopTable.NAME);
      int done = Math.min(most, writes.size());
      if (done > 0) {
        client.batchWriteItem(
            some -> some.requestItems(Map.of(ShopTable.NAME, writes.subList(0, done))));
      }
      List<WriteRequest> left = writes.subList(done, writes.size());
      return BatchWriteItemResponse.builder()
          .unprocessedItems(left.isEmpty() ? Map.of() : Map.of(ShopTable.NAME, left))
          .build();
    }

    @Override
    public String serviceName() {
      return client.serviceName();
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
