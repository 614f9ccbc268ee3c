package io.keystonedb.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON of another type than declared: service-facts 1.6. */
class ConversionTest {
  private static final String MODEL = "com.amazonaws.dynamodb.v20120810.";

  private final Wire wire = new Wire().withTable();

  private String error(String operation, String body) {
    String prefix = "400 {'__type':'com.amazon.coral.service#SerializationException','Message':'";
    String answer = wire.call(operation, body.replace('`', '\''));
    assertThat(answer).startsWith(prefix);
    return answer.substring(prefix.length(), answer.length() - 2);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "true, TRUE_VALUE cannot be converted to String",
        "false, FALSE_VALUE cannot be converted to String",
        "12, NUMBER_VALUE cannot be converted to String",
        "1.5, DECIMAL_VALUE cannot be converted to String",
        "[], Unrecognized collection type class java.lang.String",
        "{}, Start of structure or map found where not expected"
      })
  void strings(String json, String text) {
    assertThat(error("GetItem", "{'TableName':" + json + "}")).isEqualTo(text);
    assertThat(error("GetItem", "{'TableName':'ttt','Key':{'pk':{'S':" + json + "}}}"))
        .isEqualTo(text);
    assertThat(error("GetItem", "{'Key':{'pk':{'SS':['a'," + json + "]}}}")).isEqualTo(text);
    assertThat(error("GetItem", "{'ExpressionAttributeNames':{'#a':" + json + "}}"))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "'x', Unexpected token received from parser",
        "12, NUMBER_VALUE cannot be converted to Boolean",
        "1.5, DECIMAL_VALUE cannot be converted to Boolean",
        "[], Unrecognized collection type class java.lang.Boolean",
        "{}, Start of structure or map found where not expected"
      })
  void booleans(String json, String text) {
    assertThat(error("GetItem", "{'ConsistentRead':" + json + "}")).isEqualTo(text);
    assertThat(error("GetItem", "{'Key':{'pk':{'BOOL':" + json + "}}}")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "'x', STRING_VALUE cannot be converted to Integer",
        "true, TRUE_VALUE cannot be converted to Integer",
        "false, FALSE_VALUE cannot be converted to Integer",
        "[], Unrecognized collection type class java.lang.Integer",
        "{}, Start of structure or map found where not expected"
      })
  void integers(String json, String text) {
    assertThat(error("Scan", "{'Limit':" + json + "}")).isEqualTo(text);
    assertThat(error("CreateTable", "{'ProvisionedThroughput':{'ReadCapacityUnits':" + json + "}}"))
        .isEqualTo(text.replace("Integer", "Long"));
  }

  @Test
  void fractionsOfWholeNumbersAreCutOffAndHugeOnesLimited() {
    assertThat(wire.call("Scan", "{'TableName':'ttt','Limit':1.9}")).startsWith("200 ");
    assertThat(wire.call("Scan", "{'TableName':'ttt','Limit':1e99}")).startsWith("200 ");
    assertThat(wire.call("Scan", "{'TableName':'ttt','Limit':" + "9".repeat(100_000) + "}"))
        .startsWith("200 ");
    assertThat(wire.call("Scan", "{'TableName':'ttt','Limit':-1" + "0".repeat(400) + "}"))
        .startsWith("400 {'__type':'com.amazon.coral.validate#ValidationException'");
  }

  @Test
  void lists() {
    assertThat(error("CreateTable", "{'KeySchema':{}}"))
        .isEqualTo("Start of structure or map found where not expected");
    assertThat(error("CreateTable", "{'KeySchema':'x'}")).isEqualTo("Unexpected field type");
    assertThat(error("GetItem", "{'Key':{'a':{'L':1}}}")).isEqualTo("Unexpected field type");
  }

  @Test
  void maps() {
    String map = "Unrecognized collection type java.util.Map<java.lang.String, ";
    assertThat(error("GetItem", "{'Key':[]}")).isEqualTo(map + MODEL + "AttributeValue>");
    assertThat(error("GetItem", "{'ExpressionAttributeNames':[]}"))
        .isEqualTo(map + "java.lang.String>");
    assertThat(error("BatchGetItem", "{'RequestItems':[]}"))
        .isEqualTo(map + MODEL + "KeysAndAttributes>");
    assertThat(error("BatchWriteItem", "{'RequestItems':[]}"))
        .isEqualTo(map + "java.util.List<" + MODEL + "WriteRequest>>");
    assertThat(error("GetItem", "{'Key':1}")).isEqualTo("Unexpected field type");
  }

  @Test
  void structures() {
    assertThat(error("CreateTable", "{'ProvisionedThroughput':1}"))
        .isEqualTo("Unexpected field type");
    assertThat(error("CreateTable", "{'ProvisionedThroughput':[]}"))
        .isEqualTo("Unrecognized collection type class " + MODEL + "ProvisionedThroughput");
    assertThat(error("CreateTable", "{'KeySchema':['x']}"))
        .isEqualTo("Unexpected value type in payload");
    assertThat(error("GetItem", "{'Key':{'pk':'x'}}"))
        .isEqualTo("Unexpected value type in payload");
    assertThat(error("GetItem", "{'Key':{'pk':[]}}"))
        .isEqualTo("Unrecognized collection type class " + MODEL + "AttributeValue");
  }

  @Test
  void collectionsInCollections() {
    String text = "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be";
    assertThat(error("BatchGetItem", "{'RequestItems':{'t':{'Keys':['x']}}}")).startsWith(text);
    assertThat(error("BatchWriteItem", "{'RequestItems':{'t':'x'}}")).startsWith(text);
  }

  @Test
  void binaries() {
    assertThat(error("GetItem", "{'Key':{'pk':{'B':'abc'}}}"))
        .isEqualTo("Base64 encoded length is expected a multiple of 4 bytes but found: 3");
    assertThat(error("GetItem", "{'Key':{'pk':{'B':'ab$='}}}"))
        .isEqualTo("Invalid Base64 character: '$'");
    assertThat(error("GetItem", "{'Key':{'pk':{'B':'=aaa'}}}"))
        .isEqualTo("Invalid Base64 character: '='");
    assertThat(error("GetItem", "{'Key':{'pk':{'BS':['ab==']}}}"))
        .isEqualTo("Invalid last non-pad Base64 character dectected");
  }

  @Test
  void nestedErrorsComeBeforeThoseOfScalarMembers() {
    assertThat(error("GetItem", "{'TableName':1,'Key':{'pk':'x'}}"))
        .isEqualTo("Unexpected value type in payload");
    assertThat(error("GetItem", "{'TableName':1,'ConsistentRead':'x'}"))
        .isEqualTo("NUMBER_VALUE cannot be converted to String");
  }

  @Test
  void conversionComesBeforeMalformedValuesAndSyntaxBeforeConversion() {
    assertThat(error("GetItem", "{'Key':{'a':{'N':'x'},'b':{'S':1}}}"))
        .isEqualTo("NUMBER_VALUE cannot be converted to String");
    assertThat(wire.call("GetItem", "{'Key':{'a':{'S':[1,{'x':2}]}},'TableName':tru}"))
        .isEqualTo("400 {'__type':'com.amazon.coral.service#SerializationException'}");
  }

  @Test
  void nullIsAbsentUnknownMembersAreIgnoredAndOfTwoTheLastCounts() {
    assertThat(
            wire.call(
                "PutItem",
                "{'TableName':'no','TableName':'ttt','ReturnValues':null,'Foo':[{'x':1}],"
                    + "'Item':{'pk':{'S':'x','N':null},'a':{'N':'bad'},'a':{'N':'2'},'b':null}}"))
        .isEqualTo("200 {}");
    assertThat(wire.call("GetItem", "{'TableName':'ttt','Key':{'pk':{'S':'x'}}}"))
        .isEqualTo("200 {'Item':{'pk':{'S':'x'},'a':{'N':'2'}}}");
  }

  @Test
  void nullInAListIsAViolation() {
    assertThat(wire.call("TransactWriteItems", "{'TransactItems':[null]}"))
        .contains(
            "Value null at 'transactItems.1.member' failed to satisfy constraint: "
                + "Member must not be null");
    assertThat(wire.call("BatchGetItem", "{'RequestItems':{'ttt':{'Keys':[null]}}}"))
        .contains("Value null at 'requestItems.ttt.member.keys.1.member' failed");
  }
}
