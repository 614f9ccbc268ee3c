package io.keystonedb.migration;

import io.keystonedb.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Compares items value by value and says where they differ, as deep inside as possible. For one
 * comparison; not thread-safe.
 */
final class ValueComparison {
  private final ComparisonRules rules;
  private final String table;
  private final List<Difference> differences = new ArrayList<>();

  private ValueComparison(ComparisonRules rules, String table) {
    this.rules = rules;
    this.table = table;
  }

  /** The differences of two items of a table; both under the primary's names. */
  static List<Difference> items(
      ComparisonRules rules,
      String table,
      Map<String, AttributeValue> primary,
      Map<String, AttributeValue> shadow) {
    if (primary.equals(shadow) && !rules.changesValues()) {
      return List.of();
    }
    ValueComparison comparison = new ValueComparison(rules, table);
    comparison.maps(Path.ROOT, primary, shadow);
    return comparison.differences;
  }

  private void maps(
      Path path, Map<String, AttributeValue> primary, Map<String, AttributeValue> shadow) {
    Set<String> names = new TreeSet<>(primary.keySet());
    names.addAll(shadow.keySet());
    for (String name : names) {
      values(path.name(name), primary.get(name), shadow.get(name));
    }
  }

  private void values(
      Path path, @Nullable AttributeValue primaryValue, @Nullable AttributeValue shadowValue) {
    if (rules.isIgnored(table, path)) {
      return;
    }
    AttributeValue primary = transformed(path, primaryValue, false);
    AttributeValue shadow = transformed(path, shadowValue, true);
    if (primary == null && shadow == null) {
      return;
    }
    if (primary == null || shadow == null) {
      oneIsMissing(path, primary, shadow);
      return;
    }
    Duration tolerance = rules.timeTolerance(path);
    if (tolerance != null && times(path, primary, shadow, tolerance)) {
      return;
    }
    ValueType type = ValueTypes.of(primary);
    if (type != ValueTypes.of(shadow)) {
      otherType(path, primary, shadow);
    } else if (type != null) {
      sameType(path, type, primary, shadow);
    }
  }

  private @Nullable AttributeValue transformed(
      Path path, @Nullable AttributeValue value, boolean shadow) {
    if (value == null) {
      return null;
    }
    AttributeValue transformed =
        rules.changesValues() ? rules.transformed(path, value, shadow) : value;
    return rules.isLikeMissing(transformed) ? null : transformed;
  }

  private void oneIsMissing(
      Path path, @Nullable AttributeValue primary, @Nullable AttributeValue shadow) {
    AttributeValue present = primary == null ? shadow : primary;
    if (present != null && present.nul() != null) {
      add(path, DifferenceKind.NULL_VS_MISSING, primary, shadow);
    } else if (present != null && ValueTypes.isEmpty(present)) {
      add(path, DifferenceKind.EMPTY_VS_MISSING, primary, shadow);
    } else {
      add(path, shadow == null ? DifferenceKind.MISSING : DifferenceKind.EXTRA, primary, shadow);
    }
  }

  private void otherType(Path path, AttributeValue primary, AttributeValue shadow) {
    boolean nullAndEmpty =
        (primary.nul() != null && ValueTypes.isEmpty(shadow))
            || (shadow.nul() != null && ValueTypes.isEmpty(primary));
    add(path, nullAndEmpty ? DifferenceKind.NULL_VS_EMPTY : DifferenceKind.TYPE, primary, shadow);
  }

  private void sameType(Path path, ValueType type, AttributeValue primary, AttributeValue shadow) {
    switch (type) {
      case S -> strings(path, primary, shadow);
      case N -> numbers(path, primary, shadow);
      case B -> binaries(path, primary, shadow);
      case BOOL -> {
        if (!primary.bool().equals(shadow.bool())) {
          add(path, DifferenceKind.VALUE, primary, shadow);
        }
      }
      case NULL -> {}
      case M -> maps(path, primary.m(), shadow.m());
      case L -> lists(path, primary, shadow);
      case SS ->
          sets(path, new HashSet<>(primary.ss()), new HashSet<>(shadow.ss()), primary, shadow);
      case NS ->
          sets(
              path,
              Numbers.canonical(primary.ns()),
              Numbers.canonical(shadow.ns()),
              primary,
              shadow);
      case BS ->
          sets(path, new HashSet<>(primary.bs()), new HashSet<>(shadow.bs()), primary, shadow);
    }
  }

  private void strings(Path path, AttributeValue primary, AttributeValue shadow) {
    String one = primary.s();
    String other = shadow.s();
    if (one.equals(other)) {
      return;
    }
    DifferenceKind kind = DifferenceKind.VALUE;
    if (one.equalsIgnoreCase(other)) {
      kind = DifferenceKind.LETTER_CASE;
    } else if (isBeginning(one, other)) {
      kind = DifferenceKind.TRUNCATED;
    }
    add(path, kind, primary, shadow);
  }

  private static boolean isBeginning(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && (one.startsWith(other) || other.startsWith(one));
  }

  private void numbers(Path path, AttributeValue primary, AttributeValue shadow) {
    if (!Numbers.equal(primary.n(), shadow.n())) {
      boolean doubles = Numbers.equalAsDoubles(primary.n(), shadow.n());
      add(path, doubles ? DifferenceKind.PRECISION : DifferenceKind.VALUE, primary, shadow);
    }
  }

  private void binaries(Path path, AttributeValue primary, AttributeValue shadow) {
    byte[] one = primary.b().asByteArrayUnsafe();
    byte[] other = shadow.b().asByteArrayUnsafe();
    int mismatch = Arrays.mismatch(one, other);
    if (mismatch >= 0) {
      boolean cut = mismatch > 0 && mismatch == Math.min(one.length, other.length);
      add(path, cut ? DifferenceKind.TRUNCATED : DifferenceKind.VALUE, primary, shadow);
    }
  }

  private void lists(Path path, AttributeValue primary, AttributeValue shadow) {
    List<AttributeValue> one = primary.l();
    List<AttributeValue> other = shadow.l();
    if (one.equals(other) && !rules.changesValues()) {
      return;
    }
    if (one.size() == other.size() && sameElements(path, one, other)) {
      if (!rules.isUnordered(path) && !sameAtEachPosition(path, one, other)) {
        add(path, DifferenceKind.ORDER, primary, shadow);
      }
      return;
    }
    if (rules.isUnordered(path)) {
      add(path, DifferenceKind.ELEMENTS, primary, shadow);
      return;
    }
    int common = Math.min(one.size(), other.size());
    if (common > 0
        && one.size() != other.size()
        && sameAtEachPosition(path, one.subList(0, common), other.subList(0, common))) {
      add(path, DifferenceKind.TRUNCATED, primary, shadow);
      return;
    }
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      values(
          path.index(i),
          i < one.size() ? one.get(i) : null,
          i < other.size() ? other.get(i) : null);
    }
  }

  private boolean sameAtEachPosition(
      Path path, List<AttributeValue> one, List<AttributeValue> other) {
    for (int i = 0; i < one.size(); i++) {
      if (!same(path.index(i), one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether each element of a list finds one of its own in the other. */
  private boolean sameElements(Path path, List<AttributeValue> one, List<AttributeValue> other) {
    List<AttributeValue> left = new ArrayList<>(other);
    for (int i = 0; i < one.size(); i++) {
      int found = -1;
      for (int j = 0; j < left.size() && found < 0; j++) {
        if (same(path.index(i), one.get(i), left.get(j))) {
          found = j;
        }
      }
      if (found < 0) {
        return false;
      }
      left.remove(found);
    }
    return true;
  }

  private boolean same(Path path, AttributeValue primary, AttributeValue shadow) {
    ValueComparison inner = new ValueComparison(rules, table);
    inner.values(path, primary, shadow);
    return inner.differences.isEmpty();
  }

  private <T> void sets(
      Path path, Set<T> one, Set<T> other, AttributeValue primary, AttributeValue shadow) {
    if (!one.equals(other)) {
      add(path, DifferenceKind.ELEMENTS, primary, shadow);
    }
  }

  /** Compares two times; false if one of the values is none. */
  private boolean times(
      Path path, AttributeValue primary, AttributeValue shadow, Duration tolerance) {
    Long one = Times.millis(primary);
    Long other = Times.millis(shadow);
    if (one == null || other == null) {
      return false;
    }
    if (Math.abs(Math.subtractExact(one, other)) > tolerance.toMillis()) {
      add(path, DifferenceKind.TIME, primary, shadow);
    }
    return true;
  }

  private void add(
      Path path,
      DifferenceKind kind,
      @Nullable AttributeValue primary,
      @Nullable AttributeValue shadow) {
    Difference difference = new Difference(path.toString(), kind, primary, shadow);
    if (!rules.isIgnored(difference)) {
      differences.add(difference);
    }
  }
}
