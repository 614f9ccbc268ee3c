package io.keystonedb.internal.engine;

import io.keystonedb.storage.Reader;
import io.keystonedb.storage.Txn;
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
  static void add(Txn txn, Job job) {
    txn.put(RowKeys.job(Tables.takeNumber(txn)), job);
  }

  /** Adds the job of writing the entries of a new index for the items that are there. */
  public static void fill(Txn txn, TableDefinition table, IndexDefinition index) {
    add(txn, Job.IndexFill.of(table, index));
  }

  /** Removes rows that nothing refers to any more: at once if one commit may. */
  static void remove(Txn txn, KeyRange range) {
    if (txn.measure(range.from(), range.to()).count() <= BATCH_ROWS) {
      txn.removeRange(range.from(), range.to());
    } else {
      add(txn, new Job.Removal(range));
    }
  }

  /** Whether there is a job to be done. */
  static boolean isAny(Reader reader) {
    return first(reader) != null;
  }

  /** Whether an index still lacks entries. */
  static boolean isFilling(Reader reader, TableDefinition table, IndexDefinition index) {
    return RowBatch.read(reader, RowKeys.jobs(), Integer.MAX_VALUE).rows().stream()
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
  static boolean work(Txn txn) {
    RowBatch.Row first = first(txn);
    if (first == null) {
      return false;
    }
    Job rest = ((Job) first.value()).work(txn, BATCH_ROWS);
    if (rest == null) {
      txn.remove(first.key().bytes());
    } else {
      txn.put(first.key().bytes(), rest);
    }
    return rest == null;
  }

  private static RowBatch.@Nullable Row first(Reader reader) {
    List<RowBatch.Row> rows = RowBatch.read(reader, RowKeys.jobs(), 1).rows();
    return rows.isEmpty() ? null : rows.get(0);
  }
}
