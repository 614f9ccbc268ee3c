package io.keystonedb.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are meant to hurt get the service's error like any other. */
class HostileBodyTest {
  private static final String MALFORMED =
      "400 {'__type':'com.amazon.coral.service#SerializationException'}";

  private final Wire wire = new Wire().withTable();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}}",
        "{} {}",
        "",
        " ",
        "{'a':}",
        "{'a' 1}",
        "nul",
        "{'a':1,}",
        "'x",
        "\u0000"
      })
  void whatIsNotJsonIsMalformed(String body) {
    assertThat(wire.call("ListTables", body)).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "c080", "eda080", "c3", "f4908080", "e28228"})
  void whatIsNotUtf8IsMalformed(String hex) {
    byte[] name = java.util.HexFormat.of().parseHex(hex);
    byte[] start = "{\"TableName\":\"".getBytes(StandardCharsets.UTF_8);
    byte[] body = java.util.Arrays.copyOf(start, start.length + name.length + 2);
    System.arraycopy(name, 0, body, start.length, name.length);
    body[body.length - 2] = '"';
    body[body.length - 1] = '}';

    assertThat(Wire.show(wire.send("POST", "/", Wire.headers("GetItem"), body)))
        .isEqualTo(MALFORMED);
  }

  @Test
  void nestingOfAHundredThousandLevelsHasTheErrorOfNesting() {
    int depth = 100_000;
    String value = "{'L':[".repeat(depth) + "]}".repeat(depth);

    assertThat(
            wire.call("PutItem", "{'TableName':'ttt','Item':{'pk':{'S':'a'},'x':" + value + "}}"))
        .contains("Nesting Levels have exceeded supported limits");
    assertThat(wire.call("ListTables", "{'x':" + "[".repeat(depth) + "]".repeat(depth) + "}"))
        .startsWith("200 ");
    assertThat(wire.call("ListTables", "[".repeat(depth))).isEqualTo(MALFORMED);
    assertThat(wire.call("ListTables", "[".repeat(5_000_000))).isEqualTo(MALFORMED);
    assertThat(
            wire.call("PutItem", "{'Item':" + "{'M':".repeat(depth) + "1" + "}".repeat(depth + 1)))
        .startsWith("400 ");
  }

  @Test
  void fourThousandParenthesesHaveAnErrorOfTheExpression() {
    String condition = "(".repeat(2048) + "attribute_exists(pk)" + ")".repeat(2048);

    assertThat(
            wire.call(
                "PutItem",
                "{'TableName':'ttt','Item':{'pk':{'S':'a'}},'ConditionExpression':'"
                    + condition
                    + "'}"))
        .startsWith("400 {'__type':'com.amazon.coral.validate#ValidationException'");
  }

  @Test
  void hugeNumbersAndNamesAreTakenAsWhatTheyAre() {
    assertThat(
            wire.call(
                "PutItem",
                "{'TableName':'ttt','Item':{'pk':{'S':'a'},'n':{'N':'"
                    + "9".repeat(1_000_000)
                    + "'}}}"))
        .contains("Number overflow");
    assertThat(
            wire.call("ListTables", "{'" + "x".repeat(200_000) + "':" + "1".repeat(200_000) + "}"))
        .startsWith("200 ");
  }

  @Test
  void textsComeBackAsTheyWere() {
    String text = "\u0001\b\f\n\r\t\\\"/ é€😀" + "ä".repeat(600) + "😀".repeat(600) + "\u2028";
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    escaped = escaped.replace("\u0001", "\\u0001").replace("\b", "\\b").replace("\f", "\\f");
    escaped = escaped.replace("\r", "\\r").replace("\t", "\\t");
    String item = "{\"TableName\":\"ttt\",\"Item\":{\"pk\":{\"S\":\"a\"},\"s\":{\"S\":\"";
    wire.post(Wire.headers("PutItem"), item + escaped + "\"}}}");

    WireResponse answer =
        wire.post(
            Wire.headers("GetItem"), "{\"TableName\":\"ttt\",\"Key\":{\"pk\":{\"S\":\"a\"}}}");

    assertThat(Wire.text(answer)).contains(escaped);
  }

  @Test
  void halfACharacterDoesNotBreakTheAnswer() {
    wire.call("PutItem", "{'TableName':'ttt','Item':{'pk':{'S':'a'},'s':{'S':'x\\ud83dy'}}}");

    assertThat(wire.call("GetItem", "{'TableName':'ttt','Key':{'pk':{'S':'a'}}}"))
        .isEqualTo("200 {'Item':{'pk':{'S':'a'},'s':{'S':'x?y'}}}");
  }
}
