package io.keystonedb.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import io.keystonedb.internal.engine.AnswerLostException;
import io.keystonedb.internal.engine.FaultHook;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RequestHooks;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that fail for no fault of their own. */
class FailureTest {
  private static final RuntimeException CAUSE = new IllegalStateException("where the data lies");

  @RegisterExtension final CapturedLog log = new CapturedLog();

  @Test
  void areLoggedWithTheirCauseAndToldToClientsWithoutIt() throws IOException {
    assertThat(answer("ListTables", Authentication.none())).isEqualTo("200 {'TableNames':[]}");
    assertThat(answer("DescribeTable", Authentication.none())).startsWith("400 ");
    assertThat(log.records()).isEmpty();

    assertThat(answer("ListTables", FailureTest::fail))
        .isEqualTo(
            "500 {'__type':'com.amazonaws.dynamodb.v20120810#InternalServerError',"
                + "'message':'Internal server error'}");
    assertThat(log.records())
        .singleElement()
        .returns(Level.SEVERE, LogRecord::getLevel)
        .returns("DynamoDB_20120810.ListTables failed", LogRecord::getMessage)
        .returns(CAUSE, LogRecord::getThrown);
  }

  @Test
  void aLostAnswerEndsTheConnectionWithoutAWord() throws IOException {
    Database database = Database.inMemory();
    database.engine().setHooks(new RequestHooks(List.of(), new LosesAnswers()));

    try (KeystoneServer server = KeystoneServer.start(database);
        RawClient client = new RawClient(server)) {
      client.send(Requests.createTable());

      assertThatThrownBy(client::read).isInstanceOf(IOException.class);
      database.engine().setHooks(RequestHooks.NONE);
      assertThat(RawClient.answer(server, Requests.call("ListTables", "{}")).show())
          .isEqualTo("200 {'TableNames':['ttt']}");
    }
    assertThat(log.records()).isEmpty();
  }

  private static final class LosesAnswers implements FaultHook {
    @Override
    public void beforeExecute(RequestContext context, String operation, Record request) {}

    @Override
    public void afterExecute(
        RequestContext context, String operation, Record request, Record answer) {
      throw new AnswerLostException();
    }
  }

  private static void fail(SignedRequest request) {
    throw CAUSE;
  }

  private static String answer(String operation, Authentication authentication) throws IOException {
    try (KeystoneServer server =
        KeystoneServer.builder(Database.inMemory()).authentication(authentication).start()) {
      return RawClient.answer(server, Requests.call(operation, "{}")).show();
    }
  }
}
