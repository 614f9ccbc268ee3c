package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import io.keystonedb.ErrorCode;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.AnswerLostException;
import io.keystonedb.internal.engine.EntryPoint;
import io.keystonedb.internal.engine.FaultHook;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RequestHooks;
import io.keystonedb.internal.engine.RequestObserver;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What looks on at requests, or disturbs them, wherever they come from. */
class RequestHooksTest {
  @RegisterExtension private final Databases databases = new Databases();
  private final Seen seen = new Seen();
  private Database database;
  private JsonClient client;

  @BeforeEach
  void tableOfTheDefaultKey() {
    database = databases.open();
    client = new JsonClient(database);
    database.put("a", Item.empty());
  }

  /** Takes down what an observer is told. */
  private static final class Seen implements RequestObserver {
    private final List<String> events = new ArrayList<>();
    private final List<RequestContext> contexts = new ArrayList<>();

    @Override
    public void before(RequestContext context, String operation, Record request) {
      events.add("before " + operation);
      contexts.add(context);
    }

    @Override
    public void after(
        RequestContext context,
        String operation,
        Record request,
        @Nullable Record answer,
        @Nullable Throwable error,
        Duration duration) {
      assertThat(duration.isNegative()).isFalse();
      assertThat(contexts).contains(context);
      events.add("after " + operation + (answer == null ? ": " + error.getMessage() : ""));
    }
  }

  /** Fails at one point or the other, or not at all. */
  private record Fault(@Nullable RuntimeException before, @Nullable RuntimeException after)
      implements FaultHook {
    @Override
    public void beforeExecute(RequestContext context, String operation, Record request) {
      if (before != null) {
        throw before;
      }
    }

    @Override
    public void afterExecute(
        RequestContext context, String operation, Record request, Record answer) {
      if (after != null) {
        throw after;
      }
    }
  }

  private void observe(@Nullable Fault fault) {
    database.engine().setHooks(new RequestHooks(List.of(seen), fault));
  }

  @Test
  void requestsOfEveryEntryPointAreSeen() {
    observe(null);

    database.get("a");
    client.ok("ListTables", "{}");

    assertThat(seen.events)
        .containsExactly(
            "before GetItem", "after GetItem", "before ListTables", "after ListTables");
    assertThat(seen.contexts)
        .extracting(RequestContext::entryPoint)
        .containsExactly(EntryPoint.NATIVE, EntryPoint.HTTP);
    assertThat(seen.contexts)
        .extracting(context -> context.principal().accessKeyId())
        .containsExactly(null, "key");
    assertThat(seen.contexts).extracting(RequestContext::id).doesNotHaveDuplicates();
  }

  @Test
  void failuresAreSeenEvenThoseOfDeclaredConstraints() {
    observe(null);

    client.invalid("PutItem", "{'TableName':'default'}");
    client.error("DescribeTable", "{'TableName':'nope'}");

    assertThat(seen.events.get(1)).startsWith("after PutItem: 1 validation error detected: ");
    assertThat(seen.events.get(3)).startsWith("after DescribeTable: Requested resource not found");
  }

  @Test
  void timeStandsStillDuringARequest() {
    observe(null);
    database.get("a");
    RequestContext context = seen.contexts.get(0);

    assertThat(context.now()).isSameAs(context.now());
  }

  @Test
  void faultsComeAfterTheDeclaredConstraintsAndBeforeAnythingIsDone() {
    KeystoneException fault = KeystoneException.of(ErrorCode.INTERNAL_SERVER_ERROR, "on purpose");
    observe(new Fault(fault, null));

    assertThat(client.invalid("PutItem", "{'TableName':'default'}")).contains("'item'");
    assertThatThrownBy(() -> database.put("b", Item.empty())).isSameAs(fault);
    assertThat(client.error("ListTables", "{}")).isEqualTo("InternalServerError: on purpose");

    observe(null);
    assertThat(database.get("b")).isEmpty();
  }

  @Test
  void answersThatGetLostAreOfRequestsThatWereExecuted() {
    observe(new Fault(null, new AnswerLostException()));

    assertThatThrownBy(() -> database.put("b", Item.empty()))
        .isInstanceOf(AnswerLostException.class);
    assertThatThrownBy(() -> client.answer("ListTables", "{}"))
        .isInstanceOf(AnswerLostException.class);
    assertThat(seen.events).contains("after PutItem: The answer was lost");

    observe(null);
    assertThat(database.get("b")).isPresent();
  }

  @Test
  void hooksAreThoseSetLast() {
    observe(null);
    database.engine().setHooks(RequestHooks.NONE);

    database.get("a");

    assertThat(seen.events).isEmpty();
  }
}
