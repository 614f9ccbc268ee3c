package io.keystonedb.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.JsonTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Requests in which one JSON value is replaced by one of another type, wherever it stands: the
 * answer is an error of the service's or an answer, never a failure; and where a string was
 * declared, it is a {@code SerializationException}.
 */
class WrongTypesTest {
  private static final int ROUNDS = 4000;

  private static final List<String> REQUESTS =
      List.of(
          "PutItem {'TableName':'plain','Item':{'pk':{'S':'a'},'n':{'N':'1'},'l':{'L':[{'S':'x'}]},'s':{'SS':['x']}},'ConditionExpression':'#a = :v','ExpressionAttributeNames':{'#a':'a'},'ExpressionAttributeValues':{':v':{'M':{'x':{'B':'YQ=='}}}}}",
          "PutItem {'TableName':'plain','Item':{'pk':{'S':'a'}},'Expected':{'a':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'x'}]}}}",
          "UpdateItem {'TableName':'plain','Key':{'pk':{'S':'a'}},'AttributeUpdates':{'a':{'Action':'PUT','Value':{'S':'x'}}},'ReturnValues':'ALL_NEW'}",
          "GetItem {'TableName':'plain','Key':{'pk':{'S':'a'}},'ConsistentRead':true,'AttributesToGet':['a']}",
          "Query {'TableName':'plain','KeyConditions':{'pk':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'x'}]}},'Limit':3}",
          "Scan {'TableName':'plain','Segment':0,'TotalSegments':2,'Select':'COUNT'}",
          "BatchGetItem {'RequestItems':{'plain':{'Keys':[{'pk':{'S':'a'}}],'ProjectionExpression':'a'}}}",
          "BatchWriteItem {'RequestItems':{'plain':[{'PutRequest':{'Item':{'pk':{'S':'a'}}}}],'sorted':[{'DeleteRequest':{'Key':{'pk':{'S':'a'},'sk':{'N':'1'}}}}]}}",
          "TransactWriteItems {'TransactItems':[{'Update':{'TableName':'plain','Key':{'pk':{'S':'a'}},'UpdateExpression':'SET a = :v','ExpressionAttributeValues':{':v':{'S':'x'}}}}],'ClientRequestToken':'t'}",
          "TransactGetItems {'TransactItems':[{'Get':{'TableName':'plain','Key':{'pk':{'S':'a'}}}}]}",
          "CreateTable {'TableName':'other','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1}}");

  /** The beginnings of values: strings that are no names of members, numbers, words, brackets. */
  private static final Pattern VALUES =
      Pattern.compile("(?<=[:\\[,])('[^']*'(?!:)|\\d+|true|\\{|\\[)");

  private static final List<String> OTHERS =
      List.of("1", "1.5", "true", "false", "'x'", "['x']", "[1]", "{'x':1}", "[]", "{}", "[[]]");

  @RegisterExtension final Databases databases = new Databases();

  @Test
  void neverMakeARequestFail() {
    JsonClient client = JsonTables.create(new JsonClient(databases.open()));
    Random random = new Random(1);
    for (int i = 0; i < ROUNDS; i++) {
      String request = REQUESTS.get(random.nextInt(REQUESTS.size()));
      int space = request.indexOf(' ');
      String json = request.substring(space + 1);
      List<int[]> places = places(json);
      int[] place = places.get(random.nextInt(places.size()));
      String other = OTHERS.get(random.nextInt(OTHERS.size()));
      String changed = json.substring(0, place[0]) + other + json.substring(place[1]);
      String answer = client.answer(request.substring(0, space), changed);

      assertThat(answer).as(changed).doesNotContain("InternalServerError");
      if (json.charAt(place[0]) == '\'' && !other.startsWith("'")) {
        assertThat(answer).as(changed).contains("#SerializationException','Message':'");
      }
    }
  }

  /** Where the values of a text begin and end. */
  private static List<int[]> places(String json) {
    List<int[]> places = new ArrayList<>();
    Matcher matcher = VALUES.matcher(json);
    while (matcher.find()) {
      char first = json.charAt(matcher.start());
      boolean nested = first == '{' || first == '[';
      places.add(
          new int[] {matcher.start(), nested ? close(json, matcher.start()) : matcher.end()});
    }
    return places;
  }

  /** Behind the bracket that closes the one at a position. */
  private static int close(String json, int position) {
    int depth = 0;
    int at = position;
    do {
      char c = json.charAt(at++);
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    } while (depth > 0);
    return at;
  }
}
