package io.keystonedb.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.internal.operation.Operation;
import io.keystonedb.internal.operation.Operations;
import io.keystonedb.internal.operation.Service;
import io.keystonedb.internal.storage.memory.MemoryStore;
import io.keystonedb.sdk.support.OperationKind;
import io.keystonedb.sdk.support.OperationModel;
import io.keystonedb.sdk.support.OperationModels;
import io.keystonedb.sdk.support.PartiQlStatement;
import io.keystonedb.sdk.support.RequestVisitor;
import io.keystonedb.storage.Store;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/**
 * Holds the table of what the SDK's operations read and write against what the engine does: every
 * request of the golden cases that succeeds is observed, and sent again where tables are gone.
 * Streams outlive their tables, so theirs are not sent again.
 */
class OperationModelsTest {
  private static final Set<OperationKind> READ_ONLY =
      Set.of(OperationKind.READ_ITEMS, OperationKind.DESCRIBE);

  private static final Set<String> succeeded = new TreeSet<>();
  private static final Set<String> wrote = new TreeSet<>();
  private static final Set<String> wroteWithoutSayingSo = new TreeSet<>();
  private static final Set<String> needsATableThatIsNotTold = new TreeSet<>();
  private static final Set<String> doesWithoutATableThatIsTold = new TreeSet<>();

  @BeforeAll
  static void runTheGoldenCases() {
    for (CaseFile file : CaseFile.readAll()) {
      for (GoldenCase golden : file.cases()) {
        if (golden.through().contains(EntryPoint.SDK)) {
          run(golden);
        }
      }
    }
  }

  private static void run(GoldenCase golden) {
    try {
      golden.run(ObservedSession::new);
    } catch (AssertionError e) {
      // Whether it answers as the service is not the question here.
    }
  }

  @Test
  void everyOperationOfTheEngineIsInTheTable() {
    assertThat(Operations.all())
        .extracting(Operation::name)
        .allMatch(name -> OperationModels.named(name).kind() != OperationKind.UNKNOWN);
  }

  @Test
  void everyOperationOfTheEngineIsObserved() {
    assertThat(Operations.all()).extracting(Operation::name).allMatch(succeeded::contains);
  }

  @Test
  void onlyWhatIsSaidToWriteWrites() {
    assertThat(wroteWithoutSayingSo).isEmpty();
  }

  @Test
  void whatIsSaidToWriteWrites() {
    assertThat(succeeded)
        .allMatch(
            name -> READ_ONLY.contains(OperationModels.named(name).kind()) || wrote.contains(name));
  }

  @Test
  void aRequestNeedsNoTableThatIsNotTold() {
    assertThat(needsATableThatIsNotTold).isEmpty();
  }

  @Test
  void aRequestNeedsEveryTableThatIsTold() {
    assertThat(doesWithoutATableThatIsTold).isEmpty();
  }

  private static Session open(Store store, String authorization) {
    return new WireSession(Database.on(store).engine(), authorization);
  }

  /** A session that looks at what each request does. */
  private static final class ObservedSession implements Session {
    private final MemoryStore memory = new MemoryStore(Database.weigher());
    private final RecordingStore store = new RecordingStore(memory);
    private final String authorization;
    private final Session session;

    ObservedSession(String authorization) {
      this.authorization = authorization;
      session = open(store, authorization);
    }

    @Override
    public Reply send(String operation, Map<String, Object> request) {
      MemoryStore before = memory.fork();
      store.wasWritten();
      Reply reply = session.send(operation, request);
      boolean written = store.wasWritten();
      if (!reply.failed()) {
        observe(OperationModels.named(operation), request, written, before);
      }
      return reply;
    }

    private void observe(
        OperationModel model, Map<String, Object> request, boolean written, MemoryStore before) {
      succeeded.add(model.name());
      SdkRequest sdkRequest = sdkRequest(model.name(), request);
      if (written) {
        wrote.add(model.name());
        if (isSaidToReadOnly(model, sdkRequest)) {
          wroteWithoutSayingSo.add(Json.describe(request));
        }
      }
      if (Operations.find(model.name()).service() == Service.DYNAMODB) {
        observeTables(model, request, model.tables(sdkRequest), before);
      }
    }

    private void observeTables(
        OperationModel model, Map<String, Object> request, Set<String> told, MemoryStore before) {
      if (fails(without(before, table -> !told.contains(table)), model, request)) {
        needsATableThatIsNotTold.add(model + " " + Json.describe(request));
      }
      // One creates its table, and one whose token was used before is answered and not applied.
      if (model.name().equals("CreateTable") || request.containsKey("ClientRequestToken")) {
        return;
      }
      for (String table : told) {
        if (!fails(without(before, table::equals), model, request)) {
          doesWithoutATableThatIsTold.add(model + " " + Json.describe(request));
        }
      }
    }

    /** Whether a request fails; a batch of statements tells that of each of them. */
    private static boolean fails(
        Session session, OperationModel model, Map<String, Object> request) {
      Reply reply = session.send(model.name(), request);
      return reply.failed() || String.valueOf(reply.body()).contains("Code=ResourceNotFound");
    }

    /** A session with a copy of a store from which some tables are gone. */
    private Session without(MemoryStore before, Predicate<String> gone) {
      Session session = open(before.fork(), authorization);
      for (String table : tables(session)) {
        if (gone.test(table)) {
          session.send(
              "UpdateTable", Map.of("TableName", table, "DeletionProtectionEnabled", false));
          Reply reply = session.send("DeleteTable", Map.of("TableName", table));
          assertThat(reply.failed()).as("%s", reply).isFalse();
        }
      }
      return session;
    }

    private static Set<String> tables(Session session) {
      Object body = session.send("ListTables", Map.of()).body();
      Set<String> tables = new HashSet<>();
      ((List<?>) Json.object(body).get("TableNames")).forEach(name -> tables.add((String) name));
      return tables;
    }
  }

  private static boolean isSaidToReadOnly(OperationModel model, SdkRequest request) {
    if (model.kind() != OperationKind.RUN_STATEMENTS) {
      return READ_ONLY.contains(model.kind());
    }
    Set<Boolean> reads = new HashSet<>();
    model.visit(
        request,
        new RequestVisitor() {
          @Override
          public void statement(String text) {
            reads.add(PartiQlStatement.reads(text));
          }
        });
    return !reads.contains(false);
  }

  private static SdkRequest sdkRequest(String operation, Map<String, Object> request) {
    try {
      Class<?> type =
          Class.forName(DynamoDbRequest.class.getPackageName() + "." + operation + "Request");
      return (SdkRequest) SdkJson.toSdk(type, request);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("the SDK has no operation " + operation, e);
    }
  }
}
