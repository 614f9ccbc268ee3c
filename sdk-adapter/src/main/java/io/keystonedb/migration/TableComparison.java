package io.keystonedb.migration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Compares one table after the other. Not thread-safe. */
final class TableComparison {
  private static final String OPERATION = "Comparison";

  private final Side primary;
  private final Side shadow;
  private final ComparisonRules rules;
  private final int itemsInMemory;
  private final @Nullable Path spillDirectory;
  private final int settleAttempts;
  private final Duration settleDelay;
  private final Consumer<List<Finding>> report;
  private final List<ComparisonResult.Scan> scans = new ArrayList<>();

  TableComparison(
      Side primary,
      Side shadow,
      ComparisonRules rules,
      int itemsInMemory,
      @Nullable Path spillDirectory,
      int settleAttempts,
      Duration settleDelay,
      Consumer<List<Finding>> report) {
    this.primary = primary;
    this.shadow = shadow;
    this.rules = rules;
    this.itemsInMemory = itemsInMemory;
    this.spillDirectory = spillDirectory;
    this.settleAttempts = settleAttempts;
    this.settleDelay = settleDelay;
    this.report = report;
  }

  List<ComparisonResult.Scan> scans() {
    return scans;
  }

  void compare(String table) {
    TableDescription one = describe(primary, table);
    TableDescription other = describe(shadow, table);
    if (one == null || other == null) {
      oneIsMissing(table, one != null, other != null);
      return;
    }
    String expiry = TableDefinitions.expiry(primary, table);
    String otherExpiry = TableDefinitions.expiry(shadow, table);
    boolean expiryIsKnown = expiry != null && otherExpiry != null;
    String definition = TableDefinitions.show(one) + (expiryIsKnown ? expiry : "");
    String otherDefinition = TableDefinitions.show(other) + (expiryIsKnown ? otherExpiry : "");
    if (!definition.equals(otherDefinition)) {
      definition(DiscrepancyKind.TABLE_DEFINITION, table, definition, otherDefinition);
    }
    TableInfo info = TableInfo.of(one);
    if (!info.key().equals(TableInfo.of(other).key())) {
      return;
    }
    compare(table, null, info);
    TreeSet<String> indexes = new TreeSet<>(info.sortKeys().keySet());
    indexes.retainAll(TableInfo.of(other).sortKeys().keySet());
    for (String index : indexes) {
      compare(table, index, info);
    }
  }

  private void oneIsMissing(String table, boolean primaryHasIt, boolean shadowHasIt) {
    if (primaryHasIt) {
      definition(DiscrepancyKind.TABLE_MISSING, table, "table", "no table");
    } else if (shadowHasIt) {
      definition(DiscrepancyKind.TABLE_EXTRA, table, "no table", "table");
    } else {
      throw new IllegalArgumentException("Neither side has a table \"" + table + "\"");
    }
  }

  private void definition(DiscrepancyKind kind, String table, String one, String other) {
    report.accept(
        List.of(
            new Finding(
                kind,
                OPERATION,
                OperationClass.OTHER,
                table,
                null,
                Map.of(),
                one,
                other,
                List.of(),
                Map.of(),
                List.of())));
  }

  private static @Nullable TableDescription describe(Side side, String table) {
    Outcome outcome = side.call(DescribeTableRequest.builder().tableName(table).build());
    if (outcome.code().equals("ResourceNotFoundException")) {
      return null;
    }
    return ((DescribeTableResponse) Objects.requireNonNull(outcome.get())).table();
  }

  private void compare(String table, @Nullable String index, TableInfo info) {
    BucketSums one = sums(primary, table, index, info, false);
    BucketSums other = sums(shadow, table, index, info, true);
    BucketGroups groups = new BucketGroups(one, other, itemsInMemory);
    scans.add(new ComparisonResult.Scan(table, index, one.items(), other.items(), groups.items()));
    if (groups.count() == 0) {
      return;
    }
    try (ItemGroups ours = new ItemGroups(groups.count(), spillDirectory);
        ItemGroups theirs = new ItemGroups(groups.count(), spillDirectory)) {
      collect(primary, table, index, info, groups, ours);
      collect(shadow, table, index, info, groups, theirs);
      for (int group = 0; group < groups.count(); group++) {
        compare(table, index, info, ours.items(group), theirs.items(group));
      }
    }
  }

  private BucketSums sums(
      Side side, String table, @Nullable String index, TableInfo info, boolean isShadow) {
    BucketSums sums = new BucketSums();
    ItemHash hash = new ItemHash(rules, table, isShadow);
    ItemScan.scan(
        side, table, index, item -> sums.add(ItemHash.ofKey(key(info, item)), hash.of(item)));
    return sums;
  }

  private static void collect(
      Side side,
      String table,
      @Nullable String index,
      TableInfo info,
      BucketGroups groups,
      ItemGroups items) {
    ItemScan.scan(
        side,
        table,
        index,
        item -> {
          int group = groups.of(ItemHash.ofKey(key(info, item)));
          if (group >= 0) {
            items.add(group, item);
          }
        });
  }

  /** Each item has its key, in indexes too. */
  private static Map<String, AttributeValue> key(TableInfo info, Map<String, AttributeValue> item) {
    return Objects.requireNonNull(info.keyOf(item), "an item without its key");
  }

  private void compare(
      String table,
      @Nullable String index,
      TableInfo info,
      List<Map<String, AttributeValue>> ours,
      List<Map<String, AttributeValue>> theirs) {
    ItemFindings findings = new ItemFindings(rules, OPERATION, OperationClass.OTHER, index);
    findings.items(table, info, ours, theirs);
    for (Finding finding : findings.all()) {
      Finding settled = index == null && settleAttempts > 0 ? settled(finding, table) : finding;
      if (settled != null) {
        report.accept(List.of(settled));
      }
    }
  }

  /** What is found when an item is read again; null if it does not differ after all. */
  private @Nullable Finding settled(Finding finding, String table) {
    Finding latest = finding;
    for (int attempt = 0; attempt < settleAttempts; attempt++) {
      LockSupport.parkNanos(settleDelay.toNanos());
      ItemFindings again = new ItemFindings(rules, OPERATION, OperationClass.OTHER, null);
      again.item(
          table,
          finding.key(),
          read(primary, table, finding.key()),
          read(shadow, table, finding.key()));
      if (again.all().isEmpty()) {
        return null;
      }
      latest = again.all().get(0);
    }
    return latest;
  }

  private static @Nullable Map<String, AttributeValue> read(
      Side side, String table, Map<String, AttributeValue> key) {
    GetItemRequest request =
        GetItemRequest.builder().tableName(table).key(key).consistentRead(true).build();
    GetItemResponse answer = (GetItemResponse) Objects.requireNonNull(side.call(request).get());
    return answer.hasItem() ? answer.item() : null;
  }
}
