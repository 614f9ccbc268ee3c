package io.keystonedb.internal.operation;

import io.keystonedb.CancellationReason;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.CapacityUnits;
import io.keystonedb.internal.engine.Charges;
import io.keystonedb.internal.engine.ItemStore;
import io.keystonedb.internal.engine.ItemTarget.Decision;
import io.keystonedb.internal.engine.ItemWrite;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.engine.StoredItem;
import io.keystonedb.internal.engine.TableCharge;
import io.keystonedb.internal.engine.TableRef;
import io.keystonedb.internal.engine.TransactionTokens;
import io.keystonedb.internal.engine.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that writes: all of its writes or none.
 *
 * <p>Order of checks: its token, the tables, the items of all writes, items named twice; then each
 * write decides on its item as it is.
 */
final class TransactionRun {
  /** The operation, which tokens belong to. */
  private final String operation;

  private final List<? extends ItemWrite> writes;
  private final Runnable lastCheck;
  private final @Nullable String token;
  private final String digest;

  /**
   * A transaction. May be run more than once.
   *
   * @param lastCheck of the request, once its items are found
   * @param token by which the client recognizes a request that it sends again; null for none
   * @param digest of what the request says; looked at only with a token
   */
  TransactionRun(
      String operation,
      List<? extends ItemWrite> writes,
      Runnable lastCheck,
      @Nullable String token,
      String digest) {
    this.operation = operation;
    this.writes = List.copyOf(writes);
    this.lastCheck = lastCheck;
    this.token = token;
    this.digest = digest;
  }

  /**
   * How the transaction ended.
   *
   * @param written what was written and checked; null if the request was sent again
   * @param charges what the answer shows as consumed
   */
  record Result(
      @Nullable List<Written> written, List<TableCharge> charges, ConsumedCapacities.Kind kind) {}

  /**
   * Runs the transaction.
   *
   * @throws KeystoneException if the request is wrong or the transaction is cancelled
   */
  Result run(ItemStore store) {
    TransactionTokens tokens =
        new TransactionTokens(store.rows(), operation, store.context().now().toEpochMilli());
    TransactionTokens.Entry earlier = token == null ? null : tokens.find(token);
    if (earlier != null) {
      return repeated(store, earlier);
    }
    List<StoredItem> items = find(store);
    List<Decision> decisions = decide(store, items);
    List<Written> written = new ArrayList<>();
    Map<String, Double> replayUnits = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Written one = store.write(items.get(i), decisions.get(i), 2);
      written.add(one);
      replayUnits.merge(
          one.table().name(), CapacityUnits.transactionalRead(one.largerBytes()), Double::sum);
    }
    if (token != null) {
      tokens.remember(token, digest, replayUnits);
    }
    return new Result(
        written, store.charges().tables(), ConsumedCapacities.Kind.TRANSACTIONAL_WRITE);
  }

  /**
   * A request that is sent again writes nothing, and is charged for reading what it would write.
   */
  private Result repeated(ItemStore store, TransactionTokens.Entry earlier) {
    if (!earlier.contentDigest().equals(digest)) {
      throw TransactionErrors.parameterMismatch();
    }
    Duration running =
        Duration.ofMillis(
            store.context().now().toEpochMilli() - TransactionTokens.begunMillis(earlier));
    if (running.compareTo(store.context().engine().dials().transactionDuration()) < 0) {
      throw TransactionErrors.inProgress();
    }
    Charges charges = store.charges();
    earlier.units().forEach((table, units) -> charges.of(table).addTable(units));
    return new Result(null, charges.tables(), ConsumedCapacities.Kind.TRANSACTIONAL_READ);
  }

  private List<StoredItem> find(ItemStore store) {
    List<TableRef> tables = new ArrayList<>();
    for (ItemWrite write : writes) {
      tables.add(store.table(write.table()));
    }
    List<StoredItem> items = new ArrayList<>();
    Set<RowKey<Item>> distinct = new HashSet<>();
    boolean repeated = false;
    for (int i = 0; i < writes.size(); i++) {
      StoredItem item = store.find(tables.get(i), writes.get(i));
      RowKey<Item> key = item.target().key();
      repeated |= key != null && !distinct.add(key);
      items.add(item);
    }
    if (repeated) {
      throw TransactionErrors.repeatedItem();
    }
    lastCheck.run();
    return items;
  }

  private static List<Decision> decide(ItemStore store, List<StoredItem> items) {
    List<Decision> decisions = new ArrayList<>();
    List<CancellationReason> reasons = new ArrayList<>();
    for (StoredItem item : items) {
      try {
        if (store.isNextItemHeld()) {
          reasons.add(TransactionErrors.CONFLICT);
        } else {
          decisions.add(store.decide(item));
          reasons.add(CancellationReason.NONE);
        }
      } catch (KeystoneException e) {
        reasons.add(TransactionErrors.reasonOf(e));
      }
    }
    TransactionErrors.cancelUnlessClean(reasons);
    return decisions;
  }
}
