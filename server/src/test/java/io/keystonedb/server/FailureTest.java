package io.keystonedb.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that fail for no fault of their own. */
class FailureTest {
  private static final RuntimeException CAUSE = new IllegalStateException("where the data lies");

  private final Logger logger = Logger.getLogger("io.keystonedb");
  private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
  }

  @AfterEach
  void leave() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }

  @Test
  void areLoggedWithTheirCauseAndToldToClientsWithoutIt() throws IOException {
    assertThat(answer("ListTables", Authentication.none())).isEqualTo("200 {'TableNames':[]}");
    assertThat(answer("DescribeTable", Authentication.none())).startsWith("400 ");
    assertThat(logged).isEmpty();

    assertThat(answer("ListTables", FailureTest::fail))
        .isEqualTo(
            "500 {'__type':'com.amazonaws.dynamodb.v20120810#InternalServerError',"
                + "'message':'Internal server error'}");
    assertThat(logged)
        .singleElement()
        .returns(Level.SEVERE, LogRecord::getLevel)
        .returns("DynamoDB_20120810.ListTables failed", LogRecord::getMessage)
        .returns(CAUSE, LogRecord::getThrown);
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
