package io.keystonedb.internal.operation;

import static io.keystonedb.internal.operation.TableRequests.ON_DEMAND;
import static io.keystonedb.internal.operation.TableRequests.PROVISIONED;
import static io.keystonedb.internal.operation.TableRequests.create;
import static io.keystonedb.internal.operation.TableRequests.global;
import static io.keystonedb.internal.operation.TableRequests.index;
import static io.keystonedb.internal.operation.TableRequests.projected;
import static io.keystonedb.internal.operation.TableRequests.schema;
import static io.keystonedb.internal.operation.TableRequests.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.TestStore;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * How the service describes a table from its creation on, and what it refuses of the newer
 * settings.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html">DescribeTable</a>
 */
class DescribeTableTest {
  private static final String INVALID = "One or more parameter values were invalid: ";

  private final Database database =
      Database.on(TestStore.open(), KeystoneClock.fixed(Instant.parse("2026-08-15T10:20:30.5Z")));
  private final JsonClient client = new JsonClient(database);

  private void refused(String request, String text) {
    assertThat(client.invalid("CreateTable", request)).isEqualTo(text);
    assertThat(client.ok("ListTables", "{}")).isEqualTo("{'TableNames':[]}");
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
  void aKeyHasAtMostTwoAttributes() {
    refused(
        table(schema("pk", "sk") + "," + schema("x"), "pk,sk,x", ON_DEMAND),
        "1 validation error detected: Value '[KeySchemaElement(attributeName=pk, keyType=HASH), KeySchemaElement(attributeName=sk, keyType=RANGE), KeySchemaElement(attributeName=x, keyType=HASH)]' at 'keySchema' failed to satisfy constraint: Member must have length less than or equal to 2");
  }

  @Test
  void keysOfSeveralAttributesHaveUpToFourOfEachKind() {
    refused(
        table(
            schema("pk"),
            "pk,a,b",
            ON_DEMAND,
            global(index("gsi", schema("pk", "a") + "," + schema("b")))),
        INVALID + "All HASH key attributes must precede RANGE key attributes in the KeySchema");
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
        INVALID + "The KeySchema exceeds the maximum allowed number of HASH key attributes");
    refused(
        table(
            schema("pk"),
            "pk,a",
            ON_DEMAND,
            global(index("gsi", schema("pk", "a") + ",{'AttributeName':'a','KeyType':'RANGE'}"))),
        "The KeySchema contains multiple key attributes with the same name");
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
        .doesNotContain("WarmThroughput");
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
  void listsDefinitionsAndProjectedAttributesByName() {
    String created =
        client.ok(
            "CreateTable",
            table(
                schema("pk"),
                "pk,a",
                ON_DEMAND,
                global(
                    projected(
                        "gsi",
                        schema("a"),
                        "{'ProjectionType':'INCLUDE','NonKeyAttributes':['y','x','pk']}"))));

    assertThat(created)
        .contains("[{'AttributeName':'a','AttributeType':'S'},{'AttributeName':'pk',")
        .contains("'NonKeyAttributes':['pk','x','y']");
  }

  @Test
  void theAnswerToADeletionHasNoSchema() {
    client.ok(
        "CreateTable", table(schema("pk"), "pk", ON_DEMAND, global(index("gsi", schema("pk")))));

    assertThat(client.ok("DeleteTable", "{'TableName':'orders'}"))
        .contains(
            "{'TableName':'orders','TableStatus':'DELETING','ProvisionedThroughput':{'NumberOfDecreasesToday':0,'ReadCapacityUnits':0,'WriteCapacityUnits':0},'TableSizeBytes':0,'ItemCount':0,'TableArn'")
        .doesNotContain("AttributeDefinitions", "KeySchema", "CreationDateTime", "gsi");
  }

  @Test
  void theNameOfATableThatIsBeingDeletedIsTaken() {
    client.ok("CreateTable", create(ON_DEMAND));
    database.dials().tableChanges(Duration.ofSeconds(10));
    client.ok("DeleteTable", "{'TableName':'orders'}");

    assertThat(client.error("CreateTable", create(ON_DEMAND)))
        .isEqualTo("ResourceInUseException: Table already exists: orders");
  }

  @Test
  void countsItemsAndTheirSizes() {
    client.ok("CreateTable", create(ON_DEMAND));
    client.ok("PutItem", "{'TableName':'orders','Item':{'pk':{'S':'a'},'n':{'N':'42'}}}");

    assertThat(client.ok("DescribeTable", "{'TableName':'orders'}"))
        .contains("'TableSizeBytes':6,'ItemCount':1");
  }
}
