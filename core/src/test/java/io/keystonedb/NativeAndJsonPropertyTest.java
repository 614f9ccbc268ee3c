package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.internal.engine.EntryPoint;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.json.AnswerWriter;
import io.keystonedb.internal.json.JsonOutput;
import io.keystonedb.internal.json.RequestJson;
import io.keystonedb.internal.operation.Operation;
import io.keystonedb.internal.operation.Operations;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.JsonTables;
import io.keystonedb.testing.RandomCases;
import io.keystonedb.testing.TableInvariants;
import io.keystonedb.testing.TestStore;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Random calls of the native API, right and wrong, on one database, and the same requests as JSON
 * on another: both answer the same, errors included.
 */
class NativeAndJsonPropertyTest {
  private static final int CASES = 150;
  private static final int CALLS = 40;

  @Test
  void nativeCallsAnswerAsTheSameRequestsInJson() {
    RandomCases.check(
        CASES,
        random -> {
          Database ours = database();
          Database theirs = database();
          RandomCalls calls = new RandomCalls(random);
          for (int i = 0; i < CALLS; i++) {
            RandomCalls.Call<?> call = calls.next();
            assertThat(outcome(() -> call.execute(ours)))
                .as("native, as against JSON: %s", call)
                .isEqualTo(outcome(() -> call.answer(send(theirs, call))));
          }
          assertThat(contents(ours)).isEqualTo(contents(theirs));
          TableInvariants.check(ours.engine());
        });
  }

  private static Database database() {
    Database database = Database.on(TestStore.open());
    JsonTables.create(new JsonClient(database));
    return database;
  }

  private static Object contents(Database database) {
    return Arrays.stream(RandomCalls.TABLES).map(name -> database.table(name).scan()).toList();
  }

  private record Failure(ErrorCode code, String message, Item item, Object reasons) {}

  private static Object outcome(Supplier<?> call) {
    try {
      return call.get();
    } catch (KeystoneException e) {
      return new Failure(e.code(), e.getMessage(), e.item(), e.cancellationReasons());
    }
  }

  private static Record send(Database database, RandomCalls.Call<?> call) {
    Operation<?, ?> operation = Operations.find(call.operation());
    JsonOutput json = new JsonOutput();
    AnswerWriter.write(operation.input(), call.request(), json);
    byte[] body = Arrays.copyOf(json.array(), json.size());
    return operation.callWith(
        RequestContext.anonymous(database.engine(), EntryPoint.HTTP),
        RequestJson.read(operation.input(), call.operation(), body));
  }
}
