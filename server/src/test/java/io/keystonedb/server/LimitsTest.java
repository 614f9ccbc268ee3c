package io.keystonedb.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients that are slow or many do not keep others from being served. */
class LimitsTest {
  private static final String LIST = Requests.call("ListTables", "{}");
  private static final Duration SOON = Duration.ofMillis(300);
  private static final Duration NEVER = Duration.ofHours(1);

  @Test
  void aRequestThatDoesNotArriveInTimeIsToldSo() throws IOException {
    try (KeystoneServer server = server(SOON, NEVER)) {
      for (String part : List.of("POST / HT", "POST / HTTP/1.1\r\nA: b\r\n", body("{"))) {
        try (RawClient client = new RawClient(server)) {
          client.send(part);

          assertThat(client.read().status()).isEqualTo(408);
          assertThat(client.isEnded()).isTrue();
        }
      }
    }
  }

  @Test
  void sendingAByteNowAndThenDoesNotMakeARequestArriveInTime() throws Exception {
    try (KeystoneServer server = server(SOON, NEVER);
        RawClient client = new RawClient(server)) {
      Thread drip = new Thread(() -> drip(client));
      drip.start();

      assertThat(client.read().status()).isEqualTo(408);

      drip.interrupt();
      drip.join();
    }
  }

  private static void drip(RawClient client) {
    try {
      client.send("GET / HTTP/1.1\r\nA: ");
      while (true) {
        Thread.sleep(20);
        client.send("x");
      }
    } catch (IOException | InterruptedException e) {
      // The server ended it.
    }
  }

  @Test
  void anIdleConnectionIsClosedAfterItsTime() throws IOException {
    try (KeystoneServer server = server(NEVER, SOON);
        RawClient unused = new RawClient(server);
        RawClient used = new RawClient(server)) {
      assertThat(used.send(LIST).read().status()).isEqualTo(200);

      assertThat(used.isEnded()).isTrue();
      assertThat(unused.isEnded()).isTrue();
    }
  }

  @Test
  void aClientThatTakesNoAnswersIsCutOff() throws Exception {
    try (KeystoneServer server = server(SOON, NEVER);
        RawClient client = new RawClient(server)) {
      client.send(Requests.createTable());
      client.send(
          Requests.call(
              "PutItem",
              "{'TableName':'ttt','Item':{'pk':{'S':'a'},'x':{'S':'"
                  + "x".repeat(300_000)
                  + "'}}}"));
      client.read();
      client.read();
      String get = Requests.call("GetItem", "{'TableName':'ttt','Key':{'pk':{'S':'a'}}}");

      // Far more than the system keeps for a reader that does not read.
      assertThatThrownBy(() -> client.send(get.repeat(100_000))).isInstanceOf(IOException.class);

      assertThat(RawClient.answer(server, LIST).status()).isEqualTo(200);
    }
  }

  @Test
  void connectionsBeyondTheLimitAreRefusedUntilOthersEnd() throws Exception {
    KeystoneServerBuilder builder = KeystoneServer.builder(Database.inMemory()).maxConnections(3);
    try (KeystoneServer server = builder.start()) {
      List<RawClient> clients = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        RawClient client = new RawClient(server);
        clients.add(client);
        assertThat(client.send(LIST).read().status()).isEqualTo(200);
      }
      try (RawClient refused = new RawClient(server)) {
        assertThat(refused.read().status()).isEqualTo(503);
      }

      clients.get(0).close();

      assertThat(isServedSoon(server)).isTrue();
      for (RawClient client : clients) {
        client.close();
      }
    }
  }

  /** That a client has gone is noticed a moment later. */
  private static boolean isServedSoon(KeystoneServer server) throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      try {
        if (RawClient.answer(server, LIST).status() == 200) {
          return true;
        }
      } catch (IOException e) {
        // Refused while the request was still under way.
      }
      Thread.sleep(10);
    }
    return false;
  }

  private static KeystoneServer server(Duration request, Duration idle) {
    return KeystoneServer.builder(Database.inMemory()).timeouts(request, idle).start();
  }

  private static String body(String part) {
    return Requests.head("ListTables", "Content-Length: 2") + part;
  }
}
