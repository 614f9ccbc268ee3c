package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** BatchWriteItem. Observed in 2026. */
class BatchWriteItemTest extends TablesForTest {

  private static String delete(String key) {
    return "{'DeleteRequest':{'Key':{'pk':{'S':'" + key + "'}}}}";
  }

  private static String put(String key, String more) {
    return "{'PutRequest':{'Item':{'pk':{'S':'" + key + "'}" + more + "}}}";
  }

  private static String batch(String table, String writes) {
    return "{'RequestItems':{'" + table + "':[" + writes + "]}}";
  }

  private static String deletes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> delete("p" + i))
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'RequestItems':{}}"})
  void needsTables(String request) {
    assertThat(client.invalid("BatchWriteItem", request))
        .isEqualTo("The requestItems parameter is required for BatchWriteItem");
  }

  @Test
  void takesOneToTwentyFiveWrites() {
    client.ok("BatchWriteItem", batch("plain", deletes(25)));

    assertThat(client.invalid("BatchWriteItem", batch("plain", "")))
        .isEqualTo(
            "1 validation error detected: Value '{plain=[]}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]");
    assertThat(client.invalid("BatchWriteItem", batch("plain", deletes(26))))
        .startsWith("1 validation error detected: Value '{plain=[")
        .endsWith(
            "]}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]");
  }

  @Test
  void takesTwentyFiveWritesOfAllTablesTogether() {
    String two = "{'RequestItems':{'plain':[" + deletes(20) + "],'missing':[" + deletes(20) + "]}}";

    assertThat(client.invalid("BatchWriteItem", two))
        .isEqualTo("Too many items requested for the BatchWriteItem call");
  }

  @Test
  void aWriteIsAPutOrADelete() {
    assertThat(client.invalid("BatchWriteItem", batch("missing", "{}")))
        .isEqualTo(
            "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    assertThat(
            client.invalid(
                "BatchWriteItem",
                batch(
                    "missing",
                    "{'PutRequest':{'Item':{'pk':{'S':'a'}}},'DeleteRequest':{'Key':{'pk':{'S':'a'}}}}")))
        .isEqualTo(
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
  }

  @Test
  void anItemIsWrittenOnce() {
    assertThat(client.invalid("BatchWriteItem", batch("plain", put("a", "") + "," + delete("a"))))
        .isEqualTo("Provided list of item keys contains duplicates");
  }

  @Test
  void oneBadItemFailsAll() {
    client.invalid("BatchWriteItem", batch("plain", put("a", "") + "," + put("", "")));

    assertThat(client.ok("Scan", "{'TableName':'plain','Select':'COUNT'}")).contains("'Count':0");
  }

  @Test
  void oneMissingTableFailsAll() {
    String two =
        "{'RequestItems':{'plain':[" + put("a", "") + "],'missing':[" + delete("b") + "]}}";

    assertThat(client.error("BatchWriteItem", two))
        .isEqualTo("ResourceNotFoundException: Requested resource not found");
    assertThat(client.ok("Scan", "{'TableName':'plain','Select':'COUNT'}")).contains("'Count':0");
  }

  @Test
  void errorsOfValuesAreBare() {
    assertThat(client.invalid("BatchWriteItem", batch("missing", put("a", ",'x':{'SS':[]}"))))
        .isEqualTo(INVALID + "An string set  may not be empty");
    assertThat(
            client.invalid(
                "BatchWriteItem",
                batch("plain", put("a", ",'x':{'S':'" + "x".repeat(410_000) + "'}"))))
        .isEqualTo("Item size has exceeded the maximum allowed size");
  }

  @Test
  void answersShowUnprocessedItemsAndCapacityPerTable() {
    String request =
        batch("plain", put("a", ",'x':{'S':'" + "x".repeat(1500) + "'}") + "," + delete("b"))
            .replaceFirst("\\}$", ",'ReturnConsumedCapacity':'INDEXES'}");

    assertThat(client.ok("BatchWriteItem", request))
        .isEqualTo(
            "{'UnprocessedItems':{},'ConsumedCapacity':[{'TableName':'plain','CapacityUnits':3.0,'Table':{'CapacityUnits':3.0}}]}");
  }

  @Test
  void metricsOfItemCollectionsAreOnePerCollection() {
    String item = "{'PutRequest':{'Item':{'pk':{'S':'%s'},'sk':{'N':'%s'}}}}";
    String request =
        "{'ReturnItemCollectionMetrics':'SIZE','RequestItems':{'indexed':["
            + item.formatted("a", "1")
            + ","
            + item.formatted("a", "2")
            + ","
            + item.formatted("b", "1")
            + "],'plain':["
            + delete("a")
            + "]}}";

    assertThat(client.ok("BatchWriteItem", request))
        .isEqualTo(
            "{'UnprocessedItems':{},'ItemCollectionMetrics':{'indexed':[{'ItemCollectionKey':{'pk':{'S':'a'}},'SizeEstimateRangeGB':[0.0,1.0]},{'ItemCollectionKey':{'pk':{'S':'b'}},'SizeEstimateRangeGB':[0.0,1.0]}]}}");
  }
}
