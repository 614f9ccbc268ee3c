package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.IndexDefinition;
import io.keystonedb.internal.expression.Condition;
import io.keystonedb.internal.expression.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a filter of a query may name. */
final class FilterRules {
  private final String parameter;
  private final @Nullable Condition filter;

  private FilterRules(String parameter, @Nullable Condition filter) {
    this.parameter = parameter;
    this.filter = filter;
  }

  /**
   * The filter of a request.
   *
   * @param legacyParameter the parameter from before expressions that says the same
   */
  static FilterRules of(
      String legacyParameter, @Nullable Condition legacy, @Nullable Condition expression) {
    return legacy == null
        ? new FilterRules("Filter Expression", expression)
        : new FilterRules(legacyParameter, legacy);
  }

  Predicate<Item> predicate() {
    return filter == null ? item -> true : filter::test;
  }

  /** The filter of a query names no key of what is queried, and nothing that is not there. */
  void check(ReadTarget target) {
    if (filter == null) {
      return;
    }
    for (Path path : filter.paths()) {
      if (target.key().find(path.name()) != null) {
        throw KeystoneException.validation(
            parameter
                + " can only contain non-primary key attributes: Primary key attribute: "
                + path.name());
      }
    }
    checkProjected(target.index(), filter);
  }

  /** A filter names nothing that the index lacks. */
  static void checkProjected(@Nullable IndexDefinition index, Condition filter) {
    if (index == null || index.projected() == null) {
      return;
    }
    Set<String> missing = new LinkedHashSet<>();
    for (Path path : filter.paths()) {
      if (!index.projects(path.name())) {
        missing.add(path.name());
      }
    }
    if (!missing.isEmpty()) {
      throw KeystoneException.validation(
          "One or more parameter values were invalid: Secondary index "
              + index.name()
              + " does not project one or more filter attributes: "
              + missing);
    }
  }
}
