package io.keystonedb.migration;

import io.keystonedb.sdk.support.AnswerForm;
import io.keystonedb.sdk.support.SdkMember;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Compares what came of one request on both sides. The shadow's answers are under the primary's
 * names already. Thread-safe.
 */
final class AnswerComparison {
  private static final SdkMember ITEM = new SdkMember("Item");
  private static final SdkMember ATTRIBUTES = new SdkMember("Attributes");
  private static final SdkMember ITEMS = new SdkMember("Items");
  private static final SdkMember COUNT = new SdkMember("Count");
  private static final SdkMember SCANNED_COUNT = new SdkMember("ScannedCount");
  private static final SdkMember EXCLUSIVE_START_KEY = new SdkMember("ExclusiveStartKey");
  private static final SdkMember LAST_EVALUATED_KEY = new SdkMember("LastEvaluatedKey");
  private static final SdkMember TOTAL_SEGMENTS = new SdkMember("TotalSegments");
  private static final SdkMember NEXT_TOKEN = new SdkMember("NextToken");
  private static final SdkMember REQUEST_ITEMS = new SdkMember("RequestItems");
  private static final SdkMember RESPONSES = new SdkMember("Responses");
  private static final SdkMember UNPROCESSED_KEYS = new SdkMember("UnprocessedKeys");
  private static final SdkMember TABLE_NAME = new SdkMember("TableName");
  private static final SdkMember ERROR = new SdkMember("Error");
  private static final SdkMember CODE = new SdkMember("Code");

  private final ComparisonRules rules;
  private final TableInfos tables;

  AnswerComparison(ComparisonRules rules, TableInfos tables) {
    this.rules = rules;
    this.tables = tables;
  }

  /** Findings; null if these two cannot be compared. */
  @Nullable List<Finding> compare(
      RequestFacts facts, SdkRequest request, Outcome primary, Outcome shadow) {
    if (!primary.isSuccess() || !shadow.isSuccess()) {
      return errors(facts, primary, shadow);
    }
    SdkResponse one = primary.answer();
    SdkResponse other = shadow.answer();
    if (one == null || other == null) {
      return one == null && other == null
          ? List.of()
          : List.of(Finding.of(DiscrepancyKind.ANSWER, facts, primary.show(), shadow.show()));
    }
    ItemFindings findings = new ItemFindings(rules, facts.operation(), facts.kind(), facts.index());
    if (!answers(facts, request, one, other, findings)) {
      return null;
    }
    List<Finding> all = findings.all();
    if (rules.capacity()) {
      capacity(facts, one, other, all);
    }
    return all;
  }

  private List<Finding> errors(RequestFacts facts, Outcome primary, Outcome shadow) {
    DiscrepancyKind kind;
    if (primary.isSuccess()) {
      kind = DiscrepancyKind.SHADOW_FAILED;
    } else if (shadow.isSuccess()) {
      kind = DiscrepancyKind.PRIMARY_FAILED;
    } else if (!primary.code().equals(shadow.code())) {
      kind = DiscrepancyKind.ERROR_CODE;
    } else if (!reasons(primary).equals(reasons(shadow))) {
      return List.of(
          Finding.of(
              DiscrepancyKind.CANCELLATION_REASONS,
              facts,
              reasons(primary).toString(),
              reasons(shadow).toString()));
    } else if (rules.errorTexts() && !primary.text().equals(shadow.text())) {
      kind = DiscrepancyKind.ERROR_TEXT;
    } else {
      return List.of();
    }
    return List.of(Finding.of(kind, facts, primary.show(), shadow.show()));
  }

  private static List<String> reasons(Outcome outcome) {
    return outcome.error() instanceof TransactionCanceledException canceled
        ? canceled.cancellationReasons().stream().map(CancellationReason::code).toList()
        : List.of();
  }

  /** False if the answers cannot be compared. */
  private boolean answers(
      RequestFacts facts,
      SdkRequest request,
      SdkResponse primary,
      SdkResponse shadow,
      ItemFindings findings) {
    switch (facts.model().answer()) {
      case NONE -> {}
      case ITEM ->
          findings.item(facts.table(), onlyKey(facts), ITEM.item(primary), ITEM.item(shadow));
      case ATTRIBUTES -> findings.returned(facts, attributes(primary), attributes(shadow));
      case ORDERED_PAGE -> pages(facts, primary, shadow, facts.index() == null, findings);
      case UNORDERED_PAGE -> {
        if (!isWholeScan(request, primary, shadow) && !rules.pagesOfScans()) {
          return false;
        }
        pages(facts, primary, shadow, rules.pagesOfScans(), findings);
      }
      case STATEMENT_PAGE -> {
        if (NEXT_TOKEN.isSet(request) || NEXT_TOKEN.isSet(primary) || NEXT_TOKEN.isSet(shadow)) {
          return false;
        }
        findings.items("", null, ITEMS.items(primary), ITEMS.items(shadow));
      }
      case ITEMS_BY_TABLE -> {
        if (isIncomplete(primary) || isIncomplete(shadow)) {
          return false;
        }
        itemsByTable(request, primary, shadow, findings);
      }
      case ITEM_RESPONSES ->
          itemByItem(facts, RESPONSES.structures(primary), RESPONSES.structures(shadow), findings);
      case STATEMENT_RESPONSES ->
          statements(facts, RESPONSES.structures(primary), RESPONSES.structures(shadow), findings);
    }
    return true;
  }

  private static Map<String, AttributeValue> attributes(SdkResponse answer) {
    Map<String, AttributeValue> attributes = ATTRIBUTES.item(answer);
    return attributes == null ? Map.of() : attributes;
  }

  /** Whether it is not a page of a Scan of several. */
  private static boolean isWholeScan(SdkRequest request, SdkResponse primary, SdkResponse shadow) {
    return !EXCLUSIVE_START_KEY.isSet(request)
        && !TOTAL_SEGMENTS.isSet(request)
        && !LAST_EVALUATED_KEY.isSet(primary)
        && !LAST_EVALUATED_KEY.isSet(shadow);
  }

  private static boolean isIncomplete(SdkResponse answer) {
    return !UNPROCESSED_KEYS.map(answer).isEmpty();
  }

  private void itemsByTable(
      SdkRequest request, SdkResponse primary, SdkResponse shadow, ItemFindings findings) {
    Map<String, List<Map<String, AttributeValue>>> one = RESPONSES.itemsByTable(primary);
    Map<String, List<Map<String, AttributeValue>>> other = RESPONSES.itemsByTable(shadow);
    for (String table : REQUEST_ITEMS.map(request).keySet()) {
      findings.items(
          table,
          tables.find(table),
          one.getOrDefault(table, List.of()),
          other.getOrDefault(table, List.of()));
    }
  }

  private static void itemByItem(
      RequestFacts facts, List<SdkPojo> primary, List<SdkPojo> shadow, ItemFindings findings) {
    for (int i = 0; i < Math.min(primary.size(), shadow.size()); i++) {
      TableKey key = i < facts.keys().size() ? facts.keys().get(i) : null;
      findings.item(
          key == null ? "" : key.table(),
          key == null ? null : key.key(),
          ITEM.item(primary.get(i)),
          ITEM.item(shadow.get(i)));
    }
    if (primary.size() != shadow.size()) {
      findings.add(
          Finding.of(
              DiscrepancyKind.ANSWER,
              facts,
              primary.size() + " responses",
              shadow.size() + " responses"));
    }
  }

  private static void statements(
      RequestFacts facts, List<SdkPojo> primary, List<SdkPojo> shadow, ItemFindings findings) {
    for (int i = 0; i < Math.min(primary.size(), shadow.size()); i++) {
      SdkPojo one = primary.get(i);
      SdkPojo other = shadow.get(i);
      if (!errorCode(one).equals(errorCode(other))) {
        findings.add(
            Finding.of(DiscrepancyKind.ERROR_CODE, facts, one.toString(), other.toString()));
      } else {
        findings.item(
            String.valueOf(TABLE_NAME.string(one)), null, ITEM.item(one), ITEM.item(other));
      }
    }
  }

  private static String errorCode(SdkPojo response) {
    SdkPojo error = ERROR.structure(response);
    return error == null ? "" : String.valueOf(CODE.string(error));
  }

  private void pages(
      RequestFacts facts,
      SdkResponse primary,
      SdkResponse shadow,
      boolean ordered,
      ItemFindings findings) {
    TableInfo info = tables.find(facts.table());
    boolean isSortedByIndex =
        facts.model().answer() == AnswerForm.ORDERED_PAGE && facts.index() != null;
    List<String> sortKeys =
        isSortedByIndex && info != null
            ? info.sortKeys().getOrDefault(facts.index(), List.of())
            : List.of();
    findings.page(facts, info, Page.of(primary), Page.of(shadow), ordered, sortKeys);
  }

  private static void capacity(
      RequestFacts facts, SdkResponse one, SdkResponse other, List<Finding> findings) {
    for (String member : List.of("ConsumedCapacity", "ItemCollectionMetrics")) {
      String primary = String.valueOf(one.getValueForField(member, Object.class).orElse("none"));
      String shadow = String.valueOf(other.getValueForField(member, Object.class).orElse("none"));
      if (!primary.equals(shadow)) {
        findings.add(Finding.of(DiscrepancyKind.CAPACITY, facts, primary, shadow));
      }
    }
  }

  private static @Nullable Map<String, AttributeValue> onlyKey(RequestFacts facts) {
    return facts.isAboutOneItem() ? facts.keys().get(0).key() : null;
  }

  /** The answer to a Query or Scan. */
  record Page(
      List<Map<String, AttributeValue>> items,
      int count,
      int scannedCount,
      @Nullable Map<String, AttributeValue> lastEvaluatedKey) {
    static Page of(SdkResponse answer) {
      return new Page(
          ITEMS.items(answer),
          COUNT.integer(answer),
          SCANNED_COUNT.integer(answer),
          LAST_EVALUATED_KEY.item(answer));
    }
  }
}
