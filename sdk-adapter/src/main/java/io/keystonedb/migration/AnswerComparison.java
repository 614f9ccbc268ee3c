package io.keystonedb.migration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Compares what came of one request on both sides. The shadow's answers are under the primary's
 * names already. Thread-safe.
 */
final class AnswerComparison {
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
    if (primary instanceof GetItemResponse one && shadow instanceof GetItemResponse other) {
      findings.item(
          table(facts),
          onlyKey(facts),
          present(one.hasItem(), one.item()),
          present(other.hasItem(), other.item()));
    } else if (primary instanceof PutItemResponse one && shadow instanceof PutItemResponse other) {
      findings.returned(facts, one.attributes(), other.attributes());
    } else if (primary instanceof UpdateItemResponse one
        && shadow instanceof UpdateItemResponse other) {
      findings.returned(facts, one.attributes(), other.attributes());
    } else if (primary instanceof DeleteItemResponse one
        && shadow instanceof DeleteItemResponse other) {
      findings.returned(facts, one.attributes(), other.attributes());
    } else if (primary instanceof QueryResponse one && shadow instanceof QueryResponse other) {
      boolean ordered = request instanceof QueryRequest query && query.indexName() == null;
      pages(facts, Page.of(one), Page.of(other), ordered, findings);
    } else if (primary instanceof ScanResponse one && shadow instanceof ScanResponse other) {
      boolean whole =
          request instanceof ScanRequest scan
              && !scan.hasExclusiveStartKey()
              && scan.totalSegments() == null
              && !one.hasLastEvaluatedKey()
              && !other.hasLastEvaluatedKey();
      if (!whole && !rules.pagesOfScans()) {
        return false;
      }
      pages(facts, Page.of(one), Page.of(other), rules.pagesOfScans(), findings);
    } else {
      return severalItems(facts, request, primary, shadow, findings);
    }
    return true;
  }

  private boolean severalItems(
      RequestFacts facts,
      SdkRequest request,
      SdkResponse primary,
      SdkResponse shadow,
      ItemFindings findings) {
    if (primary instanceof BatchGetItemResponse one
        && shadow instanceof BatchGetItemResponse other) {
      if (!one.unprocessedKeys().isEmpty() || !other.unprocessedKeys().isEmpty()) {
        return false;
      }
      for (String table : ((BatchGetItemRequest) request).requestItems().keySet()) {
        findings.items(
            table,
            tables.find(table),
            one.responses().getOrDefault(table, List.of()),
            other.responses().getOrDefault(table, List.of()));
      }
    } else if (primary instanceof TransactGetItemsResponse one
        && shadow instanceof TransactGetItemsResponse other) {
      itemByItem(facts, one.responses(), other.responses(), findings);
    } else if (primary instanceof ExecuteTransactionResponse one
        && shadow instanceof ExecuteTransactionResponse other) {
      itemByItem(facts, one.responses(), other.responses(), findings);
    } else if (primary instanceof ExecuteStatementResponse one
        && shadow instanceof ExecuteStatementResponse other) {
      boolean whole =
          request instanceof ExecuteStatementRequest statement
              && statement.nextToken() == null
              && one.nextToken() == null
              && other.nextToken() == null;
      if (!whole) {
        return false;
      }
      findings.items("", null, one.items(), other.items());
    } else if (primary instanceof BatchExecuteStatementResponse one
        && shadow instanceof BatchExecuteStatementResponse other) {
      statements(facts, one.responses(), other.responses(), findings);
    }
    return true;
  }

  private static void itemByItem(
      RequestFacts facts,
      List<ItemResponse> primary,
      List<ItemResponse> shadow,
      ItemFindings findings) {
    for (int i = 0; i < Math.min(primary.size(), shadow.size()); i++) {
      TableKey key = i < facts.keys().size() ? facts.keys().get(i) : null;
      findings.item(
          key == null ? "" : key.table(),
          key == null ? null : key.key(),
          present(primary.get(i).hasItem(), primary.get(i).item()),
          present(shadow.get(i).hasItem(), shadow.get(i).item()));
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
      RequestFacts facts,
      List<BatchStatementResponse> primary,
      List<BatchStatementResponse> shadow,
      ItemFindings findings) {
    for (int i = 0; i < Math.min(primary.size(), shadow.size()); i++) {
      BatchStatementResponse one = primary.get(i);
      BatchStatementResponse other = shadow.get(i);
      String code = one.error() == null ? "" : one.error().codeAsString();
      String otherCode = other.error() == null ? "" : other.error().codeAsString();
      if (!code.equals(otherCode)) {
        findings.add(
            Finding.of(DiscrepancyKind.ERROR_CODE, facts, one.toString(), other.toString()));
      } else {
        findings.item(
            String.valueOf(one.tableName()),
            null,
            present(one.hasItem(), one.item()),
            present(other.hasItem(), other.item()));
      }
    }
  }

  private void pages(
      RequestFacts facts, Page primary, Page shadow, boolean ordered, ItemFindings findings) {
    TableInfo info = tables.find(table(facts));
    List<String> sortKeys =
        facts.index() == null || info == null || !facts.operation().equals("Query")
            ? List.of()
            : info.sortKeys().getOrDefault(facts.index(), List.of());
    findings.page(facts, info, primary, shadow, ordered, sortKeys);
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

  private static String table(RequestFacts facts) {
    return facts.tables().isEmpty() ? "" : facts.tables().get(0);
  }

  private static @Nullable Map<String, AttributeValue> onlyKey(RequestFacts facts) {
    return facts.isAboutOneItem() ? facts.keys().get(0).key() : null;
  }

  private static @Nullable Map<String, AttributeValue> present(
      boolean isPresent, Map<String, AttributeValue> item) {
    return isPresent ? item : null;
  }

  /** The answer to a Query or Scan. */
  record Page(
      List<Map<String, AttributeValue>> items,
      int count,
      int scannedCount,
      @Nullable Map<String, AttributeValue> lastEvaluatedKey) {
    static Page of(QueryResponse answer) {
      return new Page(
          answer.items(),
          orZero(answer.count()),
          orZero(answer.scannedCount()),
          present(answer.hasLastEvaluatedKey(), answer.lastEvaluatedKey()));
    }

    static Page of(ScanResponse answer) {
      return new Page(
          answer.items(),
          orZero(answer.count()),
          orZero(answer.scannedCount()),
          present(answer.hasLastEvaluatedKey(), answer.lastEvaluatedKey()));
    }

    private static int orZero(@Nullable Integer number) {
      return number == null ? 0 : number;
    }
  }
}
