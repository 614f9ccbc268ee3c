package io.keystonedb.internal.operation;

import static io.keystonedb.internal.operation.TableRequests.ON_DEMAND;
import static io.keystonedb.internal.operation.TableRequests.PROVISIONED;
import static io.keystonedb.internal.operation.TableRequests.create;
import static io.keystonedb.internal.operation.TableRequests.createIndex;
import static io.keystonedb.internal.operation.TableRequests.createSorted;
import static io.keystonedb.internal.operation.TableRequests.definitions;
import static io.keystonedb.internal.operation.TableRequests.deleteIndex;
import static io.keystonedb.internal.operation.TableRequests.global;
import static io.keystonedb.internal.operation.TableRequests.index;
import static io.keystonedb.internal.operation.TableRequests.indexUpdates;
import static io.keystonedb.internal.operation.TableRequests.local;
import static io.keystonedb.internal.operation.TableRequests.schema;
import static io.keystonedb.internal.operation.TableRequests.table;
import static io.keystonedb.internal.operation.TableRequests.throughput;
import static io.keystonedb.internal.operation.TableRequests.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.DatabaseSnapshot;
import io.keystonedb.KeystoneClock;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.TestStore;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Global indexes that come, change and go while the table is in use.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.OnlineOps.html">Managing
 *     global secondary indexes</a>
 */
class UpdateIndexesTest {
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String ONE_AT_A_TIME =
      "LimitExceededException: Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table";

  @RegisterExtension final Databases databases = new Databases();

  private final Database database =
      databases.open(KeystoneClock.fixed(Instant.parse("2026-08-15T10:20:30Z")));
  private final JsonClient client = new JsonClient(database);

  private void refused(String request, String text) {
    assertThat(client.invalid("UpdateTable", request)).isEqualTo(text);
  }

  private String described() {
    return client.ok("DescribeTable", "{'TableName':'orders'}");
  }

  private static String createOn(String attribute) {
    return update(
        definitions(attribute),
        indexUpdates(createIndex(index("by-" + attribute, schema(attribute)))));
  }

  private String scanned(String index) {
    return client.ok("Scan", "{'TableName':'orders','IndexName':'" + index + "'}");
  }

  @Test
  void aNewIndexHoldsTheItemsThatHaveItsKeysInTheRightType() {
    client.ok("CreateTable", create(ON_DEMAND));
    put("fits", "'a':{'S':'x'}");
    put("absent", "'b':{'S':'x'}");
    put("other-type", "'a':{'N':'1'}");
    put("empty", "'a':{'S':''}");
    put("too-long", "'a':{'S':'" + "x".repeat(2049) + "'}");
    client.ok("UpdateTable", createOn("a"));

    assertThat(scanned("by-a")).contains("'Count':1").contains("fits");
  }

  private void put(String pk, String attribute) {
    client.ok(
        "PutItem", "{'TableName':'orders','Item':{'pk':{'S':'" + pk + "'}," + attribute + "}}");
  }

  @Test
  void anIndexThatIsBeingBackfilledCannotBeChanged() {
    client.ok("CreateTable", create(ON_DEMAND));
    database.dials().tableChanges(Duration.ofSeconds(10));
    client.ok("UpdateTable", createOn("a"));
    database.clock().advance(Duration.ofSeconds(10));

    assertThat(
            client.error(
                "UpdateTable",
                update(
                    indexUpdates(
                        "{'Update':{'IndexName':'by-a','OnDemandThroughput':{'MaxReadRequestUnits':5}}}"))))
        .isEqualTo(
            "ResourceInUseException: Attempt to change a resource which is still in use: Index is being updated.  Table: orders Index: by-a");
  }

  @Test
  void aNewIndexIsAllocatedThenBackfilledThenActive() {
    client.ok("CreateTable", create(ON_DEMAND));
    database.dials().tableChanges(Duration.ofSeconds(10));

    assertThat(client.ok("UpdateTable", createOn("a")))
        .contains("'TableStatus':'UPDATING'")
        .contains("'IndexStatus':'CREATING','Backfilling':false");
    assertThat(client.error("UpdateTable", update(indexUpdates(deleteIndex("by-a")))))
        .startsWith("ResourceInUseException: ");
    put("meanwhile", "'a':{'S':'x'}");
    database.clock().advance(Duration.ofSeconds(10));
    assertThat(described())
        .contains("'TableStatus':'ACTIVE'")
        .contains("'IndexStatus':'CREATING','Backfilling':true");
    assertThat(client.invalid("Scan", "{'TableName':'orders','IndexName':'by-a'}"))
        .isEqualTo("Cannot read from backfilling global secondary index: by-a");
    assertThat(client.error("DeleteTable", "{'TableName':'orders'}"))
        .isEqualTo(
            "ResourceInUseException: Attempt to change a resource which is still in use: Cannot delete table while indexes are being created, updated, or deleted.");
    assertThat(client.error("UpdateTable", createOn("b"))).isEqualTo(ONE_AT_A_TIME);
    database.clock().advance(Duration.ofSeconds(10));
    assertThat(described()).contains("'IndexStatus':'ACTIVE'").doesNotContain("Backfilling");
    assertThat(scanned("by-a")).contains("meanwhile");
  }

  @Tag(TestStore.FORK)
  @Test
  void theNumberOfADeletedIndexIsNotUsedAgain() {
    client.ok("CreateTable", create(ON_DEMAND));
    int first = createdAndDeleted(database, "a");
    DatabaseSnapshot snapshot = database.snapshot();
    Database fork = databases.checked(database.fork());

    int second = createdAndDeleted(database, "b");
    int inFork = createdAndDeleted(fork, "b");
    database.restore(snapshot);
    int afterRestore = createdAndDeleted(database, "b");

    assertThat(second).isGreaterThan(first);
    assertThat(inFork).isGreaterThan(first);
    assertThat(afterRestore).isGreaterThan(first);
  }

  /** The number of a new index, which is deleted again. */
  private static int createdAndDeleted(Database database, String attribute) {
    JsonClient client = new JsonClient(database);
    client.ok("UpdateTable", createOn(attribute));
    int number =
        database
            .engine()
            .<TableDefinition>read(rows -> Tables.requireNamed(rows, "orders"))
            .index("by-" + attribute)
            .number();
    client.ok("UpdateTable", update(indexUpdates(deleteIndex("by-" + attribute))));
    return number;
  }

  @Test
  void aTableThatHasUsedAllNumbersOfIndexesRefusesAnother() {
    client.ok("CreateTable", create(ON_DEMAND));
    database
        .engine()
        .write(
            txn -> {
              TableDefinition table = Tables.requireNamed(txn, "orders");
              Tables.put(txn, withLastIndexNumber(table, 65_534));
              return txn;
            });
    assertThat(createdAndDeleted(database, "a")).isEqualTo(65_535);

    assertThat(client.error("UpdateTable", createOn("b")))
        .isEqualTo(
            "LimitExceededException: Table orders has had 65535 indexes; create the table again to add another one");
  }

  private static TableDefinition withLastIndexNumber(TableDefinition table, int number) {
    return new TableDefinition(
        table.name(),
        table.number(),
        table.id(),
        table.createdAt(),
        table.key(),
        table.attributes(),
        table.indexes(),
        number,
        table.settings(),
        table.expiry(),
        table.tags(),
        table.pending(),
        table.unknown());
  }

  @Test
  void anIndexThatIsBeingDeletedTakesNoEntriesAndCostsNothing() {
    client.ok("CreateTable", create(ON_DEMAND));
    client.ok("UpdateTable", createOn("a"));
    database.dials().tableChanges(Duration.ofSeconds(10));
    client.ok("UpdateTable", update(indexUpdates(deleteIndex("by-a"))));

    assertThat(
            client.ok(
                "PutItem",
                "{'TableName':'orders','Item':{'pk':{'S':'k'},'a':{'S':'x'}},'ReturnConsumedCapacity':'INDEXES'}"))
        .isEqualTo(
            "{'ConsumedCapacity':{'TableName':'orders','CapacityUnits':1.0,'Table':{'CapacityUnits':1.0}}}");
  }

  @Test
  void anIndexCanBeDeletedWhileItIsBackfilled() {
    client.ok("CreateTable", create(ON_DEMAND));
    database.dials().tableChanges(Duration.ofSeconds(10));
    client.ok("UpdateTable", createOn("a"));
    database.clock().advance(Duration.ofSeconds(10));

    assertThat(client.ok("UpdateTable", update(indexUpdates(deleteIndex("by-a")))))
        .contains("'IndexStatus':'DELETING'");
    database.clock().advance(Duration.ofSeconds(10));
    assertThat(described()).doesNotContain("GlobalSecondaryIndexes");
  }

  @Test
  void anIndexThatIsMadeWithItsTableIsCreatingWithoutBackfilling() {
    database.dials().tableChanges(Duration.ofSeconds(10));

    assertThat(
            client.ok(
                "CreateTable",
                table(schema("pk"), "pk,a", ON_DEMAND, global(index("by-a", schema("a"))))))
        .contains("'IndexStatus':'CREATING'")
        .doesNotContain("Backfilling");
    database.clock().advance(Duration.ofSeconds(10));
    assertThat(described()).contains("'IndexStatus':'ACTIVE'");
  }

  @Test
  void deletingAnIndexDropsDefinitionsThatNoKeyUses() {
    client.ok("CreateTable", create(ON_DEMAND));
    client.ok("UpdateTable", createOn("a"));
    assertThat(described()).contains("'AttributeName':'a'");
    put("x", "'a':{'S':'x'}");
    client.ok("UpdateTable", update(indexUpdates(deleteIndex("by-a"))));

    assertThat(described()).doesNotContain("'AttributeName':'a'");
    assertThat(client.invalid("Scan", "{'TableName':'orders','IndexName':'by-a'}"))
        .isEqualTo("The table does not have the specified index: by-a");
    client.ok("UpdateTable", createOn("a"));
    assertThat(scanned("by-a")).contains("'Count':1");
  }

  @Test
  void definitionsThatNoKeyUsesAreDroppedSilently() {
    client.ok("CreateTable", create(ON_DEMAND));
    client.ok(
        "UpdateTable",
        update(definitions("a,unused"), indexUpdates(createIndex(index("by-a", schema("a"))))));

    assertThat(described()).doesNotContain("unused");
  }

  @Test
  void anAttributeOfAnotherKeyKeepsItsType() {
    client.ok("CreateTable", create(ON_DEMAND));
    client.ok("UpdateTable", createOn("a"));

    refused(
        update(
            definitions("a").replace("'S'", "'N'"),
            indexUpdates(createIndex(index("again", schema("a"))))),
        INVALID
            + "Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. "
            + "Existing schema: Schema:[SchemaElement: key{a:S:HASH}] New schema: Schema:[SchemaElement: key{a:N:HASH}]");
  }

  @Test
  void anAttributeThatTheNewIndexDoesNotUseKeepsItsType() {
    client.ok("CreateTable", create(ON_DEMAND));
    client.ok("UpdateTable", createOn("a"));
    client.ok(
        "UpdateTable",
        update(
            definitions("a,b").replace("'a','AttributeType':'S'", "'a','AttributeType':'N'"),
            indexUpdates(createIndex(index("again", schema("b"))))));

    assertThat(described())
        .contains("{'AttributeName':'a','AttributeType':'S'}")
        .doesNotContain("'AttributeType':'N'");
  }

  @Test
  void keysOfANewIndexAreDefinedInTheSameRequest() {
    client.ok("CreateTable", create(ON_DEMAND));

    refused(
        update(indexUpdates(createIndex(index("by-pk", schema("pk"))))),
        INVALID + "AttributeDefinitions is not specified for index: by-pk");
    refused(
        update(definitions("sk,pk"), indexUpdates(createIndex(index("by-other", schema("other"))))),
        INVALID
            + "Some index key attributes are not defined in AttributeDefinitions. Keys: [other], AttributeDefinitions: [sk, pk]");
  }

  @Test
  void updatesOfIndexesSayOneThingPerIndex() {
    refused(
        update(indexUpdates("{}")),
        INVALID
            + "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null");
    refused(
        update(indexUpdates("{'Update':{'IndexName':'one'},'Delete':{'IndexName':'one'}}")),
        INVALID
            + "Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object");
    refused(
        update(indexUpdates(), ON_DEMAND),
        INVALID + "List of GlobalSecondaryIndexUpdates is empty");
    refused(
        update(indexUpdates(deleteIndex("same"), deleteIndex("same"))),
        INVALID
            + "Only one global secondary index update per index is allowed simultaneously. Index: same");
    assertThat(
            client.error(
                "UpdateTable", update(indexUpdates(deleteIndex("one"), deleteIndex("two")))))
        .isEqualTo(ONE_AT_A_TIME);
  }

  @Test
  void indexesThatAreNotThereAreNeitherUpdatedNorDeleted() {
    client.ok("CreateTable", createSorted(PROVISIONED, local(index("local", schema("pk", "sk")))));
    String none =
        "ResourceNotFoundException: Requested resource not found: Index none for table orders";
    String update = "{'Update':{'IndexName':'none'," + throughput(6, 6) + "}}";

    assertThat(client.error("UpdateTable", update(indexUpdates(update)))).isEqualTo(none);
    assertThat(client.error("UpdateTable", update(indexUpdates(deleteIndex("none")))))
        .isEqualTo(none);
    refused(
        update(indexUpdates(update.replace("none", "local"))),
        "Cannot update an index that is not a GlobalSecondaryIndex: local");
    refused(
        update(indexUpdates(deleteIndex("local"))),
        "Cannot delete an index that is not a GlobalSecondaryIndex: local");
  }

  @Test
  void anIndexThatIsThereIsNotCreatedAgain() {
    client.ok("CreateTable", create(ON_DEMAND));
    client.ok("UpdateTable", createOn("a"));

    refused(createOn("a"), "Attempting to create an index which already exists");
  }

  @Test
  void throughputOfAnIndexChangesByItself() {
    client.ok(
        "CreateTable",
        table(schema("pk"), "pk,a", PROVISIONED, global(index("by-a", schema("a"), PROVISIONED))));

    assertThat(
            client.ok(
                "UpdateTable",
                update(indexUpdates("{'Update':{'IndexName':'by-a'," + throughput(6, 6) + "}}"))))
        .contains("'IndexStatus':'UPDATING'")
        .doesNotContain("'ReadCapacityUnits':6");
    assertThat(described()).contains("'ReadCapacityUnits':6");
    assertThat(
            client.invalid(
                "UpdateTable",
                update(indexUpdates("{'Update':{'IndexName':'by-a'," + throughput(6, 6) + "}}"))))
        .startsWith(
            "The provisioned throughput for the index by-a will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for index by-a: 6. Requested ReadCapacityUnits: 6. Current WriteCapacityUnits provisioned for index by-a: 6.");
  }

  @Test
  void indexesOfTablesOnDemandHaveNoThroughput() {
    client.ok("CreateTable", create(ON_DEMAND));

    refused(
        update(
            definitions("a"), indexUpdates(createIndex(index("by-a", schema("a"), PROVISIONED)))),
        INVALID
            + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: by-a when BillingMode is PAY_PER_REQUEST");
    client.ok("UpdateTable", createOn("a"));
    refused(
        update(indexUpdates("{'Update':{'IndexName':'by-a'," + PROVISIONED + "}}")),
        INVALID
            + "The only Updates for index: by-a when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, WarmThroughput");
    refused(
        update("'BillingMode':'PROVISIONED'", PROVISIONED),
        INVALID + "ProvisionedThroughput must be specified for index: by-a");
  }

  @Test
  void indexesOfProvisionedTablesHaveThroughput() {
    client.ok("CreateTable", create(PROVISIONED));

    refused(
        createOn("a"),
        INVALID
            + "Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: by-a");
  }

  @Test
  void aTableHasUpToTwentyGlobalIndexes() {
    client.ok("CreateTable", create(ON_DEMAND));
    for (int i = 0; i < 20; i++) {
      client.ok("UpdateTable", createOn("a" + i));
    }

    assertThat(client.error("UpdateTable", createOn("more")))
        .isEqualTo(
            "LimitExceededException: Subscriber limit exceeded: Number of global secondary indexes exceeds per-table limit of 20");
  }
}
