package io.keystonedb.migration;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** Goes through all items of a table or index, page by page. */
final class ItemScan {
  private ItemScan() {}

  /**
   * Gives each item to a consumer.
   *
   * @param index null for the table itself, which is read consistently
   */
  static void scan(
      Side side,
      String table,
      @Nullable String index,
      Consumer<Map<String, AttributeValue>> consumer) {
    ScanRequest request =
        ScanRequest.builder()
            .tableName(table)
            .indexName(index)
            .consistentRead(index == null)
            .build();
    while (true) {
      ScanResponse page = (ScanResponse) Objects.requireNonNull(side.call(request).get());
      page.items().forEach(consumer);
      if (!page.hasLastEvaluatedKey() || page.lastEvaluatedKey().isEmpty()) {
        return;
      }
      request = request.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
    }
  }
}
