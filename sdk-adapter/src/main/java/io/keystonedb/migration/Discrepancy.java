package io.keystonedb.migration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Something that differs between both sides, seen once or often. Immutable.
 *
 * @param id counts up from one
 * @param operation the service's name of the operation that showed it
 * @param table the primary's name; null if it is about no single table
 * @param index null if it is about the table itself
 * @param key of the item, under the primary's names; empty if it is about no single item
 * @param primary what the primary has or answered, for people to read; values in the service's JSON
 * @param shadow likewise
 * @param differences the places that differ; empty if there is nothing to go into
 * @param context what else may help, by what it is
 * @param firstSeen when it was seen for the first time
 * @param lastSeen when it was seen last
 * @param count how often it was seen
 * @param cause the id of the discrepancy that this one follows from: that item was already
 *     different. Empty for a first cause.
 * @param expected why both sides may differ here; null if they may not
 */
public record Discrepancy(
    long id,
    DiscrepancyKind kind,
    String operation,
    @Nullable String table,
    @Nullable String index,
    Map<String, AttributeValue> key,
    String primary,
    String shadow,
    List<Difference> differences,
    Map<String, String> context,
    Instant firstSeen,
    Instant lastSeen,
    long count,
    OptionalLong cause,
    @Nullable String expected) {

  /** Copies what could change. */
  public Discrepancy {
    key = Map.copyOf(key);
    differences = List.copyOf(differences);
    context = Map.copyOf(context);
  }

  /** Whether it only follows from an earlier one. */
  public boolean isFollowUp() {
    return cause.isPresent();
  }

  /** Whether it is known and accepted. */
  public boolean isExpected() {
    return expected != null;
  }

  Discrepancy seenAgain(Instant when) {
    return new Discrepancy(
        id,
        kind,
        operation,
        table,
        index,
        key,
        primary,
        shadow,
        differences,
        context,
        firstSeen,
        when,
        count + 1,
        cause,
        expected);
  }

  /** What it is and where, on one line. */
  public String title() {
    StringBuilder title = new StringBuilder(operation).append(": ").append(kind.text());
    if (!key.isEmpty()) {
      title.append(", key ").append(ValueText.shortened(ValueJson.item(key)));
    }
    if (table != null) {
      title.append(", table ").append(table);
    }
    if (index != null) {
      title.append(", index ").append(index);
    }
    return title.toString();
  }

  /** What it is, with both sides place by place. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(title());
    if (differences.isEmpty()) {
      text.append("\n    primary: ").append(ValueText.shortened(primary));
      text.append("\n    shadow:  ").append(ValueText.shortened(shadow));
    }
    differences.forEach(difference -> text.append("\n    ").append(difference));
    new TreeMap<>(context)
        .forEach((name, value) -> text.append("\n    ").append(name).append(": ").append(value));
    if (count > 1) {
      text.append("\n    seen ").append(count).append(" times");
    }
    cause.ifPresent(id -> text.append("\n    follows from discrepancy ").append(id));
    if (expected != null) {
      text.append("\n    expected: ").append(expected);
    }
    return text.toString();
  }
}
