package io.keystonedb.internal.operation;

import static io.keystonedb.internal.operation.TableRequests.ON_DEMAND;
import static io.keystonedb.internal.operation.TableRequests.PROVISIONED;
import static io.keystonedb.internal.operation.TableRequests.create;
import static io.keystonedb.internal.operation.TableRequests.createSorted;
import static io.keystonedb.internal.operation.TableRequests.global;
import static io.keystonedb.internal.operation.TableRequests.index;
import static io.keystonedb.internal.operation.TableRequests.local;
import static io.keystonedb.internal.operation.TableRequests.projected;
import static io.keystonedb.internal.operation.TableRequests.schema;
import static io.keystonedb.internal.operation.TableRequests.table;
import static io.keystonedb.internal.operation.TableRequests.throughput;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.testing.JsonClient;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the service refuses when a table is made, in its words, and how it describes one.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</a>
 */
class CreateTableTest {
  private static final String INVALID = "One or more parameter values were invalid: ";

  private final Database database =
      Database.inMemory(KeystoneClock.fixed(Instant.parse("2026-08-15T10:20:30.5Z")));
  private final JsonClient client = new JsonClient(database);

  private void refused(String request, String text) {
    assertThat(client.invalid("CreateTable", request)).isEqualTo(text);
    assertThat(client.ok("ListTables", "{}")).isEqualTo("{'TableNames':[]}");
  }

  @Test
  void requiresANameOfThreeTo255Characters() {
    assertThat(client.invalid("CreateTable", "{}"))
        .isEqualTo("The parameter 'TableName' is required but was not present in the request");
    assertThat(client.invalid("CreateTable", create(ON_DEMAND).replace("'orders'", "'a!'")))
        .startsWith("2 validation errors detected: Value 'a!' at 'tableName' failed to satisfy")
        .contains("Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")
        .contains("Member must have length greater than or equal to 3");
  }

  @Test
  void billingAndThroughputGoTogether() {
    refused(
        create(ON_DEMAND, PROVISIONED),
        INVALID
            + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
    refused(
        create(),
        INVALID
            + "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");
    refused(
        create(throughput(1000000000001L, 1)),
        "Given value 1000000000001 for ReadCapacityUnits is out of bounds");
    refused(
        create(throughput(1, 1000000000001L)),
        "Given value 1000000000001 for WriteCapacityUnits is out of bounds");
  }

  @Test
  void ceilingsOnDemandAreForTablesOnDemandAndAtLeastOne() {
    refused(
        create(PROVISIONED, "'OnDemandThroughput':{'MaxWriteRequestUnits':0}"),
        INVALID
            + "MaxWriteRequestUnits for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED.");
    refused(
        create(ON_DEMAND, "'OnDemandThroughput':{'MaxReadRequestUnits':-1}"),
        INVALID
            + "Requested MaxReadRequestUnits for OnDemandThroughput for table is outside of valid range");
    assertThat(client.ok("CreateTable", create(ON_DEMAND, "'OnDemandThroughput':{}")))
        .doesNotContain("OnDemandThroughput");
  }

  @Test
  void keyAttributesAreDefinedAndNothingElseIs() {
    refused(
        table(schema("pk"), "other", ON_DEMAND),
        INVALID
            + "Some index key attributes are not defined in AttributeDefinitions. Keys: [pk], AttributeDefinitions: [other]");
    refused(
        table(schema("pk"), "pk,other", ON_DEMAND),
        INVALID
            + "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions");
  }

  @Test
  void aKeyIsAHashAttributeAndPerhapsARangeAttribute() {
    refused(
        table("{'AttributeName':'pk','KeyType':'RANGE'}", "pk", ON_DEMAND),
        "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    refused(
        table(schema("pk", "pk"), "pk", ON_DEMAND),
        "Both the Hash Key and the Range Key element in the KeySchema have the same name");
    refused(
        table(schema("pk") + "," + schema("sk"), "pk,sk", ON_DEMAND),
        "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
    refused(
        table(schema("pk", "sk") + "," + schema("x"), "pk,sk,x", ON_DEMAND),
        "1 validation error detected: Value '[KeySchemaElement(attributeName=pk, keyType=HASH), KeySchemaElement(attributeName=sk, keyType=RANGE), KeySchemaElement(attributeName=x, keyType=HASH)]' at 'keySchema' failed to satisfy constraint: Member must have length less than or equal to 2");
  }

  @Test
  void listsOfIndexesAreNotEmpty() {
    refused(create(ON_DEMAND, local()), INVALID + "List of LocalSecondaryIndexes is empty");
    refused(create(ON_DEMAND, global()), INVALID + "List of GlobalSecondaryIndexes is empty");
  }

  @Test
  void localIndexesShareTheHashAttributeOfATableWithARangeAttribute() {
    refused(
        create(ON_DEMAND, local(index("lsi", schema("pk", "pk")))),
        INVALID
            + "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex");
    refused(
        createSorted(ON_DEMAND, local(index("lsi", schema("pk")))),
        INVALID + "Index KeySchema does not have a range key for index: lsi");
    refused(
        createSorted(ON_DEMAND, local(index("lsi", schema("sk", "pk")))),
        INVALID
            + "Index KeySchema does not have the same leading hash key as table KeySchema for index: lsi. index hash key: sk, table hash key: pk");
  }

  @Test
  void thereAreUpToFiveLocalAndTwentyGlobalIndexes() {
    refused(
        createSorted(ON_DEMAND, local(indexes(6, schema("pk", "sk")))),
        INVALID + "Number of LocalSecondaryIndexes exceeds per-table limit of 5");
    refused(
        create(ON_DEMAND, global(indexes(21, schema("pk")))),
        INVALID + "GlobalSecondaryIndex count exceeds the per-table limit of 20");
    client.ok("CreateTable", create(ON_DEMAND, global(indexes(20, schema("pk")))));
  }

  private static String indexes(int count, String schema) {
    return IntStream.range(0, count)
        .mapToObj(i -> index("index" + i, schema))
        .collect(Collectors.joining(","));
  }

  @Test
  void namesOfIndexesAreUniqueOverBothKinds() {
    refused(
        createSorted(
            ON_DEMAND,
            local(index("same", schema("pk", "sk"))),
            global(index("same", schema("sk")))),
        INVALID + "Duplicate index name: same");
  }

  @Test
  void globalIndexesHaveThroughputJustIfTheTableHas() {
    refused(
        create(PROVISIONED, global(index("gsi", schema("pk")))),
        INVALID + "ProvisionedThroughput is not specified for index: gsi");
    refused(
        create(ON_DEMAND, global(index("gsi", schema("pk"), PROVISIONED))),
        INVALID
            + "ProvisionedThroughput should not be specified for index: gsi when BillingMode is PAY_PER_REQUEST");
  }

  @Test
  void projectionsSayWhatTheyProject() {
    refused(
        create(ON_DEMAND, global(projected("gsi", schema("pk"), "{}"))),
        INVALID + "Unknown ProjectionType: null");
    refused(
        create(
            ON_DEMAND,
            global(
                projected(
                    "gsi", schema("pk"), "{'ProjectionType':'ALL','NonKeyAttributes':['a']}"))),
        INVALID + "ProjectionType is ALL, but NonKeyAttributes is specified");
    refused(
        create(ON_DEMAND, global(projected("gsi", schema("pk"), "{'ProjectionType':'INCLUDE'}"))),
        INVALID + "ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
  }

  @Test
  void keysOfSeveralAttributesHaveUpToFourOfEachKind() {
    refused(
        table(
            schema("pk"),
            "pk,a,b",
            ON_DEMAND,
            global(index("gsi", schema("pk", "a") + "," + schema("b")))),
        "Invalid KeySchema: All HASH key attributes must precede RANGE key attributes in the KeySchema");
    refused(
        table(
            schema("pk"),
            "pk,a,b,c,d",
            ON_DEMAND,
            global(
                index(
                    "gsi",
                    String.join(
                        ",", schema("pk"), schema("a"), schema("b"), schema("c"), schema("d"))))),
        "Invalid KeySchema: The KeySchema exceeds the maximum allowed number of HASH key attributes");
  }

  @Test
  void aStreamIsOnWithAViewOrOffWithoutOne() {
    refused(
        create(ON_DEMAND, "'StreamSpecification':{'StreamEnabled':true}"),
        INVALID + "Table is being created with a stream enabled, but no StreamViewType specified");
    refused(
        create(
            ON_DEMAND,
            "'StreamSpecification':{'StreamEnabled':false,'StreamViewType':'KEYS_ONLY'}"),
        INVALID
            + "Table is being created with a stream disabled, UpdateViewType should not be specified");
    assertThat(
            client.ok(
                "CreateTable", create(ON_DEMAND, "'StreamSpecification':{'StreamEnabled':false}")))
        .doesNotContain("Stream");
  }

  @Test
  void tellsATableThatExistsFromOneThatIsBeingMade() {
    database.dials().tableChanges(Duration.ofSeconds(10));
    client.ok("CreateTable", create(ON_DEMAND));

    assertThat(client.error("CreateTable", create(ON_DEMAND)))
        .isEqualTo(
            "ResourceInUseException: Attempt to change a resource which is still in use: Table is being created: orders");
    database.clock().advance(Duration.ofSeconds(10));
    assertThat(client.error("CreateTable", create(ON_DEMAND)))
        .isEqualTo("ResourceInUseException: Table already exists: orders");
  }

  @Test
  void describesAProvisionedTable() {
    String created = client.ok("CreateTable", create(PROVISIONED));
    String described = client.ok("DescribeTable", "{'TableName':'orders'}");

    assertThat(created)
        .contains("'TableStatus':'CREATING'")
        .contains("'CreationDateTime':1786789230.5")
        .contains(
            "'ProvisionedThroughput':{'NumberOfDecreasesToday':0,'ReadCapacityUnits':5,'WriteCapacityUnits':5}")
        .contains("'TableSizeBytes':0,'ItemCount':0")
        .contains("'TableArn':'arn:aws:dynamodb:us-east-1:000000000000:table/orders'")
        .contains("'DeletionProtectionEnabled':false")
        .doesNotContain("BillingModeSummary", "SSEDescription", "TableClassSummary", "Stream")
        .containsPattern("'TableId':'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'");
    assertThat(described)
        .contains("'TableStatus':'ACTIVE'")
        .contains(
            created.substring(created.indexOf("'TableId'"), created.indexOf("'TableId'") + 48));
  }

  @Test
  void describesATableOnDemand() {
    assertThat(client.ok("CreateTable", create(ON_DEMAND)))
        .contains(
            "'ProvisionedThroughput':{'NumberOfDecreasesToday':0,'ReadCapacityUnits':0,'WriteCapacityUnits':0}")
        .contains("'BillingModeSummary':{'BillingMode':'PAY_PER_REQUEST'}")
        .contains(
            "'WarmThroughput':{'ReadUnitsPerSecond':12000,'WriteUnitsPerSecond':4000,'Status':'UPDATING'}");
    assertThat(client.ok("DescribeTable", "{'TableName':'orders'}"))
        .contains(
            "'BillingModeSummary':{'BillingMode':'PAY_PER_REQUEST','LastUpdateToPayPerRequestDateTime':1786789230.500}")
        .contains(
            "'WarmThroughput':{'ReadUnitsPerSecond':12000,'WriteUnitsPerSecond':4000,'Status':'ACTIVE'}");
  }

  @Test
  void describesWhatWasAskedFor() {
    client.ok(
        "CreateTable",
        create(
            ON_DEMAND,
            "'TableClass':'STANDARD_INFREQUENT_ACCESS'",
            "'DeletionProtectionEnabled':true",
            "'OnDemandThroughput':{'MaxReadRequestUnits':10}",
            "'WarmThroughput':{'ReadUnitsPerSecond':13000}",
            "'SSESpecification':{'Enabled':true,'SSEType':'KMS'}"));

    assertThat(client.ok("DescribeTable", "{'TableName':'orders'}"))
        .contains("'TableClassSummary':{'TableClass':'STANDARD_INFREQUENT_ACCESS'}")
        .contains("'DeletionProtectionEnabled':true")
        .contains("'OnDemandThroughput':{'MaxReadRequestUnits':10}")
        .contains("'WarmThroughput':{'ReadUnitsPerSecond':13000,'WriteUnitsPerSecond':4000,")
        .contains("'SSEDescription':{'Status':'ENABLED','SSEType':'KMS','KMSMasterKeyArn':'arn:");
  }

  @Test
  void countsItemsAndTheirSizes() {
    client.ok("CreateTable", create(ON_DEMAND));
    client.ok("PutItem", "{'TableName':'orders','Item':{'pk':{'S':'a'},'n':{'N':'42'}}}");

    assertThat(client.ok("DescribeTable", "{'TableName':'orders'}"))
        .contains("'TableSizeBytes':6,'ItemCount':1");
  }
}
