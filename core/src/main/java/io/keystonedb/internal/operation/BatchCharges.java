package io.keystonedb.internal.operation;

import io.keystonedb.internal.engine.Charges;
import io.keystonedb.internal.engine.TableCharge;
import io.keystonedb.internal.model.ConsumedCapacity;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the statements of a batch consume. Observed: a failed write is charged, but to a table where
 * nothing succeeds nothing is charged.
 */
final class BatchCharges {
  private final Map<String, TableCharge> tables = new LinkedHashMap<>();
  private final Set<String> succeeded = new HashSet<>();

  /** Adds what one statement consumes. */
  void add(Charges charges, boolean success) {
    for (TableCharge charge : charges.tables()) {
      tables.computeIfAbsent(charge.tableName(), TableCharge::new).add(charge);
      if (success) {
        succeeded.add(charge.tableName());
      }
    }
  }

  /** What the answer shows; null if the request does not ask, or for nothing. */
  @Nullable List<ConsumedCapacity> shown(@Nullable String level) {
    List<TableCharge> charged =
        tables.values().stream().filter(charge -> succeeded.contains(charge.tableName())).toList();
    return ConsumedCapacities.of(charged, level, ConsumedCapacities.Kind.PLAIN);
  }
}
