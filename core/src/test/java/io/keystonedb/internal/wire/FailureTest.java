package io.keystonedb.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failures that are nobody's request's fault. */
class FailureTest {
  private static final RuntimeException CAUSE = new IllegalStateException("where the data lies");

  private final Logger logger = Logger.getLogger("io.keystonedb");
  private final List<LogRecord> logged = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          logged.add(record);
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
  void areLoggedWithTheirCauseAndToldToClientsWithoutIt() {
    WireProtocol failing =
        new WireProtocol(
            (request, signature) -> {
              throw CAUSE;
            },
            "us-east-1",
            Cors.ANY);

    WireResponse response =
        failing.handle(
            new WireRequest("POST", "/", null, Wire.headers("ListTables"), new byte[] {'{', '}'}));

    assertThat(Wire.show(response))
        .isEqualTo(
            "500 {'__type':'com.amazonaws.dynamodb.v20120810#InternalServerError',"
                + "'message':'Internal server error'}");
    assertThat(logged)
        .singleElement()
        .returns(Level.SEVERE, LogRecord::getLevel)
        .returns("DynamoDB_20120810.ListTables failed", LogRecord::getMessage)
        .returns(CAUSE, LogRecord::getThrown);
  }

  @Test
  void requestsThatAreRefusedAreNone() {
    assertThat(new Wire().call("DescribeTable", "{'TableName':'none'}")).startsWith("400");
    assertThat(logged).isEmpty();
  }
}
