package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.internal.engine.CapacityMeter;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.TransactionTokens;
import io.keystonedb.internal.model.ConsumedCapacity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction is charged that is sent again with its token: it writes nothing, and reads
 * what it would write.
 */
final class TransactionReplay {
  private final Map<String, Double> units = new LinkedHashMap<>();

  /** Adds an action by the larger of its item before and after. */
  void add(String tableName, @Nullable Item before, @Nullable Item after) {
    int bytes =
        Math.max(before == null ? 0 : before.sizeBytes(), after == null ? 0 : after.sizeBytes());
    units.merge(tableName, 2 * CapacityMeter.readUnits(bytes, true), Double::sum);
  }

  /** Read units by table. */
  Map<String, Double> units() {
    return units;
  }

  /**
   * The charge of a request that was sent before.
   *
   * @param contentDigest the digest of what it says now
   * @throws io.keystonedb.KeystoneException if the content was another one then, or the first
   *     transaction is in progress
   */
  static @Nullable List<ConsumedCapacity> charge(
      Engine engine,
      TransactionTokens.Entry earlier,
      String contentDigest,
      @Nullable String level) {
    if (!earlier.contentDigest().equals(contentDigest)) {
      throw TransactionErrors.parameterMismatch();
    }
    Duration running =
        Duration.ofMillis(engine.clock().millis() - TransactionTokens.begunMillis(earlier));
    if (running.compareTo(engine.dials().transactionDuration()) < 0) {
      throw TransactionErrors.inProgress();
    }
    List<CapacityMeter> meters = new ArrayList<>();
    earlier.units().forEach((table, units) -> meters.add(new CapacityMeter(table).addTable(units)));
    return CapacityMeter.reports(meters, level, CapacityMeter.Kind.TRANSACTIONAL_READ);
  }
}
