package io.keystonedb.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.server.RawClient.Answer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1 as RFC 9112 has it, on one connection. */
class HttpTest {
  private static final String LIST = Requests.call("ListTables", "{}");
  private static final String NO_TABLES = "200 {'TableNames':[]}";

  private final KeystoneServer server = KeystoneServer.start(Database.inMemory());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aConnectionServesManyRequests() throws IOException {
    try (RawClient client = new RawClient(server)) {
      for (int i = 0; i < 3; i++) {
        Answer answer = client.send(LIST).read();

        assertThat(answer.show()).isEqualTo(NO_TABLES);
        assertThat(answer.headers())
            .containsEntry("Connection", "keep-alive")
            .containsEntry("Content-Type", "application/x-amz-json-1.0")
            .containsEntry("Server", "Server")
            .containsKeys("Date", "x-amzn-RequestId", "x-amz-crc32");
      }
    }
  }

  @Test
  void requestsSentAheadAreAnsweredInTheirOrder() throws IOException {
    try (RawClient client = new RawClient(server)) {
      client.send(Requests.createTable() + LIST + "GET / HTTP/1.1\r\n\r\n" + LIST);

      assertThat(client.read().show()).startsWith("200 {'TableDescription'");
      assertThat(client.read().show()).isEqualTo("200 {'TableNames':['ttt']}");
      assertThat(client.read().show()).startsWith("200 healthy");
      assertThat(client.read().show()).isEqualTo("200 {'TableNames':['ttt']}");
    }
  }

  @Test
  void bytesMayArriveOneByOne() throws IOException {
    try (RawClient client = new RawClient(server)) {
      for (byte each : LIST.getBytes(java.nio.charset.StandardCharsets.US_ASCII)) {
        client.send(new byte[] {each});
      }

      assertThat(client.read().show()).isEqualTo(NO_TABLES);
    }
  }

  @Test
  void chunkedBodiesAreReadWithExtensionsAndTrailers() throws IOException {
    String head = Requests.head("ListTables", "Transfer-Encoding: chunked");
    try (RawClient client = new RawClient(server)) {
      client.send(head + "1;a=b\r\n{\r\nB\r\n\"Limit\": 5}\r\n000\r\nX-Sum: 1\r\n\r\n" + LIST);

      assertThat(client.read().show()).isEqualTo(NO_TABLES);
      assertThat(client.read().show()).isEqualTo(NO_TABLES);
    }
  }

  @Test
  void aClientThatAsksBeforeItSendsABodyIsToldToGoOn() throws IOException {
    try (RawClient client = new RawClient(server)) {
      client.send(Requests.head("ListTables", "Expect: 100-continue", "Content-Length: 2"));
      assertThat(client.read(false).status()).isEqualTo(100);

      assertThat(client.send("{}").read().show()).isEqualTo(NO_TABLES);
      assertThat(client.send(LIST).read().show()).isEqualTo(NO_TABLES);
    }
  }

  @Test
  void aClientThatAsksIsNotToldToGoOnWithTooLargeABody() throws IOException {
    String head = Requests.head("ListTables", "Expect: 100-continue", "Content-Length: 99999999");

    assertThat(RawClient.answer(server, head).status()).isEqualTo(413);
  }

  @Test
  void headTellsTheLengthOfWhatItLeavesOut() throws IOException {
    try (RawClient client = new RawClient(server)) {
      Answer answer = client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n").read(false);

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.headers()).containsEntry("Content-Length", "29");
      assertThat(client.send(LIST).read().show()).isEqualTo(NO_TABLES);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1, close, close",
    "HTTP/1.1, 'Keep-Alive, Close', close",
    "HTTP/1.0, close, close",
    "HTTP/1.0, '', close",
    "HTTP/1.0, Keep-Alive, keep-alive",
    "HTTP/1.1, '', keep-alive"
  })
  void theClientDecidesWhetherTheConnectionStays(String version, String sent, String answered)
      throws IOException {
    String field = sent.isEmpty() ? "" : "Connection: " + sent + "\r\n";
    try (RawClient client = new RawClient(server)) {
      Answer answer = client.send("GET / " + version + "\r\n" + field + "\r\n").read();

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers()).containsEntry("Connection", answered);
      if (answered.equals("close")) {
        assertThat(client.isEnded()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET http://localhost:8000/ HTTP/1.1\r\n\r\n",
        "GET http://localhost:8000 HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\nHost: x\n\n",
        "\r\n\r\nGET / HTTP/1.1\r\n\r\n",
        "GET /?a=b HTTP/1.1\r\n\r\n"
      })
  void formsOfTheSameRequest(String request) throws IOException {
    assertThat(RawClient.answer(server, request).show()).startsWith("200 healthy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|GET /\\r\\n\\r\\n",
        "400|GET  / HTTP/1.1\\r\\n\\r\\n",
        "400|GET / HTTP/1.1 x\\r\\n\\r\\n",
        "400|G(T / HTTP/1.1\\r\\n\\r\\n",
        "400|GET / http/1.1\\r\\n\\r\\n",
        "505|GET / HTTP/2.0\\r\\n\\r\\n",
        "505|PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n",
        "400|GET / HTTP/1.1\\r\\nno colon\\r\\n\\r\\n",
        "400|GET / HTTP/1.1\\r\\n: x\\r\\n\\r\\n",
        "400|GET / HTTP/1.1\\r\\nA : x\\r\\n\\r\\n",
        "400|GET / HTTP/1.1\\r\\nA: x\\r\\n folded\\r\\n\\r\\n",
        "400|GET / HTTP/1.1\\r\\nA: x\\ry\\r\\n\\r\\n",
        "400|GET / HTTP/1.1\\r\\nA: x\\0\\r\\n\\r\\n",
        "400|POST / HTTP/1.1\\r\\nContent-Length: -1\\r\\n\\r\\n",
        "400|POST / HTTP/1.1\\r\\nContent-Length: +2\\r\\n\\r\\n{}",
        "400|POST / HTTP/1.1\\r\\nContent-Length: 2x\\r\\n\\r\\n{}",
        "400|POST / HTTP/1.1\\r\\nContent-Length:\\r\\n\\r\\n{}",
        "400|POST / HTTP/1.1\\r\\nContent-Length: 2\\r\\nContent-Length: 3\\r\\n\\r\\n{}",
        "400|POST / HTTP/1.1\\r\\nContent-Length: 9999999999999999999999\\r\\n\\r\\n",
        "413|POST / HTTP/1.1\\r\\nContent-Length: 16777217\\r\\n\\r\\n{}",
        "400|POST / HTTP/1.1\\r\\nContent-Length: 2\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n{}",
        "501|POST / HTTP/1.1\\r\\nTransfer-Encoding: gzip\\r\\n\\r\\n{}",
        "400|POST / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n",
        "400|POST / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1\\r\\n{}\\r\\n0\\r\\n\\r\\n",
        "400|POST / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n-1\\r\\n",
        "413|POST / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nfffffff\\r\\n",
        "400|POST / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nffffffffffffffffff\\r\\n",
        "400|POST / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n2\\r\\n{}\\r\\n",
        "417|POST / HTTP/1.1\\r\\nExpect: miracles\\r\\nContent-Length: 2\\r\\n\\r\\n{}",
        "400|POST / HTTP/1.1\\r\\nContent-Length: 10\\r\\n\\r\\n{}",
        "400|POST / HTTP/1.1\\r\\nContent-Le",
        "400|\\r\\n\\r\\n\\r\\n\\r\\n\\r\\n\\r\\n"
      })
  void whatIsNotHttpIsRefusedAndEndsTheConnection(int status, String request) throws IOException {
    String text = request.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0");
    try (RawClient client = new RawClient(server)) {
      client.send(text);
      client.endOfRequests();

      Answer answer = client.read();

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.headers()).containsEntry("Connection", "close").containsKey("Date");
      assertThat(client.isEnded()).isTrue();
    }
    assertThat(RawClient.answer(server, LIST).show()).isEqualTo(NO_TABLES);
  }

  @Test
  void aClientOfAnotherProtocolIsRefusedBeforeItEndsALine() throws IOException {
    byte[] helloOfTls = {0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, (byte) 0xfc, 0x03, 0x03};
    try (RawClient client = new RawClient(server)) {
      assertThat(client.send(helloOfTls).read().status()).isEqualTo(400);
    }
  }

  @Test
  void tooLargeHeadsAreRefused() throws IOException {
    String longLine = "GET /?" + "x".repeat(17_000) + " HTTP/1.1\r\n\r\n";
    String longField = "GET / HTTP/1.1\r\nA: " + "x".repeat(17_000) + "\r\n\r\n";
    String manyFields = "GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(201) + "\r\n";
    String allowed = "GET / HTTP/1.1\r\nA: " + "x".repeat(16_000) + "\r\n\r\n";

    assertThat(RawClient.answer(server, longLine).status()).isEqualTo(400);
    assertThat(RawClient.answer(server, longField).status()).isEqualTo(400);
    assertThat(RawClient.answer(server, manyFields).status()).isEqualTo(431);
    assertThat(RawClient.answer(server, allowed).status()).isEqualTo(200);
  }

  @Test
  void bodiesUpToSixteenMegabytesAreRead() throws IOException {
    int most = 16 * 1024 * 1024;
    String head = Requests.head("ListTables", "Content-Length: " + most);
    String chunked = Requests.head("ListTables", "Transfer-Encoding: chunked");
    String part = "100000\r\n" + " ".repeat(0x100000) + "\r\n";

    assertThat(RawClient.answer(server, head + "{}" + " ".repeat(most - 2)).show())
        .isEqualTo(NO_TABLES);
    assertThat(RawClient.answer(server, chunked + part.repeat(17) + "0\r\n\r\n").status())
        .isEqualTo(413);
  }

  @Test
  void aClientThatSendsTooMuchStillGetsItsAnswer() throws IOException {
    int length = 20 * 1024 * 1024;
    String head = Requests.head("ListTables", "Content-Length: " + length);

    assertThat(RawClient.answer(server, head + " ".repeat(length)).status()).isEqualTo(413);
  }
}
