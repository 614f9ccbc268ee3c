package io.keystonedb.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.server.RawClient.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever arrives gets an error of the service or of HTTP, and the next client is served. */
class HostileRequestTest {
  private static final String FAILED = "500 {'__type':'com.amazon.coral.service#InternalFailure'}";
  private static final String MALFORMED =
      "400 {'__type':'com.amazon.coral.service#SerializationException'}";
  private static final String CONVERSION =
      "400 {'__type':'com.amazon.coral.service#SerializationException','Message':'";
  private static final String VALIDATION =
      "400 {'__type':'com.amazon.coral.validate#ValidationException','message':'";

  private static KeystoneServer server;

  @BeforeAll
  static void start() throws IOException {
    server = KeystoneServer.start(Database.inMemory());
    RawClient.answer(server, Requests.createTable());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void othersAreServed() throws IOException {
    assertThat(call("ListTables", "{}")).isEqualTo("200 {'TableNames':['ttt']}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{'Limit':1}}", "nul", "[1,", "{'TableName':'ttt','Key':{", "\u0000"})
  void malformedJson(String body) throws IOException {
    assertThat(call("GetItem", body)).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ListTables|{'Limit':'x'}|STRING_VALUE cannot be converted to Integer",
        "GetItem|{'TableName':1}|NUMBER_VALUE cannot be converted to String",
        "GetItem|{'TableName':'ttt','Key':7}|Unexpected field type",
        "GetItem|{'TableName':'ttt','Key':{'pk':{'S':true}}}|TRUE_VALUE cannot be converted to String",
        "PutItem|{'TableName':'ttt','Item':{'pk':{'B':'a'}}}|Base64 encoded length",
        "PutItem|{'TableName':'ttt','Item':{'pk':{'B':'a$=='}}}|Invalid Base64 character"
      })
  void otherTypesThanDeclared(String operation, String body, String text) throws IOException {
    assertThat(call(operation, body)).startsWith(CONVERSION + text);
  }

  @Test
  void badUtf8() throws IOException {
    String body = "{\"TableName\":\"\u00ff\u00fe\"}";
    String head = Requests.head("GetItem", "Content-Length: " + body.length());

    assertThat(RawClient.answer(server, head + body).show()).isEqualTo(MALFORMED);
  }

  @Test
  void aHundredThousandLevelsOfNesting() throws IOException {
    int depth = 100_000;
    String value = "{'L':[".repeat(depth) + "]}".repeat(depth);

    assertThat(call("PutItem", "{'TableName':'ttt','Item':{'pk':{'S':'a'},'x':" + value + "}}"))
        .startsWith(VALIDATION + "Nesting Levels have exceeded supported limits");
    assertThat(call("ListTables", "[".repeat(depth))).isEqualTo(MALFORMED);
    assertThat(call("ListTables", "{'x':".repeat(depth))).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "NOT ", "NOT (", "a[0].", "size("})
  void fourThousandTimesTheSameInAnExpression(String part) throws IOException {
    String condition = part.repeat(4096 / part.length());

    assertThat(
            call(
                "PutItem",
                "{'TableName':'ttt','Item':{'pk':{'S':'a'}},'ConditionExpression':'"
                    + condition
                    + "'}"))
        .startsWith(VALIDATION + "1 validation error detected: Invalid ConditionExpression");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "NOT ", "NOT (", "[", "-"})
  void fourThousandTimesTheSameInAStatement(String part) throws IOException {
    String statement = "SELECT * FROM ttt WHERE pk = " + part.repeat(4096 / part.length());

    assertThat(call("ExecuteStatement", "{'Statement':'" + statement + "'}"))
        .startsWith(VALIDATION);
  }

  @Test
  void bombsOfGzip() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] blanks = new byte[1024 * 1024];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 200; i++) {
        gzip.write(blanks);
      }
    }

    assertThat(compressed(bomb.toByteArray()).status()).isEqualTo(413);
    assertThat(compressed("{}".getBytes(StandardCharsets.US_ASCII)).show()).isEqualTo(FAILED);
    assertThat(compressed(Arrays.copyOf(bomb.toByteArray(), 1000)).show()).isEqualTo(FAILED);
  }

  private static Answer compressed(byte[] body) throws IOException {
    String head =
        Requests.head("ListTables", "Content-Encoding: gzip", "Content-Length: " + body.length);
    try (RawClient client = new RawClient(server)) {
      return client.send(head).send(body).read();
    }
  }

  /** Parts of good requests in a wrong order, with noise: at any point something else may come. */
  @Test
  void randomBytes() throws IOException {
    long seed = Long.getLong("keystonedb.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = garbage(random);

      assertThat(status(bytes))
          .as("request %d of -Dkeystonedb.seed=%d", i, seed)
          .isIn(200, 400, 404, 408, 413, 417, 431, 501, 505);
    }
  }

  private static byte[] garbage(Random random) {
    byte[] good =
        Requests.call("GetItem", "{'TableName':'ttt','Key':{'pk':{'S':'a'}}}")
            .getBytes(StandardCharsets.ISO_8859_1);
    if (random.nextInt(5) == 0) {
      byte[] noise = new byte[1 + random.nextInt(2000)];
      random.nextBytes(noise);
      return noise;
    }
    for (int changes = random.nextInt(5); changes >= 0; changes--) {
      int at = random.nextInt(good.length);
      switch (random.nextInt(3)) {
        case 0 -> good[at] = (byte) random.nextInt(256);
        case 1 -> good = Arrays.copyOf(good, at + 1);
        default -> {
          int length = random.nextInt(good.length - at);
          System.arraycopy(good, random.nextInt(good.length - length), good, at, length);
        }
      }
    }
    return good;
  }

  /** The status of the first answer, or 400 if the system lost it because we were still sending. */
  private static int status(byte[] bytes) throws IOException {
    try {
      return RawClient.answer(server, bytes).status();
    } catch (SocketException e) {
      return 400;
    }
  }

  private static String call(String operation, String body) throws IOException {
    return RawClient.answer(server, Requests.call(operation, body)).show();
  }
}
