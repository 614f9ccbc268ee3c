package io.keystonedb.internal.engine;

import io.keystonedb.internal.model.AttributeDefinition;
import io.keystonedb.internal.value.KeyAttribute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes of tables and indexes that take time: they are stored as under way, and completed by the
 * first request that comes after their time, or by moving the clock there.
 *
 * <p>A request that changes a table does the {@link Jobs} that follow from it, batch by batch,
 * before it returns. If it is interrupted, by the end of the process for example, each later
 * request does one batch, and the next change of a table or move of the clock the rest.
 */
public final class TableChanges {
  private TableChanges() {}

  /** What is to be stored as under way from now on, for as long as the dial says. */
  public static PendingChange begin(RequestContext context, String status) {
    return new PendingChange(status, context.now().plus(context.engine().dials().tableChanges()));
  }

  /**
   * A table that a request creates or changes.
   *
   * @param table the definition to be stored
   * @param answer what the request answers
   */
  public record Changed<R>(TableDefinition table, R answer) {}

  /**
   * Creates or changes a table in one commit, and completes at once what takes no time.
   *
   * @param body may run more than once
   * @return its answer
   */
  public static <R> R commit(RequestContext context, Function<? super RowWriter, Changed<R>> body) {
    Engine engine = context.engine();
    R answer;
    try {
      answer =
          engine.write(
              rows -> {
                Changed<R> changed = body.apply(rows);
                Tables.put(rows, changed.table());
                Jobs.work(rows);
                complete(context, rows, changed.table());
                return changed.answer();
              });
    } finally {
      // Not before the commit: a request in between would find nothing, and none would look again.
      engine.expectChanges();
    }
    doJobs(context, Integer.MAX_VALUE);
    return answer;
  }

  /**
   * Works on jobs.
   *
   * @param batches how many to do at most
   * @return whether a job is left
   */
  private static boolean doJobs(RequestContext context, int batches) {
    Engine engine = context.engine();
    boolean left = engine.<Boolean>read(Jobs::isAny);
    engine.workers().incrementAndGet();
    try {
      for (int i = 0; i < batches && left; i++) {
        left = engine.<Boolean>write(rows -> doBatch(context, rows));
      }
    } finally {
      engine.workers().decrementAndGet();
    }
    return left;
  }

  private static boolean doBatch(RequestContext context, RowWriter rows) {
    if (Jobs.work(rows)) {
      pending(rows).forEach(table -> complete(context, rows, table));
    }
    return Jobs.isAny(rows);
  }

  /**
   * Completes what is due in all tables.
   *
   * @param batches how many batches of jobs to do at most
   * @return whether anything was under way
   */
  static boolean completeDue(Engine engine, int batches) {
    RequestContext context = RequestContext.anonymous(engine, EntryPoint.SERVICE);
    Instant now = context.now();
    List<TableDefinition> pending = engine.read(TableChanges::pending);
    if (engine.<Boolean>read(rows -> pending.stream().anyMatch(table -> isDue(rows, table, now)))) {
      engine.write(
          rows -> {
            pending(rows).forEach(table -> complete(context, rows, table));
            return true;
          });
    }
    return doJobs(context, batches) || !pending.isEmpty();
  }

  private static List<TableDefinition> pending(RowReader rows) {
    List<TableDefinition> pending = new ArrayList<>();
    for (TableDefinition table : Tables.all(rows)) {
      if (table.pending() != null
          || table.indexes().stream().anyMatch(index -> index.pending() != null)) {
        pending.add(table);
      }
    }
    return pending;
  }

  private static boolean isDue(RowReader rows, TableDefinition table, Instant now) {
    return isDue(table.pending(), now)
        || table.indexes().stream().anyMatch(index -> isDue(rows, table, index, now));
  }

  private static boolean isDue(
      RowReader rows, TableDefinition table, IndexDefinition index, Instant now) {
    return isDue(index.pending(), now)
        && !(index.isBackfilling() && Jobs.isFilling(rows, table, index));
  }

  private static boolean isDue(@Nullable PendingChange change, Instant now) {
    return change != null && !change.until().isAfter(now);
  }

  private static void complete(RequestContext context, RowWriter rows, TableDefinition table) {
    Instant now = context.now();
    if (!isDue(rows, table, now)) {
      return;
    }
    boolean tableIsDue = isDue(table.pending(), now);
    if (tableIsDue && table.status().equals(PendingChange.DELETING)) {
      Tables.drop(context, rows, table);
      return;
    }
    TableDefinition completed = tableIsDue ? table.withPending(null) : table;
    List<IndexDefinition> indexes = new ArrayList<>();
    for (IndexDefinition index : table.indexes()) {
      if (!isDue(rows, table, index, now)) {
        indexes.add(index);
      } else if (index.isBeingDeleted()) {
        Jobs.remove(rows, rows.keys().items(table, index));
      } else {
        indexes.add(index.withPending(null));
      }
    }
    Tables.put(rows, completed.withIndexes(usedAttributes(completed, indexes), indexes));
  }

  /** The definitions of attributes that a key still needs. */
  private static List<AttributeDefinition> usedAttributes(
      TableDefinition table, List<IndexDefinition> indexes) {
    Set<String> used = new HashSet<>();
    for (KeyAttribute attribute : table.key().all()) {
      used.add(attribute.name());
    }
    for (IndexDefinition index : indexes) {
      for (KeyAttribute attribute : index.key().all()) {
        used.add(attribute.name());
      }
    }
    return table.attributes().stream()
        .filter(attribute -> used.contains(attribute.attributeName()))
        .toList();
  }
}
