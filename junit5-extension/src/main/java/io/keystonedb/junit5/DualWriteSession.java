package io.keystonedb.junit5;

import io.keystonedb.Database;
import io.keystonedb.migration.Comparison;
import io.keystonedb.migration.ComparisonResult;
import io.keystonedb.migration.ComparisonRules;
import io.keystonedb.migration.Discrepancy;
import io.keystonedb.migration.DualWriteBuilder;
import io.keystonedb.migration.DualWriteDynamoDbAsyncClient;
import io.keystonedb.migration.DualWriteDynamoDbClient;
import io.keystonedb.migration.Mode;
import io.keystonedb.sdk.KeystoneDynamoDbAsyncClient;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The two sides of one test. Thread-safe, but for {@link #end}. */
final class DualWriteSession {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LOOKS = 10;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final DualWriteSettings settings;
  private final Database database;
  private final ReferenceSide reference;
  private final DynamoDbClient atReference;
  private final DualWriteDynamoDbClient client;
  private @Nullable DualWriteDynamoDbAsyncClient asyncClient;

  private DualWriteSession(DualWriteSettings settings, Database database, ReferenceSide reference) {
    this.settings = settings;
    this.database = database;
    this.reference = reference;
    atReference = reference.clientForTest(settings.compareTables());
    client =
        options(
                DualWriteDynamoDbClient.builder(
                    KeystoneDynamoDbClient.create(database), atReference))
            .build();
  }

  /** Brings the reference in step with the database. */
  static DualWriteSession start(
      DualWriteSettings settings, Database database, ReferenceSide reference) {
    if (settings.compareTables()) {
      Database state = undialled(database);
      try {
        reference.bringInStep(KeystoneDynamoDbClient.create(state), settings);
      } finally {
        state.close();
      }
    }
    return new DualWriteSession(settings, database, reference);
  }

  /** A copy whose tables change at once, whatever a test has dialled. */
  private static Database undialled(Database database) {
    Database copy = database.fork();
    copy.dials().tableChanges(Duration.ZERO);
    return copy;
  }

  private <C> DualWriteBuilder<C> options(DualWriteBuilder<C> builder) {
    builder.mode(Mode.SEQUENTIAL).rules(settings.rules());
    return isEventuallyConsistent() ? builder.settle(LOOKS, BETWEEN_LOOKS) : builder;
  }

  private boolean isEventuallyConsistent() {
    return settings.reference() == Reference.ENDPOINT;
  }

  DynamoDbClient client() {
    return client;
  }

  synchronized DynamoDbAsyncClient asyncClient() {
    if (asyncClient == null) {
      asyncClient =
          options(
                  DualWriteDynamoDbAsyncClient.builder(
                      KeystoneDynamoDbAsyncClient.create(database), AsyncOverSync.of(atReference)))
              .build();
    }
    return asyncClient;
  }

  ReferenceSide reference() {
    return reference;
  }

  /** Compares whole tables and says what was found in all, in the order it was. */
  synchronized DualWriteFindings end() {
    DualWriteFindings findings = new DualWriteFindings();
    client.dualWrite().await(PATIENCE);
    findings.add(client.dualWrite());
    if (asyncClient != null) {
      asyncClient.dualWrite().await(PATIENCE);
      findings.add(asyncClient.dualWrite());
      asyncClient.close();
    }
    client.close();
    if (settings.compareTables()) {
      compareTables(findings);
    }
    return findings;
  }

  private void compareTables(DualWriteFindings findings) {
    Database state = undialled(database);
    DynamoDbClient ours = KeystoneDynamoDbClient.create(state);
    Set<String> tables = new TreeSet<>(reference.tables());
    ours.listTablesPaginator().tableNames().forEach(tables::add);
    if (tables.isEmpty()) {
      reference.remember(state, Set.of());
      return;
    }
    ComparisonResult result = compare(ours, tables, settings.rules());
    findings.add(result);
    ComparisonResult strict =
        settings.rules() == ComparisonRules.strict()
            ? result
            : compare(ours, tables, ComparisonRules.strict());
    reference.remember(state, different(strict, tables));
  }

  private ComparisonResult compare(DynamoDbClient ours, Set<String> tables, ComparisonRules rules) {
    Comparison comparison =
        Comparison.of(ours, atReference).tables(tables.toArray(String[]::new)).rules(rules);
    if (isEventuallyConsistent()) {
      comparison.settle(LOOKS, BETWEEN_LOOKS);
    }
    return comparison.run();
  }

  private static Set<String> different(ComparisonResult result, Set<String> tables) {
    Set<String> different = new HashSet<>();
    for (Discrepancy each : result.discrepancies()) {
      if (each.table() == null) {
        return tables;
      }
      different.add(each.table());
    }
    return different;
  }

  /** Ends without looking at what happened; what the reference holds is not known any more. */
  synchronized void abandon() {
    List<AutoCloseable> clients = new ArrayList<>(List.of(client));
    if (asyncClient != null) {
      clients.add(asyncClient);
    }
    for (AutoCloseable each : clients) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot close " + each, e);
      }
    }
  }
}
