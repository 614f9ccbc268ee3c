package io.keystonedb.junit5;

import io.keystonedb.Database;
import io.keystonedb.Dials;
import io.keystonedb.TransactionConflicts;
import io.keystonedb.sdk.KeystoneDynamoDbAsyncClient;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import io.keystonedb.sdk.KeystoneDynamoDbStreamsAsyncClient;
import io.keystonedb.sdk.KeystoneDynamoDbStreamsClient;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A database with its clients and the tables that were declared for it. Thread-safe. */
final class DatabaseHandle {
  private final Database database;
  private final DynamoDbClient client;
  private final Map<String, DeclaredTable> tables;
  private final AtomicInteger runningTests = new AtomicInteger();
  private @Nullable Object enhancedClient;
  private @Nullable DynamoDbAsyncClient asyncClient;
  private @Nullable Object enhancedAsyncClient;
  private @Nullable Database pristine;
  private @Nullable Object endpointServer;
  private @Nullable URI endpoint;
  private boolean hasEndpoint;
  private @Nullable DynamoDbClient followsSessions;
  private volatile @Nullable DualWriteSession session;
  private boolean gaveClient;

  private DatabaseHandle(
      Database database, Map<String, DeclaredTable> tables, boolean hasEndpoint) {
    this.database = database;
    this.hasEndpoint = hasEndpoint;
    this.tables = new LinkedHashMap<>(tables);
    client = KeystoneDynamoDbClient.create(database);
  }

  static DatabaseHandle empty() {
    return new DatabaseHandle(Database.inMemory(), Map.of(), false);
  }

  Database database() {
    return database;
  }

  synchronized DynamoDbClient client() {
    if (followsSessions != null) {
      return followsSessions;
    }
    gaveClient = true;
    return client;
  }

  /**
   * Makes its clients write to both sides while a test does.
   *
   * @return whether all do, also those that were given away before
   */
  synchronized boolean followSessions() {
    if (followsSessions == null) {
      followsSessions = RoutingClient.to(this::clientOfSession);
      return !gaveClient;
    }
    return true;
  }

  private DynamoDbClient clientOfSession() {
    DualWriteSession current = session;
    return current == null ? client : current.client();
  }

  private DynamoDbAsyncClient asyncClientOfSession() {
    DualWriteSession current = session;
    return current == null ? ownAsyncClient() : current.asyncClient();
  }

  /** From now on its clients write to both sides; to this one alone with null. */
  void session(@Nullable DualWriteSession next) {
    session = next;
  }

  synchronized Object enhancedClient() {
    if (enhancedClient == null) {
      enhancedClient = Enhanced.client(client());
    }
    return enhancedClient;
  }

  synchronized DynamoDbAsyncClient asyncClient() {
    if (followsSessions != null) {
      return RoutingClient.toAsync(this::asyncClientOfSession);
    }
    gaveClient = true;
    return ownAsyncClient();
  }

  private synchronized DynamoDbAsyncClient ownAsyncClient() {
    if (asyncClient == null) {
      asyncClient = KeystoneDynamoDbAsyncClient.create(database);
    }
    return asyncClient;
  }

  StreamRecords streamRecords() {
    return new StreamRecords(client, streamsClient());
  }

  synchronized Object enhancedAsyncClient() {
    if (enhancedAsyncClient == null) {
      enhancedAsyncClient = EnhancedAsync.client(asyncClient());
    }
    return enhancedAsyncClient;
  }

  DynamoDbStreamsClient streamsClient() {
    return KeystoneDynamoDbStreamsClient.create(database);
  }

  DynamoDbStreamsAsyncClient streamsAsyncClient() {
    return KeystoneDynamoDbStreamsAsyncClient.create(database);
  }

  synchronized void apply(List<Declaration> declarations) {
    for (Declaration declaration : declarations) {
      hasEndpoint |= declaration.endpoint();
      withoutConflicts(() -> declaration.apply(client, tables));
    }
  }

  /**
   * Runs something while no item is taken to be held by a transaction. Conflicts are there for the
   * code under test; what is declared is the fixture's, should always arrive, and should not use up
   * draws, so that tests meet the same conflicts with seed data and without.
   */
  private void withoutConflicts(Runnable body) {
    Dials dials = database.dials();
    TransactionConflicts wanted = dials.transactionConflicts();
    dials.transactionConflicts(TransactionConflicts.NONE);
    try {
      body.run();
    } finally {
      if (dials.transactionConflicts().equals(TransactionConflicts.NONE)) {
        dials.transactionConflicts(wanted);
      }
    }
  }

  /** Whether the database is to be served over HTTP. */
  synchronized boolean hasEndpoint() {
    return hasEndpoint;
  }

  /**
   * The address of an endpoint that serves the database; it starts with the first call.
   *
   * @param origin what asks for it
   */
  synchronized URI endpoint(Origin origin) {
    if (endpoint == null) {
      try {
        Endpoint started = Endpoint.start(database);
        endpointServer = started;
        endpoint = started.uri();
      } catch (NoClassDefFoundError e) {
        throw origin.mistake(
            "endpoint = true",
            "the HTTP server is not on the class path",
            "add io.keystonedb:keystonedb-server to the test dependencies",
            e);
      }
    }
    return endpoint;
  }

  synchronized Map<String, DeclaredTable> tables() {
    return Map.copyOf(tables);
  }

  synchronized void restoreTables(Map<String, DeclaredTable> earlier) {
    tables.keySet().retainAll(earlier.keySet());
  }

  /** A copy of what is there now. */
  synchronized DatabaseHandle fork() {
    return new DatabaseHandle(database.fork(), tables, hasEndpoint);
  }

  /**
   * A copy of what was there when this was first called: what a test does to the original through a
   * static client does not reach the tests after it.
   */
  synchronized DatabaseHandle forkPristine() {
    if (pristine == null) {
      pristine = database.fork();
    }
    return new DatabaseHandle(pristine.fork(), tables, hasEndpoint);
  }

  /** Whether a test may start that wants the database for itself; then {@link #endTest} it. */
  boolean startTest() {
    return runningTests.compareAndSet(0, 1);
  }

  void endTest() {
    runningTests.set(0);
  }

  synchronized void close() {
    if (endpointServer instanceof Endpoint started) {
      started.close();
    }
    if (pristine != null) {
      pristine.close();
    }
    database.close();
  }
}
