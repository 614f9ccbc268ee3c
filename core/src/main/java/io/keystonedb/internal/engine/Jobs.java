package io.keystonedb.internal.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of a database, done one after the other in batches: each batch is a commit of its own,
 * and other writes come in between.
 */
public final class Jobs {
  /** So many rows, a commit takes some milliseconds. */
  static final int BATCH_ROWS = 2000;

  private Jobs() {}

  /** Adds a job, to be worked on by {@link #work}. */
  static void add(RowWriter rows, Job job) {
    rows.put(rows.keys().job(Tables.takeNumber(rows)), job);
  }

  /** Adds the job of writing the entries of a new index for the items that are there. */
  public static void fill(RowWriter rows, TableDefinition table, IndexDefinition index) {
    add(rows, Job.IndexFill.of(rows.keys(), table, index));
  }

  /** Removes rows that nothing refers to any more: at once if one commit may. */
  static void remove(RowWriter rows, RowRange<?> range) {
    if (rows.measure(range).count() <= BATCH_ROWS) {
      rows.removeAll(range);
    } else {
      add(rows, new Job.Removal(range));
    }
  }

  /** Whether there is a job to be done. */
  static boolean isAny(RowReader rows) {
    return first(rows) != null;
  }

  /** Whether an index still lacks entries. */
  static boolean isFilling(RowReader rows, TableDefinition table, IndexDefinition index) {
    return RowBatch.read(rows, rows.keys().all(RowKind.JOB), Integer.MAX_VALUE).rows().stream()
        .anyMatch(
            row ->
                row.value() instanceof Job.IndexFill fill
                    && fill.table() == table.number()
                    && fill.index() == index.number());
  }

  /**
   * Works on one batch of the job that was added first.
   *
   * @return whether a job was completed
   */
  static boolean work(RowWriter rows) {
    RowBatch.Row<Job> first = first(rows);
    if (first == null) {
      return false;
    }
    Job rest = first.value().work(rows, BATCH_ROWS);
    if (rest == null) {
      rows.remove(first.key());
    } else {
      rows.put(first.key(), rest);
    }
    return rest == null;
  }

  private static RowBatch.@Nullable Row<Job> first(RowReader rows) {
    List<RowBatch.Row<Job>> jobs = RowBatch.read(rows, rows.keys().all(RowKind.JOB), 1).rows();
    return jobs.isEmpty() ? null : jobs.get(0);
  }
}
