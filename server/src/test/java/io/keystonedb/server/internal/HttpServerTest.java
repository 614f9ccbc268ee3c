package io.keystonedb.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.internal.wire.Cors;
import io.keystonedb.internal.wire.WireProtocol;
import io.keystonedb.server.CapturedLog;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the server does beside answering requests. */
class HttpServerTest {
  private static final Limits OFTEN =
      Limits.DEFAULT.withTimes(Duration.ofMillis(80), Duration.ofMillis(80));

  @RegisterExtension final CapturedLog log = new CapturedLog();

  private static HttpServer start(Runnable... housekeeping) throws Exception {
    Database database = Database.inMemory();
    WireProtocol protocol =
        new WireProtocol((request, signature) -> database.engine(), "us-east-1", Cors.ANY);
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return HttpServer.start(
        List.of(address), Transport.PLAIN, protocol, OFTEN, List.of(housekeeping));
  }

  @Test
  void housekeepingGoesOnAfterAnError() throws Exception {
    CountDownLatch runs = new CountDownLatch(4);
    CountDownLatch othersRuns = new CountDownLatch(4);
    AssertionError error = new AssertionError("thrown by a listener");
    Runnable failing =
        () -> {
          runs.countDown();
          throw error;
        };

    try (HttpServer server = start(failing, othersRuns::countDown)) {
      assertThat(runs.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(othersRuns.await(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(log.records())
        .singleElement()
        .returns(Level.WARNING, LogRecord::getLevel)
        .returns(
            "Housekeeping of the server failed; it is tried again, and this failure is not logged again",
            LogRecord::getMessage)
        .returns(error, LogRecord::getThrown);
  }
}
