package io.keystonedb.internal.operation;

import static io.keystonedb.internal.operation.TableRequests.ON_DEMAND;
import static io.keystonedb.internal.operation.TableRequests.create;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.TestStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tags of tables.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Tagging.html">Tagging</a>
 */
class TagsTest {
  private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/orders";

  private final Database database = Database.on(TestStore.open());
  private final JsonClient client = new JsonClient(database);

  @BeforeEach
  void createTable() {
    client.ok("CreateTable", create(ON_DEMAND, "'Tags':[{'Key':'team','Value':'a'}]"));
  }

  private static String tag(String... keys) {
    return "{'ResourceArn':'"
        + ARN
        + "','Tags':["
        + Arrays.stream(keys)
            .map(key -> "{'Key':'" + key + "','Value':'v'}")
            .collect(Collectors.joining(","))
        + "]}";
  }

  private String listed(String members) {
    return client.ok("ListTagsOfResource", "{'ResourceArn':'" + ARN + "'" + members + "}");
  }

  @Test
  void tagsAreAddedReplacedAndRemoved() {
    assertThat(client.ok("TagResource", tag("team", "Team"))).isEmpty();
    assertThat(listed(""))
        .isEqualTo("{'Tags':[{'Key':'team','Value':'v'},{'Key':'Team','Value':'v'}]}");

    assertThat(
            client.ok("UntagResource", "{'ResourceArn':'" + ARN + "','TagKeys':['team','none']}"))
        .isEmpty();
    assertThat(listed("")).isEqualTo("{'Tags':[{'Key':'Team','Value':'v'}]}");
  }

  @Test
  void aTableHasUpToFiftyTags() {
    client.ok(
        "TagResource", tag(IntStream.range(0, 49).mapToObj(i -> "k" + i).toArray(String[]::new)));

    assertThat(client.invalid("TagResource", tag("one-more")))
        .isEqualTo("Number of Tags exceed the current limit for the provided ResourceArn");
    client.ok("TagResource", tag("team"));
    assertThat(listed("").split("'Key'")).hasSize(51);
    assertThat(listed("")).doesNotContain("NextToken");
    assertThat(
            client.invalid(
                "ListTagsOfResource", "{'ResourceArn':'" + ARN + "','NextToken':'nonsense!'}"))
        .isEqualTo("Invalid NextToken");
  }

  @Test
  void thereIsSomethingToAddOrRemove() {
    assertThat(client.invalid("TagResource", tag()))
        .isEqualTo("Atleast one Tag needs to be provided as Input.");
    assertThat(client.invalid("UntagResource", "{'ResourceArn':'" + ARN + "','TagKeys':[]}"))
        .isEqualTo("Atleast one Tag Key needs to be provided as Input.");
  }

  @Test
  void keysHaveUpTo128CharactersAndValuesUpTo256() {
    String longKey = "k".repeat(129);
    String longValue = "v".repeat(257);

    assertThat(client.invalid("TagResource", tag("")))
        .isEqualTo("The Tag Key provided is invalid, Key: ");
    assertThat(client.invalid("TagResource", tag("good", longKey)))
        .isEqualTo("The Tag Key provided is invalid, Key: " + longKey);
    assertThat(
            client.invalid(
                "UntagResource", "{'ResourceArn':'" + ARN + "','TagKeys':['" + longKey + "']}"))
        .isEqualTo("The Tag Key provided is invalid, Key: " + longKey);
    assertThat(client.invalid("TagResource", tag("a").replace("'v'", "'" + longValue + "'")))
        .isEqualTo("The Tag Value provided is invalid, Value: " + longValue);
    assertThat(client.invalid("TagResource", tag("a").replace(",'Value':'v'", "")))
        .isEqualTo("The Tag Value provided is invalid, Value: null");
  }

  @Test
  void somePrefixesAndCharactersAreReserved() {
    assertThat(client.invalid("TagResource", tag("aws:x")))
        .isEqualTo("Tag Key cannot be prefixed with aws:, Key: aws:x");
    assertThat(client.invalid("TagResource", tag("a#b")))
        .isEqualTo("The Tag Key provided is invalid, Key: a#b");
    assertThat(client.invalid("TagResource", tag("twice", "twice")))
        .isEqualTo("Duplicate Tag Keys provided as input: Duplicate Tag Key found twice");
    client.ok("TagResource", tag("größe 1+-=._:/"));
  }

  @Test
  void missingTablesAreTold() {
    String missing = "arn:aws:dynamodb:us-east-1:000000000000:table/missing";

    assertNotFoundToChange(missing);
    assertThat(client.error("ListTagsOfResource", "{'ResourceArn':'" + missing + "'}"))
        .isEqualTo(
            "AccessDeniedException: User: arn:aws:iam::000000000000:root is not authorized to perform: dynamodb:ListTagsOfResource on resource: "
                + missing);
  }

  @Test
  void tablesThatAreBeingMadeOrDeletedHaveNoTagsToTell() {
    database.dials().tableChanges(Duration.ofSeconds(10));
    client.ok("CreateTable", create(ON_DEMAND).replace("orders", "other"));

    assertNotFound(ARN.replace("orders", "other"));
    client.ok("DeleteTable", "{'TableName':'orders'}");
    assertNotFound(ARN);
  }

  private void assertNotFound(String arn) {
    assertNotFoundToChange(arn);
    assertThat(client.error("ListTagsOfResource", "{'ResourceArn':'" + arn + "'}"))
        .isEqualTo(notFound(arn));
  }

  private static String notFound(String arn) {
    return "ResourceNotFoundException: Requested resource not found: ResourceArn: "
        + arn
        + " not found";
  }

  private void assertNotFoundToChange(String arn) {
    String error = notFound(arn);

    assertThat(client.error("TagResource", tag("a").replace(ARN, arn))).isEqualTo(error);
    assertThat(client.error("UntagResource", "{'ResourceArn':'" + arn + "','TagKeys':['a']}"))
        .isEqualTo(error);
  }

  @Test
  void malformedArnsAreRefused() {
    assertThat(client.invalid("TagResource", tag("a").replace(ARN, "orders")))
        .isEqualTo(
            "One or more parameter values were invalid: ARNs must start with 'arn:': orders");
    assertThat(client.invalid("ListTagsOfResource", "{'ResourceArn':'arn:aws:x'}"))
        .isEqualTo("Invalid TableArn: Invalid ResourceArn provided as input arn:aws:x");
  }
}
