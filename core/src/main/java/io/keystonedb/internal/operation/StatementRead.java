package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Consistency;
import io.keystonedb.internal.engine.ItemReader;
import io.keystonedb.internal.engine.PageReader.Page;
import io.keystonedb.internal.engine.RowRange;
import io.keystonedb.internal.engine.TableCharge;
import io.keystonedb.internal.engine.TableRef;
import io.keystonedb.internal.expression.Condition;
import io.keystonedb.internal.model.ConsumedCapacity;
import io.keystonedb.internal.partiql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One page of a SELECT.
 *
 * <p>Order of checks: table, index, consistency, key and ORDER BY, projection, next token.
 */
final class StatementRead {
  /** Documented: a statement that names several keys returns pages of up to 10 items. */
  private static final int MAX_ITEMS_OF_SEVERAL_KEYS = 10;

  private final ReadTarget target;
  private final Page page;
  private final ReadAnswer answer;
  private final TableCharge charge;

  private StatementRead(ReadTarget target, Page page, ReadAnswer answer, TableCharge charge) {
    this.target = target;
    this.page = page;
    this.answer = answer;
    this.charge = charge;
  }

  /**
   * Reads a page.
   *
   * @param limit how many items to read at most, before the filter; null for no limit
   * @param token where the page starts; null for the beginning
   */
  static StatementRead of(
      ItemReader run,
      Statement.Select select,
      @Nullable Integer limit,
      @Nullable Boolean consistentRead,
      NextToken tokens,
      @Nullable String token) {
    ReadTarget target = target(run, select);
    if (target.index() != null && target.index().global() && Boolean.TRUE.equals(consistentRead)) {
      throw KeystoneException.validation(
          "Strongly consistent read is not supported on Global Secondary Indexes");
    }
    WhereClause where = WhereClause.of(select.where());
    boolean keyed = StatementRanges.isKeyed(where, target.key());
    StatementOrder order = StatementOrder.of(select.orderBy(), target.key(), keyed);
    Selection selection = Selection.of(select.list());
    selection.check(target);
    if (keyed && select.where() != null && !where.hasAlternatives()) {
      FilterRules.checkProjected(target.index(), select.where());
    }
    List<RowRange<Item>> ranges =
        keyed
            ? StatementRanges.of(target, where, order)
            : Partitions.of(run, target, Segments.range(target, null, null));
    Consistency consistency = Consistency.of(consistentRead);
    int most = limit == null ? Integer.MAX_VALUE : limit;
    Page page =
        run.page(
            tokens.behind(token, ranges, order.descending()),
            order.descending(),
            keyed && ranges.size() > 1 ? Math.min(most, MAX_ITEMS_OF_SEVERAL_KEYS) : most,
            filter(run, target, select.where(), selection.reachesBack(target), consistency));
    return new StatementRead(
        target,
        page,
        ReadAnswer.of(
            run,
            target,
            selection,
            page,
            keyed ? page.units(consistency) : page.unitsOfRanges(consistency),
            consistency),
        run.charges().of(select.table()));
  }

  private static ReadTarget target(ItemReader run, Statement.Select select) {
    TableRef table = run.table(select.table());
    if (select.index() == null) {
      return new ReadTarget(table, null);
    }
    ReadTarget target = ReadTarget.ofIndex(table, select.index());
    if (target == null) {
      throw KeystoneException.validation("The table does not have the specified index");
    }
    return target;
  }

  /**
   * Which items to keep. Observed: what lies behind an entry of a local index is charged for every
   * entry that is read, also for those that are not kept.
   */
  private static Predicate<Item> filter(
      ItemReader run,
      ReadTarget target,
      @Nullable Condition where,
      boolean reachesBack,
      Consistency consistency) {
    if (where == null) {
      return item -> true;
    }
    if (!reachesBack) {
      return where::test;
    }
    return item -> {
      boolean kept = where.test(item);
      if (!kept) {
        run.get(target.ref(), target.ref().key(item), consistency);
      }
      return kept;
    };
  }

  List<Item> items() {
    return Objects.requireNonNull(answer.items());
  }

  @Nullable String nextToken(NextToken tokens) {
    Item last = page.last();
    return last == null ? null : tokens.after(target.rowKey(last));
  }

  @Nullable Item lastEvaluatedKey() {
    return answer.lastEvaluatedKey();
  }

  @Nullable ConsumedCapacity consumedCapacity(@Nullable String level) {
    return ConsumedCapacities.of(charge, level, ConsumedCapacities.Kind.PLAIN);
  }
}
