package io.keystonedb.internal.operation;

import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.shape.ValidationLayer;
import io.keystonedb.internal.validation.DeclaredConstraints;
import io.keystonedb.internal.validation.DeclaredConstraints.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How PutItem, UpdateItem and DeleteItem report violations of declared constraints, as observed in
 * October 2026: some of them in short, without the value.
 */
final class SingleWriteConstraints {
  private static final String TABLE_NAME = "tableName";
  private static final String RETURN_VALUES = "returnValues";
  private static final String KEY = "key";
  private static final String TOO_SHORT = "Member must have length greater than or equal to 1";

  /** The order in which UpdateItem without a key joins all violations. */
  private static final List<String> WITHOUT_KEY =
      List.of(
          "returnConsumedCapacity",
          "returnItemCollectionMetrics",
          TABLE_NAME,
          RETURN_VALUES,
          "conditionalOperator",
          KEY);

  private SingleWriteConstraints() {}

  /** The layer for a request with some items: the older one if anything in them is far too deep. */
  static ValidationLayer layer(
      ValidationLayer most, @Nullable Decoded<?> one, @Nullable Decoded<?> other) {
    return isFarTooDeep(one) || isFarTooDeep(other) ? ValidationLayer.OLDER : most;
  }

  /** Whether anything in a value is so deep that the older layer refuses the request. */
  static boolean isFarTooDeep(@Nullable Decoded<?> value) {
    MalformedValue malformed = value == null ? null : value.malformed();
    return malformed != null && malformed.kind() == MalformedValue.Kind.FAR_NESTING;
  }

  /**
   * Reports what is wrong with a name alone, and everything else together.
   *
   * @throws io.keystonedb.KeystoneException if there are violations
   */
  static void report(List<Violation> violations, ValidationLayer layer) {
    if (violations.isEmpty()) {
      return;
    }
    if (layer.isEnveloped()) {
      reportName(violations, layer);
    }
    DeclaredConstraints.report(inShort(violations, layer));
  }

  /**
   * Reports one violation alone; all together if there is no key.
   *
   * @throws io.keystonedb.KeystoneException if there are violations
   */
  static void reportOfUpdate(List<Violation> violations, ValidationLayer layer) {
    if (violations.isEmpty()) {
      return;
    }
    if (violations.stream().anyMatch(violation -> violation.path().equals(KEY))) {
      List<Violation> ordered = new ArrayList<>(violations);
      ordered.sort(Comparator.comparingInt(each -> WITHOUT_KEY.indexOf(each.path())));
      DeclaredConstraints.report(ordered);
    }
    reportName(violations, layer);
    List<Violation> shown = inShort(violations, layer);
    DeclaredConstraints.report(of(RETURN_VALUES, shown));
    DeclaredConstraints.report(shown.subList(0, 1));
  }

  private static void reportName(List<Violation> violations, ValidationLayer layer) {
    List<Violation> ofName = of(TABLE_NAME, violations);
    if (layer.isEnveloped() && ofName.stream().anyMatch(each -> each.text().endsWith(TOO_SHORT))) {
      throw layer.error("Value at 'TableName' failed to satisfy constraint: " + TOO_SHORT);
    }
    DeclaredConstraints.report(ofName);
  }

  private static List<Violation> of(String path, List<Violation> violations) {
    return violations.stream().filter(violation -> violation.path().equals(path)).toList();
  }

  /** The current layer names neither {@code ReturnValues} nor its value, and misspells one. */
  private static List<Violation> inShort(List<Violation> violations, ValidationLayer layer) {
    List<Violation> shown = new ArrayList<>(violations);
    if (layer.isEnveloped() && shown.removeIf(each -> each.path().equals(RETURN_VALUES))) {
      shown.add(
          new Violation(
              RETURN_VALUES,
              "Failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATE_NEW, NONE]"));
    }
    return shown;
  }
}
