package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.internal.engine.CapacityMeter;
import io.keystonedb.internal.model.ConsumedCapacity;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the statements of a batch on one table consume. Observed: a failed write is charged for the
 * larger of the stored and the sent item, but to a table where nothing succeeds nothing is charged.
 */
final class BatchCharge {
  private final CapacityMeter meter;
  private boolean succeeded;

  BatchCharge(String tableName) {
    meter = new CapacityMeter(tableName);
  }

  void succeeded(Consumer<CapacityMeter> charge) {
    succeeded = true;
    charge.accept(meter);
  }

  void failed(@Nullable Item stored, @Nullable Item sent) {
    int bytes =
        Math.max(stored == null ? 0 : stored.sizeBytes(), sent == null ? 0 : sent.sizeBytes());
    meter.addTable(CapacityMeter.writeUnits(bytes));
  }

  @Nullable ConsumedCapacity report(@Nullable String level) {
    return succeeded ? meter.report(level, CapacityMeter.Kind.PLAIN) : null;
  }
}
