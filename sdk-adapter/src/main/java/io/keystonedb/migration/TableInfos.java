package io.keystonedb.migration;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;

/** The tables of the primary, each described once. Thread-safe. */
final class TableInfos {
  private final Function<DescribeTableRequest, Outcome> describe;
  private final ConcurrentHashMap<String, Optional<TableInfo>> known = new ConcurrentHashMap<>();

  /**
   * Knows nothing yet.
   *
   * @param describe asks the primary
   */
  TableInfos(Function<DescribeTableRequest, Outcome> describe) {
    this.describe = describe;
  }

  /** What is known of a table; null if there is none or it can't be described. */
  @Nullable TableInfo find(String table) {
    Optional<TableInfo> info = known.get(table);
    if (info == null) {
      Outcome outcome = describe.apply(DescribeTableRequest.builder().tableName(table).build());
      if (outcome.answer() instanceof DescribeTableResponse answer && answer.table() != null) {
        info = Optional.of(TableInfo.of(answer.table()));
      } else {
        info = Optional.empty();
      }
      if (!outcome.code().equals("ResourceNotFoundException")) {
        known.put(table, info);
      }
    }
    return info.orElse(null);
  }

  /** The table may be another one from now on. */
  void forget(String table) {
    known.remove(table);
  }
}
