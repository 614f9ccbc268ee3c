package io.keystonedb.migration;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

/**
 * Compares whole tables of two sides: definition, every item, every entry of every index. Not
 * thread-safe.
 *
 * <pre>{@code
 * ComparisonResult result = Comparison.of(dynamoDb, keystoneDb).tables("users").run();
 * }</pre>
 *
 * <p>Each side is scanned once into 65,536 sums of hashes, by the hash of the key, whatever the
 * order and paging of its scans. Only items whose sums differ are read a second time and compared
 * one by one, on disk where there are many. So memory does not grow with the tables. The scans cost
 * read capacity: half a unit per 4 KB at each side for the table and for each index, and again if
 * something differs.
 */
public final class Comparison {
  private final Side primary;
  private final UnaryOperator<Finding> explanation;
  private final Function<ComparisonRules, Side> shadow;
  private final List<DiscrepancyHandler> handlers = new ArrayList<>();
  private List<String> tables = List.of();
  private ComparisonRules rules = ComparisonRules.strict();
  private InstantSource clock = InstantSource.system();
  private int maxKept = 1000;
  private int itemsInMemory = 50_000;
  private @Nullable Path spillDirectory;
  private int settleAttempts;
  private Duration settleDelay = Duration.ZERO;

  Comparison(
      Side primary, Function<ComparisonRules, Side> shadow, UnaryOperator<Finding> explanation) {
    this.primary = primary;
    this.shadow = shadow;
    this.explanation = explanation;
  }

  /**
   * A comparison of two sides.
   *
   * @param primary what is right
   * @param shadow what is compared with it
   */
  public static Comparison of(DynamoDbClient primary, DynamoDbClient shadow) {
    Objects.requireNonNull(primary, "primary");
    Objects.requireNonNull(shadow, "shadow");
    return new Comparison(
        DualWriteDynamoDbClient.side(primary, NameTranslation.NONE),
        rules -> DualWriteDynamoDbClient.side(shadow, NameTranslation.of(rules.names())),
        UnaryOperator.identity());
  }

  /** The tables to compare, by the primary's names. Without, all of both sides. */
  public Comparison tables(String... names) {
    if (names.length == 0) {
      throw new IllegalArgumentException("Name at least one table");
    }
    tables = List.of(names);
    return this;
  }

  /** What counts as a difference. */
  public Comparison rules(ComparisonRules rules) {
    this.rules = Objects.requireNonNull(rules, "rules");
    return this;
  }

  /** Who gets to know of discrepancies. */
  public Comparison handler(DiscrepancyHandler handler) {
    handlers.add(Objects.requireNonNull(handler, "handler"));
    return this;
  }

  /** What tells when discrepancies are seen. */
  public Comparison clock(InstantSource clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /** How many discrepancies are kept for the result; all are counted. */
  public Comparison keep(int discrepancies) {
    if (discrepancies < 1) {
      throw new IllegalArgumentException(
          "The number of discrepancies to keep is at least 1, not " + discrepancies);
    }
    maxKept = discrepancies;
    return this;
  }

  /**
   * How many items that have to be compared one by one are held in memory; more go through files.
   *
   * @param directory where files are made and removed again; null for the system's own
   */
  public Comparison itemsInMemory(int items, @Nullable Path directory) {
    if (items < 1) {
      throw new IllegalArgumentException(
          "The number of items in memory is at least 1, not " + items);
    }
    itemsInMemory = items;
    spillDirectory = directory;
    return this;
  }

  /**
   * For tables that are being written: items that differ are read again with consistent reads, and
   * only count if they still do.
   *
   * @param attempts how often at most
   * @param delay before each
   */
  public Comparison settle(int attempts, Duration delay) {
    if (attempts < 1 || delay.isNegative()) {
      throw new IllegalArgumentException(
          "Settling takes at least one attempt and no negative delay, not "
              + attempts
              + " and "
              + delay);
    }
    settleAttempts = attempts;
    settleDelay = delay;
    return this;
  }

  /**
   * Compares.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if a side fails
   */
  public ComparisonResult run() {
    Side other = shadow.apply(rules);
    Discrepancies discrepancies = new Discrepancies(clock, maxKept, handlers);
    TableComparison comparison =
        new TableComparison(
            primary,
            other,
            rules,
            itemsInMemory,
            spillDirectory,
            settleAttempts,
            settleDelay,
            findings -> discrepancies.add(findings.stream().map(explanation).toList()));
    for (String table : tables.isEmpty() ? allTables(other) : tables) {
      comparison.compare(table);
    }
    return new ComparisonResult(comparison.scans(), discrepancies.all(), discrepancies.counts());
  }

  private Iterable<String> allTables(Side other) {
    TreeSet<String> names = new TreeSet<>();
    list(primary, names);
    list(other, names);
    return names;
  }

  private static void list(Side side, Set<String> names) {
    String last = null;
    do {
      Outcome outcome =
          side.call(ListTablesRequest.builder().exclusiveStartTableName(last).build());
      ListTablesResponse answer = (ListTablesResponse) Objects.requireNonNull(outcome.get());
      names.addAll(answer.tableNames());
      last = answer.lastEvaluatedTableName();
    } while (last != null);
  }
}
