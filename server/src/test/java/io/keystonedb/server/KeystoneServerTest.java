package io.keystonedb.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keystonedb.Database;
import io.keystonedb.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The life of a server. */
class KeystoneServerTest {
  private static final String LIST = Requests.call("ListTables", "{}");

  @Test
  void itListensOnAFreePortOfTheLoopbackInterface() {
    try (KeystoneServer one = KeystoneServer.start(Database.inMemory());
        KeystoneServer other = KeystoneServer.start(Database.inMemory())) {
      assertThat(one.endpoint()).hasToString("http://127.0.0.1:" + one.port());
      assertThat(one.port()).isPositive().isNotEqualTo(other.port());
    }
  }

  @Test
  void clientsForWhomLocalhostIsIpv6ReachItToo() throws IOException {
    NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getByName("::1"));
    assumeTrue(loopback != null, "there is no IPv6");
    try (KeystoneServer server = KeystoneServer.start(Database.inMemory());
        Socket socket = new Socket("::1", server.port())) {
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(US_ASCII));

      assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
          .startsWith("HTTP/1.1 200 OK")
          .contains("healthy");
    }
  }

  @Test
  void addressesOfIpv6StandInBrackets() throws IOException {
    NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getByName("::1"));
    assumeTrue(loopback != null, "there is no IPv6");
    try (KeystoneServer server = KeystoneServer.builder(Database.inMemory()).host("::1").start()) {
      assertThat(server.endpoint()).hasToString("http://[::1]:" + server.port());
    }
  }

  @Test
  void theAddressForAllInterfacesIsShownAsOneThatClientsCanUse() {
    try (KeystoneServer server =
        KeystoneServer.builder(Database.inMemory()).host("0.0.0.0").start()) {
      assertThat(server.endpoint()).hasToString("http://127.0.0.1:" + server.port());
    }
  }

  @Test
  void itServesTheDatabaseThatOthersUseAtTheSameTime() throws IOException {
    Database database = Database.inMemory();
    try (KeystoneServer server = KeystoneServer.start(database)) {
      RawClient.answer(server, Requests.createTable());
      database.table("ttt").put(Item.builder().string("pk", "a").build());

      String get = Requests.call("GetItem", "{'TableName':'ttt','Key':{'pk':{'S':'a'}}}");
      assertThat(RawClient.answer(server, get).show()).isEqualTo("200 {'Item':{'pk':{'S':'a'}}}");
    }
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    try (KeystoneServer server = KeystoneServer.start(Database.inMemory())) {
      KeystoneServerBuilder second =
          KeystoneServer.builder(Database.inMemory()).port(server.port());

      assertThatThrownBy(second::start)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("cannot listen on 127.0.0.1:" + server.port());
    }
  }

  @Test
  void closingEndsIdleConnectionsAndTakesNoNewOnes() throws IOException {
    KeystoneServer server = KeystoneServer.start(Database.inMemory());
    try (RawClient idle = new RawClient(server)) {
      idle.send(LIST).read();

      server.close();

      assertThat(idle.isEnded()).isTrue();
      assertThatThrownBy(() -> new RawClient(server)).isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void closingLetsARequestUnderWayFinish() throws Exception {
    CountDownLatch underWay = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    KeystoneServer server = pausing(underWay, goOn);
    try (RawClient client = new RawClient(server)) {
      client.send(LIST + LIST);
      underWay.await();
      Thread closing = new Thread(server::close);
      closing.start();
      // The port is gone as soon as the server has begun to stop.
      while (isOpen(server)) {
        Thread.onSpinWait();
      }
      goOn.countDown();

      RawClient.Answer answer = client.read();

      assertThat(answer.show()).isEqualTo("200 {'TableNames':[]}");
      assertThat(answer.headers()).containsEntry("Connection", "close");
      closing.join();
    }
  }

  @Test
  void closingDoesNotWaitLongerThanItIsTold() throws Exception {
    CountDownLatch underWay = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    KeystoneServer server = pausing(underWay, goOn);
    try (RawClient client = new RawClient(server)) {
      client.send(LIST);
      underWay.await();

      server.close(Duration.ofMillis(50));

      assertThatThrownBy(client::read).isInstanceOf(IOException.class);
      goOn.countDown();
    }
  }

  @Test
  void serversLeaveNoThreadsBehind() throws Exception {
    for (int i = 0; i < 20; i++) {
      try (KeystoneServer server = KeystoneServer.start(Database.inMemory())) {
        assertThat(RawClient.answer(server, LIST).status()).isEqualTo(200);
      }
    }
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!threads().isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }

    assertThat(threads()).isEmpty();
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("keystonedb-"))
        .toList();
  }

  private static boolean isOpen(KeystoneServer server) {
    try (RawClient client = new RawClient(server)) {
      return true;
    } catch (UncheckedIOException | IOException e) {
      return false;
    }
  }

  /** A server whose requests tell that they are under way, and wait for a word to go on. */
  private static KeystoneServer pausing(CountDownLatch underWay, CountDownLatch goOn) {
    return KeystoneServer.builder(Database.inMemory())
        .authentication(request -> pause(underWay, goOn))
        .start();
  }

  private static void pause(CountDownLatch underWay, CountDownLatch goOn) {
    underWay.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
