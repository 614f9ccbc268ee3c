package io.keystonedb.internal.operation;

import static io.keystonedb.internal.operation.TableRequests.ON_DEMAND;
import static io.keystonedb.internal.operation.TableRequests.PROVISIONED;
import static io.keystonedb.internal.operation.TableRequests.create;
import static io.keystonedb.internal.operation.TableRequests.createIndex;
import static io.keystonedb.internal.operation.TableRequests.definitions;
import static io.keystonedb.internal.operation.TableRequests.global;
import static io.keystonedb.internal.operation.TableRequests.index;
import static io.keystonedb.internal.operation.TableRequests.indexUpdates;
import static io.keystonedb.internal.operation.TableRequests.schema;
import static io.keystonedb.internal.operation.TableRequests.throughput;
import static io.keystonedb.internal.operation.TableRequests.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.TestStore;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Updates of a table itself; those of its indexes are in {@link UpdateIndexesTest}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html">UpdateTable</a>
 */
class UpdateTableTest {
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String PROVISIONED_MODE = "'BillingMode':'PROVISIONED'";

  private final Database database =
      Database.on(TestStore.open(), KeystoneClock.fixed(Instant.parse("2026-08-15T10:20:30Z")));
  private final JsonClient client = new JsonClient(database);

  private void refused(String request, String text) {
    assertThat(client.invalid("UpdateTable", request)).isEqualTo(text);
  }

  private String described() {
    return client.ok("DescribeTable", "{'TableName':'orders'}");
  }

  @Test
  void checksItsParametersBeforeItLooksForTheTable() {
    refused(
        "{'TableName':'or'}",
        "TableName must be at least 3 characters long and at most 255 characters long");
    refused(
        "{'TableName':'orders','BillingMode':'x'}",
        "1 validation error detected: Value 'x' at 'billingMode' failed to satisfy constraint: Member must satisfy enum value set: [PROVISIONED, PAY_PER_REQUEST]");
    refused(
        "{'TableName':'orders'}",
        "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled, OnDemandThroughput, WarmThroughput or TableClass is required");
    refused(
        update(PROVISIONED_MODE),
        INVALID + "ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
    refused(
        update(ON_DEMAND, PROVISIONED),
        INVALID
            + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
    assertThat(client.error("UpdateTable", update(ON_DEMAND)))
        .isEqualTo(
            "ResourceNotFoundException: Requested resource not found: Table: orders not found");
  }

  @Test
  void answersUpdatingAndShowsThroughputAsItWas() {
    client.ok("CreateTable", create(PROVISIONED));

    assertThat(client.ok("UpdateTable", update(throughput(6, 7))))
        .contains("'TableStatus':'UPDATING'")
        .contains("'LastIncreaseDateTime':1786789230")
        .contains("'ReadCapacityUnits':5,'WriteCapacityUnits':5");
    assertThat(described())
        .contains("'TableStatus':'ACTIVE'")
        .contains("'ReadCapacityUnits':6,'WriteCapacityUnits':7");
  }

  @Test
  void staysUpdatingForAsLongAsTheDialSaysAndRefusesFurtherUpdates() {
    client.ok("CreateTable", create(PROVISIONED));
    database.dials().tableChanges(Duration.ofSeconds(10));
    client.ok("UpdateTable", update(throughput(6, 6)));

    assertThat(client.error("UpdateTable", update(throughput(7, 7))))
        .isEqualTo(
            "ResourceInUseException: Attempt to change a resource which is still in use: Table is being updated: orders");
    client.ok("PutItem", "{'TableName':'orders','Item':{'pk':{'S':'a'}}}");
    database.clock().advance(Duration.ofSeconds(10));
    client.ok("UpdateTable", update(throughput(7, 7)));
  }

  @Test
  void throughputThatDoesNotChangeIsRefused() {
    client.ok("CreateTable", create(PROVISIONED));

    refused(
        update(PROVISIONED),
        "The provisioned throughput for the table will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for the table: 5. Requested ReadCapacityUnits: 5. Current WriteCapacityUnits provisioned for the table: 5. Requested WriteCapacityUnits: 5. Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.");
  }

  @Test
  void throughputDecreasesFourTimesADayAndThenOnceAnHour() {
    client.ok("CreateTable", create(throughput(100, 100)));
    for (int i = 1; i <= 4; i++) {
      client.ok("UpdateTable", update(throughput(100 - i, 100)));
    }

    assertThat(client.error("UpdateTable", update(throughput(90, 100))))
        .startsWith(
            "LimitExceededException: Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC day. After the first 4 decreases, each subsequent decrease in the same UTC day can be performed at most once every 3600 seconds. Number of decreases today: 4. Last decrease at ");
    assertThat(described()).contains("'NumberOfDecreasesToday':4");
    client.ok("UpdateTable", update(throughput(101, 100)));
    database.clock().advance(Duration.ofHours(1));
    client.ok("UpdateTable", update(throughput(90, 100)));
    database.clock().advance(Duration.ofDays(1));
    assertThat(described()).contains("'NumberOfDecreasesToday':0");
    client.ok("UpdateTable", update(throughput(89, 100)));
    client.ok("UpdateTable", update(throughput(88, 100)));
  }

  @Test
  void switchesToOnDemandUpToFourTimesIn24Hours() {
    client.ok("CreateTable", create(PROVISIONED));
    for (int i = 0; i < 4; i++) {
      client.ok("UpdateTable", update(ON_DEMAND));
      client.ok("UpdateTable", update(PROVISIONED_MODE, PROVISIONED));
      database.clock().advance(Duration.ofHours(1));
    }

    assertThat(client.error("UpdateTable", update(ON_DEMAND)))
        .startsWith(
            "LimitExceededException: Subscriber limit exceeded: Update to PayPerRequest mode are limited");
    database.clock().advance(Duration.ofHours(20));
    client.ok("UpdateTable", update(ON_DEMAND));
  }

  @Test
  void aTableThatWasOnDemandKeepsItsSummary() {
    client.ok("CreateTable", create(ON_DEMAND));
    client.ok("UpdateTable", update(PROVISIONED_MODE, PROVISIONED));

    assertThat(described())
        .contains(
            "'BillingModeSummary':{'BillingMode':'PROVISIONED','LastUpdateToPayPerRequestDateTime':1786789230");
  }

  @Test
  void ceilingsOnDemandMergeAndAreRemovedByMinusOne() {
    client.ok("CreateTable", create(ON_DEMAND, "'OnDemandThroughput':{'MaxReadRequestUnits':10}"));

    client.ok("UpdateTable", update("'OnDemandThroughput':{'MaxWriteRequestUnits':20}"));
    assertThat(described())
        .contains("'OnDemandThroughput':{'MaxReadRequestUnits':10,'MaxWriteRequestUnits':20}");
    assertThat(client.ok("UpdateTable", update("'OnDemandThroughput':{'MaxReadRequestUnits':-1}")))
        .contains("'OnDemandThroughput':{'MaxReadRequestUnits':-1,'MaxWriteRequestUnits':20}");
    assertThat(described()).contains("'OnDemandThroughput':{'MaxWriteRequestUnits':20}");
    client.ok("UpdateTable", update(PROVISIONED_MODE, PROVISIONED));
    assertThat(described()).doesNotContain("OnDemandThroughput");
  }

  @Test
  void ceilingsAreCheckedAgainstBillingFirst() {
    client.ok("CreateTable", create(PROVISIONED));
    refused(
        update("'OnDemandThroughput':{'MaxReadRequestUnits':0,'MaxWriteRequestUnits':1}"),
        INVALID
            + "MaxReadRequestUnits for OnDemandThroughput cannot be specified when the table BillingMode is PROVISIONED");
    client.ok("UpdateTable", update(ON_DEMAND));
    refused(
        update("'OnDemandThroughput':{'MaxReadRequestUnits':0}"),
        INVALID
            + "Requested MaxReadRequestUnits for OnDemandThroughput for table is outside of valid range");
    assertThat(client.error("UpdateTable", update("'OnDemandThroughput':{}")))
        .startsWith("InternalFailure");
  }

  @Test
  void warmThroughputOnlyRises() {
    client.ok("CreateTable", create(ON_DEMAND));
    assertThat(
            client.invalid("UpdateTable", update("'WarmThroughput':{'ReadUnitsPerSecond':11999}")))
        .contains("ReadUnitsPerSecond");
    client.ok("UpdateTable", update("'WarmThroughput':{'ReadUnitsPerSecond':12001}"));
    assertThat(described())
        .contains("'WarmThroughput':{'ReadUnitsPerSecond':12001,'WriteUnitsPerSecond':4000,");
    assertThat(
            client.invalid("UpdateTable", update("'WarmThroughput':{'ReadUnitsPerSecond':12000}")))
        .contains("ReadUnitsPerSecond");
  }

  @Test
  void warmThroughputOfAProvisionedTableIsAtLeastWhatItIsProvisionedWith() {
    client.ok("CreateTable", create(throughput(10, 10)));
    client.ok("UpdateTable", update("'WarmThroughput':{'ReadUnitsPerSecond':20}"));

    assertThat(described())
        .contains("'WarmThroughput':{'ReadUnitsPerSecond':20,'WriteUnitsPerSecond':10,");
    client.ok("UpdateTable", update(throughput(30, 10)));
    assertThat(described())
        .contains("'WarmThroughput':{'ReadUnitsPerSecond':30,'WriteUnitsPerSecond':10,");
  }

  @Test
  void deletionProtectionIsSwitchedByUpdates() {
    client.ok("CreateTable", create(ON_DEMAND));
    client.ok("UpdateTable", update("'DeletionProtectionEnabled':true"));
    assertThat(client.invalid("DeleteTable", "{'TableName':'orders'}"))
        .isEqualTo(
            "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");
    client.ok("UpdateTable", update("'DeletionProtectionEnabled':false"));

    assertThat(client.ok("DeleteTable", "{'TableName':'orders'}"))
        .contains("'TableStatus':'DELETING'");
  }

  @Test
  void tableClassAndEncryptionShowInTheDescription() {
    client.ok("CreateTable", create(ON_DEMAND));
    client.ok("UpdateTable", update("'TableClass':'STANDARD_INFREQUENT_ACCESS'"));
    client.ok(
        "UpdateTable", update("'SSESpecification':{'SSEType':'KMS','KMSMasterKeyId':'my-key'}"));

    assertThat(described())
        .contains(
            "'TableClassSummary':{'TableClass':'STANDARD_INFREQUENT_ACCESS','LastUpdateDateTime':1786789230")
        .contains("'KMSMasterKeyArn':'arn:aws:kms:us-east-1:000000000000:key/my-key'");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "'SSESpecification':{'Enabled':true},'DeletionProtectionEnabled':true | Server-Side Encryption modification must be the only operation in the request",
        "'TableClass':'STANDARD','DeletionProtectionEnabled':true | TableClass modification must be the only operation in the request",
        "'WarmThroughput':{'ReadUnitsPerSecond':13000},'DeletionProtectionEnabled':true | DeletionProtection modification must be the only operation in the request",
        "'WarmThroughput':{'ReadUnitsPerSecond':13000},'BillingMode':'PAY_PER_REQUEST' | WarmThroughput must be the only operation in the request",
        "'OnDemandThroughput':{'MaxReadRequestUnits':1},'StreamSpecification':{'StreamEnabled':false} | OnDemandThroughput can only be combined with BillingMode in an UpdateTable request",
        "'StreamSpecification':{'StreamEnabled':false},'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1} | You cannot modify stream status while updating table IOPS",
        "'GlobalSecondaryIndexUpdates':[{'Delete':{'IndexName':'iii'}}],'StreamSpecification':{'StreamEnabled':false} | You cannot create or delete index while changing stream status",
        "'GlobalSecondaryIndexUpdates':[{'Delete':{'IndexName':'iii'}}],'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1} | You cannot create or delete index while updating table IOPS"
      })
  void someChangesStandAlone(String members, String text) {
    refused(update(members), INVALID + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'DeletionProtectionEnabled':true",
        "'OnDemandThroughput':{'MaxReadRequestUnits':5}",
        "'WarmThroughput':{'ReadUnitsPerSecond':13000}",
        "'SSESpecification':{'Enabled':true}"
      })
  void someChangesLeaveTheTableActive(String member) {
    client.ok("CreateTable", create(ON_DEMAND));
    database.dials().tableChanges(Duration.ofSeconds(10));

    assertThat(client.ok("UpdateTable", update(member))).contains("'TableStatus':'ACTIVE'");
  }

  @Test
  void theClassThatATableHasWithoutAWordLeavesNoTrace() {
    client.ok("CreateTable", create(ON_DEMAND));

    assertThat(client.ok("UpdateTable", update("'TableClass':'STANDARD'")))
        .contains("'TableStatus':'UPDATING'");
    assertThat(described()).doesNotContain("TableClassSummary");
  }

  @Test
  void throughputIsLimitedByTheQuotaOfTheAccount() {
    String text =
        "LimitExceededException: The requested %s, 40001, is above the per %s maximum for the account in us-east-1. Per table maximum: 40000. Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.";
    String index = index("by-pk", schema("pk"), throughput(1, 40001));

    assertThat(client.error("CreateTable", create(throughput(40001, 1))))
        .isEqualTo(text.formatted("ReadCapacityUnits", "table"));
    assertThat(client.error("CreateTable", create(throughput(1, 1), global(index))))
        .isEqualTo(text.formatted("WriteCapacityUnits for index by-pk", "index"));
    client.ok("CreateTable", create(throughput(40000, 40000)));
    assertThat(client.error("UpdateTable", update(throughput(40001, 1))))
        .isEqualTo(text.formatted("ReadCapacityUnits", "table"));
    assertThat(
            client.error(
                "UpdateTable", update(definitions("pk"), indexUpdates(createIndex(index)))))
        .isEqualTo(text.formatted("WriteCapacityUnits for index by-pk", "index"));
  }

  @Test
  void whatWasProvisionedOnceStaysWarm() {
    client.ok("CreateTable", create(PROVISIONED));
    client.ok("UpdateTable", update(throughput(9, 9)));
    client.ok("UpdateTable", update(throughput(2, 9)));

    assertThat(described())
        .contains("'WarmThroughput':{'ReadUnitsPerSecond':9,'WriteUnitsPerSecond':9,");
  }

  @Test
  void aTableWithoutKeyOfItsOwnIsEncryptedByDefault() {
    client.ok("CreateTable", create(ON_DEMAND));

    refused(
        update("'SSESpecification':{'Enabled':false}"),
        INVALID + "Table is already encrypted by default");
  }

  @Test
  void aTableThatIsUpdatedIsNotDeleted() {
    client.ok("CreateTable", create(PROVISIONED));
    database.dials().tableChanges(Duration.ofSeconds(10));
    client.ok("UpdateTable", update(throughput(6, 6)));

    assertThat(client.error("DeleteTable", "{'TableName':'orders'}"))
        .isEqualTo(
            "ResourceInUseException: Attempt to change a resource which is still in use: Table: orders is in the process of being updated.");
  }

  @Test
  void aTableIsUpdatedAndDeletedByNameOrByArn() {
    client.ok("CreateTable", create(ON_DEMAND));
    String arn = "arn:aws:dynamodb:us-east-1:000000000000:table/orders";

    client.ok("UpdateTable", update("'DeletionProtectionEnabled':false").replace("orders", arn));
    client.ok("DescribeTable", "{'TableName':'" + arn + "'}");
    client.ok("DescribeTimeToLive", "{'TableName':'" + arn + "'}");
    client.ok("PutItem", "{'TableName':'" + arn + "','Item':{'pk':{'S':'a'}}}");
    client.ok("Scan", "{'TableName':'" + arn + "'}");
    client.ok("DeleteTable", "{'TableName':'" + arn + "'}");
    assertThat(client.invalid("DeleteTable", "{'TableName':'arn:aws:dynamodb:x'}"))
        .isEqualTo("Invalid TableArn: Invalid ResourceArn provided as input arn:aws:dynamodb:x");
  }

  @Test
  void namesOfTablesHaveTheServicesCharacters() {
    for (String operation :
        new String[] {"DescribeTable", "DeleteTable", "UpdateTable", "DescribeTimeToLive"}) {
      assertThat(client.invalid(operation, "{'TableName':'a;b;c'}"))
          .isEqualTo(
              "1 validation error detected: Value 'a;b;c' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
      assertThat(client.invalid(operation, "{}"))
          .isEqualTo("The parameter 'TableName' is required but was not present in the request");
    }
  }
}
