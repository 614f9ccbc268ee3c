package io.keystonedb.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import java.io.IOException;
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
