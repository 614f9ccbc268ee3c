package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a number may look like, and what it comes back as. Observed. */
class NumbersTest extends TablesForTest {

  @ParameterizedTest
  @CsvSource({
    "+5, 5",
    "-7, -7",
    "+.5, 0.5",
    "5., 5",
    "1e+2, 100",
    "1.5E+3, 1500",
    "00042, 42",
    "-0, 0",
    "1.50, 1.5",
    "0.0000001, 0.0000001",
    "1E-3, 0.001",
    "12345678901234567890123456789012345678, 12345678901234567890123456789012345678",
    "1234567890123456789012345678901234567800, 1234567890123456789012345678901234567800"
  })
  void comeBackInPlainNotation(String written, String read) {
    put("'n':{'N':'" + written + "'}");

    assertThat(get()).isEqualTo("{'Item':{'pk':{'S':'a'},'n':{'N':'" + read + "'}}}");
  }

  @Test
  void reachFromTheSmallestToTheLargestMagnitude() {
    put("'n':{'N':'1E-130'}");
    assertThat(get()).contains("'0." + "0".repeat(129) + "1'");

    put("'n':{'N':'-9.9999999999999999999999999999999999999E+125'}");
    assertThat(get()).contains("'-" + "9".repeat(38) + "0".repeat(88) + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+e2",
        "1+2",
        "1.2.3",
        "++5",
        "1e",
        ".",
        "NaN",
        "Infinity",
        "1_000",
        " 1",
        "1 ",
        "0x1"
      })
  void otherTextsAreNone(String written) {
    assertThat(
            client.invalid(
                "PutItem",
                "{'TableName':'plain','Item':{'pk':{'S':'a'},'n':{'N':'" + written + "'}}}"))
        .isEqualTo(
            "1 validation error detected: The parameter cannot be converted to a numeric value: "
                + written);
  }

  @Test
  void arithmeticIsExactAndKeepsTheLimits() {
    put("'n':{'N':'0.1'},'big':{'N':'9E125'},'long':{'N':'" + "9".repeat(38) + "'}");
    String update =
        "{'TableName':'plain','Key':{'pk':{'S':'a'}},'ReturnValues':'UPDATED_NEW',"
            + "'UpdateExpression':'SET %s','ExpressionAttributeValues':{':x':{'N':'%s'}}}";

    assertThat(client.ok("UpdateItem", update.formatted("n = n + :x", "0.2")))
        .isEqualTo("{'Attributes':{'n':{'N':'0.3'}}}");
    assertThat(client.invalid("UpdateItem", update.formatted("big = big + :x", "9E125")))
        .isEqualTo(
            "Number overflow. Attempting to store a number with magnitude larger than supported range");
    assertThat(
            client.invalid(
                "UpdateItem",
                update
                    .formatted("#l = #l + :x", "0.5")
                    .replace("}}}", "}},'ExpressionAttributeNames':{'#l':'long'}}")))
        .isEqualTo(
            "Number overflow. Attempting to store a number with magnitude larger than supported range");
  }
}
