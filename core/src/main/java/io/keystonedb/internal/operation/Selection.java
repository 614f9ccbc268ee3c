package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.IndexDefinition;
import io.keystonedb.internal.expression.Projecting;
import io.keystonedb.internal.expression.Projection;
import io.keystonedb.internal.legacy.LegacyProjection;
import io.keystonedb.internal.shape.ValidationLayer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes a query or scan returns: its {@code Select} and its projection.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html#DDB-Query-request-Select">Select</a>
 */
final class Selection {
  private final boolean allAttributes;
  private final boolean countOnly;
  private final @Nullable Projecting projection;

  private Selection(boolean allAttributes, boolean countOnly, @Nullable Projecting projection) {
    this.allAttributes = allAttributes;
    this.countOnly = countOnly;
    this.projection = projection;
  }

  /**
   * Checks that the two parameters go together. The current layer puts an introduction in front of
   * one of the errors, even for operations that have it nowhere else.
   */
  static Selection of(
      @Nullable String select,
      @Nullable Projection attributesToGet,
      @Nullable Projection expression,
      boolean onIndex,
      ValidationLayer layer) {
    Projection projection = attributesToGet == null ? expression : attributesToGet;
    if (select == null) {
      return new Selection(!onIndex && projection == null, false, projection);
    }
    boolean specific = select.equals("SPECIFIC_ATTRIBUTES");
    if (projection == null && specific) {
      throw (layer.isOlder() ? layer : ValidationLayer.ENVELOPED)
          .error(
              "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
    }
    if (projection != null && !specific) {
      throw KeystoneException.validation(
          "Cannot specify the "
              + (attributesToGet == null ? "ProjectionExpression" : LegacyProjection.PARAMETER)
              + " when choosing to get "
              + (select.equals("COUNT") ? "only the Count" : select));
    }
    if (select.equals("ALL_PROJECTED_ATTRIBUTES") && !onIndex) {
      throw KeystoneException.validation(
          "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    }
    return new Selection(select.equals("ALL_ATTRIBUTES"), select.equals("COUNT"), projection);
  }

  /** What a statement selects; null for everything that is there. */
  static Selection of(@Nullable Projecting list) {
    return new Selection(false, false, list);
  }

  /** Checks that what is selected can be had from what is read. */
  void check(ReadTarget target) {
    IndexDefinition index = target.index();
    if (index == null || !index.global() || index.projected() == null) {
      return;
    }
    if (allAttributes) {
      throw KeystoneException.validation(
          "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index "
              + index.name()
              + " because its projection type is not ALL");
    }
    List<String> missing = missing(index);
    if (!missing.isEmpty()) {
      throw KeystoneException.validation(
          "One or more parameter values were invalid: Global secondary index "
              + index.name()
              + " does not project "
              + missing);
    }
  }

  private List<String> missing(IndexDefinition index) {
    if (projection == null) {
      return List.of();
    }
    return projection.topLevelAttributes().stream().filter(name -> !index.projects(name)).toList();
  }

  /** Whether items have to be fetched from the table because a local index lacks attributes. */
  boolean reachesBack(ReadTarget target) {
    IndexDefinition index = target.index();
    return index != null
        && !index.global()
        && index.projected() != null
        && (allAttributes || !missing(index).isEmpty());
  }

  boolean countOnly() {
    return countOnly;
  }

  Item apply(Item item) {
    return projection == null ? item : projection.apply(item);
  }
}
