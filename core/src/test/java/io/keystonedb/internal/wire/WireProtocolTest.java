package io.keystonedb.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.testing.JsonClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What surrounds an operation: service-facts sections 1.1 to 1.4. */
class WireProtocolTest {
  private static final String MALFORMED =
      "400 {'__type':'com.amazon.coral.service#SerializationException'}";
  private static final String UNKNOWN_OPERATION =
      "400 {'__type':'com.amazon.coral.service#UnknownOperationException'}";
  private static final String NOT_FOUND = "404 <UnknownOperationException/>\n";
  private static final byte[] NOTHING = {};

  private final Wire wire = new Wire().withTable();

  @Test
  void anOperationIsAnsweredInTheFormItWasAsked() {
    wire.call("PutItem", "{'TableName':'ttt','Item':{'pk':{'S':'a'},'n':{'N':'1.50'}}}");

    assertThat(wire.call("GetItem", "{'TableName':'ttt','Key':{'pk':{'S':'a'}}}"))
        .isEqualTo("200 {'Item':{'pk':{'S':'a'},'n':{'N':'1.5'}}}");
    assertThat(wire.call("GetItem", "{'TableName':'ttt','Key':{'pk':{'S':'b'}}}"))
        .isEqualTo("200 {}");
  }

  @ParameterizedTest
  @CsvSource({
    "application/x-amz-json-1.0, application/x-amz-json-1.0",
    "application/json, application/json",
    "application/json; charset=utf-8, application/json",
    "Application/X-Amz-Json-1.0;charset=UTF-8, application/x-amz-json-1.0"
  })
  void theBaseOfTheContentTypeIsEchoed(String sent, String answered) {
    HttpHeaders headers = new HttpHeaders().add("Content-Type", sent);
    Wire.headers("ListTables")
        .forEach((name, value) -> addUnless("content-type", name, value, headers));

    WireResponse response = wire.post(headers, "{}");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers().get("Content-Type")).isEqualTo(answered);
  }

  @Test
  void anUnknownContentTypeComesBeforeEverything() {
    HttpHeaders headers = new HttpHeaders().add("Content-Type", "text/plain");

    assertThat(Wire.show(wire.post(headers, "not json"))).isEqualTo(NOT_FOUND);
    assertThat(Wire.show(wire.post(new HttpHeaders(), "{}"))).isEqualTo(NOT_FOUND);
    assertThat(Wire.show(wire.post(headers, ""))).isEqualTo(UNKNOWN_OPERATION);
  }

  @Test
  void syntaxComesBeforeTargetAndTargetBeforeAuthentication() {
    HttpHeaders json = new HttpHeaders().add("Content-Type", "application/json");
    HttpHeaders unsigned =
        new HttpHeaders()
            .add("Content-Type", "application/json")
            .add("X-Amz-Target", "DynamoDB_20120810.ListTables");

    assertThat(Wire.show(wire.post(json, "{"))).isEqualTo(MALFORMED);
    assertThat(Wire.show(wire.post(json, "{}"))).isEqualTo(UNKNOWN_OPERATION);
    assertThat(Wire.show(wire.post(unsigned, "{"))).isEqualTo(MALFORMED);
    assertThat(Wire.show(wire.post(unsigned, "")))
        .isEqualTo(
            "400 {'__type':'com.amazon.coral.service#MissingAuthenticationTokenException',"
                + "'message':'Request is missing Authentication Token'}");
    assertThat(Wire.show(wire.post(Wire.headers("ListTables"), ""))).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DynamoDB_20120810.NoSuchThing",
        "DynamoDB_20120810.",
        "DynamoDB_20120810",
        "DynamoDB_20111205.ListTables",
        "DynamoDBStreams_20120810.ListTables",
        "ListTables",
        ""
      })
  void anUnknownTargetIsAnUnknownOperation(String target) {
    HttpHeaders headers =
        new HttpHeaders()
            .add("Content-Type", "application/x-amz-json-1.0")
            .add("X-Amz-Target", target)
            .add("X-Amz-Date", "20261124T000000Z")
            .add("Authorization", JsonClient.AUTHORIZATION);

    assertThat(Wire.show(wire.post(headers, "{}"))).isEqualTo(UNKNOWN_OPERATION);
  }

  @Test
  void healthIsAnsweredWithTheRegion() {
    assertThat(Wire.show(wire.send("GET", "/", new HttpHeaders(), NOTHING)))
        .isEqualTo("200 healthy: dynamodb.us-east-1.amazonaws.com ");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /",
    "DELETE, /",
    "HEAD, /",
    "OPTIONS, /",
    "GET, /shell",
    "POST, /x",
    "PATCH, /"
  })
  void otherMethodsAndPathsAreNotFound(String method, String path) {
    assertThat(Wire.show(wire.send(method, path, Wire.headers("ListTables"), NOTHING)))
        .isEqualTo(NOT_FOUND);
  }

  @Test
  void browsersAreAllowedToAsk() {
    HttpHeaders headers =
        new HttpHeaders()
            .add("Origin", "http://localhost:3000")
            .add("Access-Control-Request-Method", "POST")
            .add("Access-Control-Request-Headers", "x-amz-target,authorization");

    WireResponse response = wire.send("OPTIONS", "/", headers, NOTHING);

    assertThat(Wire.show(response)).isEqualTo("200 ");
    assertThat(response.headers().get("access-control-allow-origin")).isEqualTo("*");
    assertThat(response.headers().get("access-control-max-age")).isEqualTo("172800");
    assertThat(response.headers().get("access-control-allow-methods")).isEqualTo("POST");
    assertThat(response.headers().get("access-control-allow-headers"))
        .isEqualTo("x-amz-target,authorization");
  }

  @Test
  void everyAnswerToABrowserAllowsItsOriginAndNoOtherAnswerDoes() {
    HttpHeaders headers = Wire.headers("ListTables").add("Origin", "http://localhost:3000");

    assertThat(wire.post(headers, "{").headers().get("access-control-allow-origin")).isEqualTo("*");
    assertThat(
            wire.post(Wire.headers("ListTables"), "{}")
                .headers()
                .get("Access-Control-Allow-Origin"))
        .isNull();
  }

  @Test
  void answersHaveARequestIdAndAChecksumErrorsToo() {
    for (String body : new String[] {"{}", "{", "{\"Limit\":\"x\"}"}) {
      WireResponse response = wire.post(Wire.headers("ListTables"), body);
      CRC32 crc = new CRC32();
      crc.update(Wire.bytes(response));

      assertThat(response.headers().get("x-amzn-RequestId")).matches("[0-9A-Z]{52}");
      assertThat(response.headers().get("x-amz-crc32")).isEqualTo(String.valueOf(crc.getValue()));
      assertThat(response.headers().get("Server")).isEqualTo("Server");
    }
  }

  @Test
  void compressedRequestsAreRead() throws IOException {
    byte[] body = "{\"Limit\":1}".getBytes(StandardCharsets.UTF_8);
    String expected = "200 {'TableNames':['ttt']}";

    assertThat(compressed("gzip", gzip(body))).isEqualTo(expected);
    assertThat(compressed("deflate", deflate(body))).isEqualTo(expected);
    assertThat(compressed("identity", body)).isEqualTo(expected);
  }

  @Test
  void whatCannotBeDecompressedIsAnInternalFailure() throws IOException {
    byte[] good = gzip("{}".getBytes(StandardCharsets.UTF_8));
    byte[] truncated = Arrays.copyOf(good, good.length - 4);
    String failed = "500 {'__type':'com.amazon.coral.service#InternalFailure'}";

    assertThat(compressed("gzip", "{}".getBytes(StandardCharsets.UTF_8))).isEqualTo(failed);
    assertThat(compressed("gzip", truncated)).isEqualTo(failed);
    assertThat(compressed("gzip", new byte[0])).isEqualTo(failed);
    assertThat(compressed("deflate", new byte[] {1, 2, 3})).isEqualTo(failed);
    assertThat(compressed("br", good)).isEqualTo(failed);
  }

  @Test
  void requestsForOtherServicesAreToldSo() {
    HttpHeaders headers =
        new HttpHeaders()
            .add("Content-Type", "application/x-amz-json-1.1")
            .add("X-Amz-Target", "AnyScaleFrontendService.DescribeScalableTargets");

    assertThat(Wire.show(wire.send("POST", "/", headers, "{}".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(
            "400 {'__type':'com.amazon.coral.service#InvalidAction','message':'Only Amazon DynamoDB is served here: AnyScaleFrontendService.DescribeScalableTargets'}");
  }

  @Test
  void operationsThatWeMissAreNamed() {
    assertThat(wire.call("CreateBackup", "{}"))
        .contains("KeystoneDB does not support CreateBackup yet");
    assertThat(wire.call("MakeCoffee", "{}"))
        .isEqualTo("400 {'__type':'com.amazon.coral.service#UnknownOperationException'}");
  }

  @Test
  void endpointsAreWhereTheRequestWasSentTo() {
    HttpHeaders headers = Wire.headers("DescribeEndpoints").add("Host", "localhost:8000");

    assertThat(Wire.show(wire.send("POST", "/", headers, "{}".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("200 {'Endpoints':[{'Address':'localhost:8000','CachePeriodInMinutes':1440}]}");
  }

  @Test
  void bodiesOverSixteenMegabytesAreRefusedAlsoWhenTheyComeCompressed() throws IOException {
    byte[] large = new byte[WireProtocol.MAX_BODY + 1];
    Arrays.fill(large, (byte) ' ');

    assertThat(compressed("identity", large)).isEqualTo("413 ");
    assertThat(compressed("gzip", gzip(large))).isEqualTo("413 ");
  }

  @Test
  void largeAnswersAreCompressedForThoseWhoAcceptIt() throws IOException {
    String text = "x".repeat(5000);
    wire.call("PutItem", "{'TableName':'ttt','Item':{'pk':{'S':'a'},'s':{'S':'" + text + "'}}}");
    String get = "{\"TableName\":\"ttt\",\"Key\":{\"pk\":{\"S\":\"a\"}}}";

    WireResponse response =
        wire.post(Wire.headers("GetItem").add("Accept-Encoding", "deflate;q=0.4, gzip;q=0.5"), get);
    WireResponse refused =
        wire.post(Wire.headers("GetItem").add("Accept-Encoding", "identity, gzip;q=0"), get);

    CRC32 crc = new CRC32();
    crc.update(Wire.bytes(response));
    assertThat(response.headers().get("Content-Encoding")).isEqualTo("gzip");
    assertThat(response.headers().get("x-amz-crc32")).isEqualTo(String.valueOf(crc.getValue()));
    assertThat(response.length()).isLessThan(1000);
    assertThat(
            new String(
                new GZIPInputStream(new ByteArrayInputStream(Wire.bytes(response))).readAllBytes(),
                StandardCharsets.UTF_8))
        .contains(text)
        .isEqualTo(Wire.text(refused));
    assertThat(refused.headers().get("Content-Encoding")).isNull();
  }

  private String compressed(String coding, byte[] body) {
    HttpHeaders headers = Wire.headers("ListTables").add("Content-Encoding", coding);
    return Wire.show(wire.send("POST", "/", headers, body));
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflate(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(body);
    }
    return bytes.toByteArray();
  }

  private static void addUnless(String skipped, String name, String value, HttpHeaders headers) {
    if (!name.equals(skipped)) {
      headers.add(name, value);
    }
  }
}
