package io.keystonedb.sdk.streams;

import static io.keystonedb.sdk.streams.StreamTables.NAME;
import static io.keystonedb.sdk.streams.StreamTables.put;
import static io.keystonedb.sdk.streams.StreamTables.readAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import io.keystonedb.sdk.KeystoneDynamoDbStreamsClient;
import io.keystonedb.sdk.LambdaEvents;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Events as AWS Lambda hands them to functions.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Using AWS Lambda with
 *     DynamoDB</a>
 */
class LambdaEventsTest {
  private static final Instant NOW = Instant.parse("2026-08-15T10:20:30Z");

  private final Database database = Database.inMemory(KeystoneClock.fixed(NOW));
  private final DynamoDbClient client = KeystoneDynamoDbClient.create(database);
  private final DynamoDbStreamsClient streams = KeystoneDynamoDbStreamsClient.create(database);

  private String event(String arn) {
    return LambdaEvents.toJson(arn, readAll(streams, arn));
  }

  @Test
  void anEventHoldsWhatTheRecordsSay() {
    String arn = StreamTables.create(client, StreamViewType.NEW_AND_OLD_IMAGES);
    put(client, "a", 1);

    assertThat(event(arn).replace('"', '\'').replaceFirst("'eventID':'[0-9a-f]{32}',", ""))
        .isIn(
            expected(arn, "'pk':{'S':'a'},'v':{'N':'1'}"),
            expected(arn, "'v':{'N':'1'},'pk':{'S':'a'}"));
  }

  private static String expected(String arn, String image) {
    return "{'Records':[{'eventName':'INSERT','eventVersion':'1.1','eventSource':'aws:dynamodb',"
        + "'awsRegion':'us-east-1','dynamodb':{'ApproximateCreationDateTime':1786789230,"
        + "'Keys':{'pk':{'S':'a'}},'NewImage':{"
        + image
        + "},'SequenceNumber':'100000000000000000001','SizeBytes':9,"
        + "'StreamViewType':'NEW_AND_OLD_IMAGES'},'eventSourceARN':'"
        + arn
        + "'}]}";
  }

  @Test
  void aHandlerTellsExpiryFromDeletionByTheIdentityInSmallLetters() throws IOException {
    String arn = StreamTables.create(client, StreamViewType.KEYS_ONLY);
    client.updateTimeToLive(
        ttl ->
            ttl.tableName(NAME).timeToLiveSpecification(t -> t.attributeName("v").enabled(true)));
    put(client, "session", NOW.getEpochSecond() + 60);
    database.clock().advance(Duration.ofMinutes(2));
    List<String> expired = new ArrayList<>();

    new ExpiryHandler(expired).handleRequest(event(arn));

    assertThat(expired).containsExactly("session");
  }

  @Test
  void noRecordsMakeAnEmptyEvent() {
    assertThat(LambdaEvents.toJson("arn", List.of())).isEqualTo("{\"Records\":[]}");
  }

  /** A function as users write it: notes the keys of items that expired. */
  private record ExpiryHandler(List<String> expired) {
    void handleRequest(String event) throws IOException {
      try (JsonParser json = new JsonFactory().createParser(event)) {
        String path = "";
        String key = null;
        boolean service = false;
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
          path = json.getParsingContext().pathAsPointer().toString();
          if (token == JsonToken.VALUE_STRING && path.endsWith("/dynamodb/Keys/pk/S")) {
            key = json.getText();
          }
          if (token == JsonToken.VALUE_STRING && path.endsWith("/userIdentity/principalId")) {
            service = json.getText().equals("dynamodb.amazonaws.com");
          }
          if (token == JsonToken.END_OBJECT && path.matches("/Records/\\d+")) {
            if (service) {
              expired.add(key);
            }
            service = false;
          }
        }
      }
    }
  }
}
