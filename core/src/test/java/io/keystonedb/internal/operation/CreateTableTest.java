package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CreateTable: what is refused, in the service's words and order. Observed unless noted. */
class CreateTableTest extends TablesForTest {
  private static final String KEY = "'KeySchema':[{'AttributeName':'a','KeyType':'HASH'}]";
  private static final String SORTED =
      "'KeySchema':[{'AttributeName':'a','KeyType':'HASH'},{'AttributeName':'b','KeyType':'RANGE'}]";
  private static final String ON_DEMAND = "'BillingMode':'PAY_PER_REQUEST'";

  private static String definitions(String... names) {
    return "'AttributeDefinitions':["
        + IntStream.range(0, names.length)
            .mapToObj(i -> "{'AttributeName':'" + names[i] + "','AttributeType':'S'}")
            .collect(Collectors.joining(","))
        + "]";
  }

  private static String table(String... members) {
    return "{'TableName':'ttt'," + String.join(",", members) + "}";
  }

  private static String index(String name, String hash, String range, String more) {
    return "{'IndexName':'"
        + name
        + "','KeySchema':[{'AttributeName':'"
        + hash
        + "','KeyType':'HASH'}"
        + (range == null ? "" : ",{'AttributeName':'" + range + "','KeyType':'RANGE'}")
        + "],"
        + more
        + "}";
  }

  private static String global(String... indexes) {
    return "'GlobalSecondaryIndexes':[" + String.join(",", indexes) + "]";
  }

  private static String local(String... indexes) {
    return "'LocalSecondaryIndexes':[" + String.join(",", indexes) + "]";
  }

  private static final String ALL = "'Projection':{'ProjectionType':'ALL'}";

  private String invalid(String... members) {
    return client.invalid("CreateTable", table(members));
  }

  @Test
  void namesAreRequiredAndHaveThreeTo255Characters() {
    String rest = definitions("a") + "," + KEY + "," + ON_DEMAND + "}";

    assertThat(client.invalid("CreateTable", "{" + rest))
        .isEqualTo("The parameter 'TableName' is required but was not present in the request");
    assertThat(client.invalid("CreateTable", "{'TableName':'x'," + rest))
        .isEqualTo(
            ENVELOPE
                + "Value 'x' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3");
    assertThat(client.invalid("CreateTable", "{'TableName':''," + rest))
        .isEqualTo(
            "2 validation errors detected: Value '' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; "
                + "Value '' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3");
  }

  @Test
  void violationsAreGatheredInTheOrderOfTheService() {
    assertThat(
            invalid(
                "'KeySchema':[]",
                "'AttributeDefinitions':[{'AttributeName':'a','AttributeType':'X'}]",
                "'ProvisionedThroughput':{'ReadCapacityUnits':0,'WriteCapacityUnits':0}"))
        .isEqualTo(
            "4 validation errors detected: "
                + "Value '0' at 'provisionedThroughput.writeCapacityUnits' failed to satisfy constraint: Member must have value greater than or equal to 1; "
                + "Value '0' at 'provisionedThroughput.readCapacityUnits' failed to satisfy constraint: Member must have value greater than or equal to 1; "
                + "Value '[]' at 'keySchema' failed to satisfy constraint: Member must have length greater than or equal to 1; "
                + "Value 'X' at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint: Member must satisfy enum value set: [B, N, S]");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "'BillingMode':'PAY_PER_REQUEST','ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1} | One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
        "'BillingMode':'PROVISIONED' | One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED",
        "'TableClass':'STANDARD' | One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED",
        "'ProvisionedThroughput':{'ReadCapacityUnits':1000000000001,'WriteCapacityUnits':1} | Given value 1000000000001 for ReadCapacityUnits is out of bounds",
        "'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1000000000001} | Given value 1000000000001 for WriteCapacityUnits is out of bounds"
      })
  void billingGoesWithThroughput(String billing, String text) {
    assertThat(invalid(definitions("a"), KEY, billing)).isEqualTo(text);
  }

  @Test
  void keysAreDefinedAndDefinitionsUsed() {
    assertThat(invalid(definitions("b"), KEY, ON_DEMAND))
        .isEqualTo(
            INVALID
                + "Some index key attributes are not defined in AttributeDefinitions. Keys: [a], AttributeDefinitions: [b]");
    assertThat(invalid(definitions("a", "b"), KEY, ON_DEMAND))
        .isEqualTo(
            INVALID
                + "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions");
  }

  @Test
  void definitionsAreThereEachOnce() {
    assertThat(invalid("'AttributeDefinitions':[]", KEY, ON_DEMAND))
        .isEqualTo("Invalid KeySchema: Some index key attribute have no definition");
    assertThat(invalid(definitions("a", "a"), KEY, ON_DEMAND))
        .isEqualTo("Attribute Name is duplicated: a");
  }

  @Test
  void definitionsThatNoKeyUsesHideWhatElseIsWrongWithIndexes() {
    assertThat(
            invalid(
                definitions("pk", "sk", "a", "b", "c"),
                KEY.replace("'a'", "'pk'"),
                ON_DEMAND,
                global(index("iii", "a", "sk", "'Projection':{}"))))
        .isEqualTo(
            INVALID
                + "Some AttributeDefinitions are not used. AttributeDefinitions: [sk, a, b, pk, c], keys used: [a, sk, pk]");
  }

  @Test
  void keysBeginWithHashAndGoOnWithRange() {
    assertThat(invalid(definitions("a"), KEY.replace("HASH", "RANGE"), ON_DEMAND))
        .isEqualTo("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    assertThat(invalid(definitions("a", "b"), SORTED.replace("RANGE", "HASH"), ON_DEMAND))
        .isEqualTo("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
    assertThat(invalid(definitions("a"), SORTED.replace("'b'", "'a'"), ON_DEMAND))
        .isEqualTo("Invalid KeySchema: Some index key attribute have no definition");
  }

  @Test
  void listsOfIndexesAreNotEmpty() {
    assertThat(invalid(definitions("a", "b"), SORTED, ON_DEMAND, local()))
        .isEqualTo(INVALID + "List of LocalSecondaryIndexes is empty");
    assertThat(invalid(definitions("a"), KEY, ON_DEMAND, global()))
        .isEqualTo(INVALID + "List of GlobalSecondaryIndexes is empty");
  }

  @Test
  void localIndexesNeedTheTablesPartitionKeyAndASortKey() {
    assertThat(invalid(definitions("a", "b"), KEY, ON_DEMAND, local(index("iii", "a", "b", ALL))))
        .isEqualTo(
            INVALID
                + "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex");
    assertThat(
            invalid(definitions("a", "b"), SORTED, ON_DEMAND, local(index("iii", "a", null, ALL))))
        .isEqualTo(INVALID + "Index KeySchema does not have a range key for index: iii");
    assertThat(
            invalid(definitions("a", "b"), SORTED, ON_DEMAND, local(index("iii", "b", "a", ALL))))
        .isEqualTo(
            INVALID
                + "Index KeySchema does not have the same leading hash key as table KeySchema for index: iii. index hash key: b, table hash key: a");
  }

  @Test
  void indexesAreCounted() {
    String[] locals =
        IntStream.range(0, 6).mapToObj(i -> index("iii" + i, "a", "b", ALL)).toArray(String[]::new);
    String[] globals =
        IntStream.range(0, 21)
            .mapToObj(i -> index("iii" + i, "a", null, ALL))
            .toArray(String[]::new);

    assertThat(invalid(definitions("a", "b"), SORTED, ON_DEMAND, local(locals)))
        .isEqualTo(INVALID + "Number of LocalSecondaryIndexes exceeds per-table limit of 5");
    assertThat(invalid(definitions("a"), KEY, ON_DEMAND, global(globals)))
        .isEqualTo(INVALID + "GlobalSecondaryIndex count exceeds the per-table limit of 20");
  }

  @Test
  void namesOfIndexesAreDistinctAcrossKinds() {
    assertThat(
            invalid(
                definitions("a", "b"),
                SORTED,
                ON_DEMAND,
                local(index("iii", "a", "b", ALL)),
                global(index("iii", "b", null, ALL))))
        .isEqualTo(INVALID + "Duplicate index name: iii");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "'Projection':{} | Unknown ProjectionType: null",
        "'Projection':{'ProjectionType':'ALL','NonKeyAttributes':['x']} | ProjectionType is ALL, but NonKeyAttributes is specified",
        "'Projection':{'ProjectionType':'KEYS_ONLY','NonKeyAttributes':['x']} | ProjectionType is KEYS_ONLY, but NonKeyAttributes is specified",
        "'Projection':{'ProjectionType':'INCLUDE'} | ProjectionType is INCLUDE, but NonKeyAttributes is not specified",
        "'Projection':{'ProjectionType':'INCLUDE','NonKeyAttributes':['x','y','x']} | Duplicate element in NonKeyAttributes: x",
        "'Projection':{'ProjectionType':'ALL'},'OnDemandThroughput':{'MaxReadRequestUnits':0} | Requested MaxReadRequestUnits for OnDemandThroughput for index : iii is outside of valid range",
        "'Projection':{'ProjectionType':'ALL'},'WarmThroughput':{'ReadUnitsPerSecond':1} | Requested ReadUnitsPerSecond for WarmThroughput for index iii is lower than initial throughput for OnDemand. See: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html#on-demand-capacity-mode-initial",
        "'Projection':{'ProjectionType':'ALL'},'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1} | ProvisionedThroughput should not be specified for index: iii when BillingMode is PAY_PER_REQUEST"
      })
  void projectionsAndThroughputOfIndexesAreChecked(String more, String text) {
    assertThat(invalid(definitions("a"), KEY, ON_DEMAND, global(index("iii", "a", null, more))))
        .isEqualTo(INVALID + text);
  }

  @Test
  void provisionedTablesHaveProvisionedIndexes() {
    assertThat(
            invalid(
                definitions("a"),
                KEY,
                "'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1}",
                global(index("iii", "a", null, ALL))))
        .isEqualTo(INVALID + "ProvisionedThroughput is not specified for index: iii");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "'SSESpecification':{'Enabled':false,'SSEType':'KMS'} | SSEType can not be specified if Enabled is false",
        "'SSESpecification':{'Enabled':false,'KMSMasterKeyId':'k'} | KMSMasterKeyId can not be specified if Enabled is false",
        "'SSESpecification':{'Enabled':true,'KMSMasterKeyId':'k'} | SSEType KMS is required if KMSMasterKeyId is specified",
        "'SSESpecification':{'Enabled':true,'SSEType':'AES256'} | SSEType AES256 is not supported",
        "'WarmThroughput':{'WriteUnitsPerSecond':3999} | Requested WriteUnitsPerSecond for WarmThroughput for table is lower than initial throughput for OnDemand. See: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html#on-demand-capacity-mode-initial"
      })
  void encryptionAndWarmThroughputDoNotContradictThemselves(String member, String text) {
    assertThat(invalid(definitions("a"), KEY, ON_DEMAND, member)).isEqualTo(INVALID + text);
  }

  @Test
  void warmThroughputIsNotBelowWhatIsProvisioned() {
    assertThat(
            invalid(
                definitions("a"),
                KEY,
                "'ProvisionedThroughput':{'ReadCapacityUnits':10,'WriteCapacityUnits':10}",
                "'WarmThroughput':{'ReadUnitsPerSecond':5}"))
        .isEqualTo(
            INVALID
                + "Requested ReadUnitsPerSecond for WarmThroughput for table is lower than ReadCapacityUnits of ProvisionedThroughput");
  }

  @Test
  void ceilingsOfIndexesAreForTablesOnDemand() {
    assertThat(
            invalid(
                definitions("a"),
                KEY,
                "'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1}",
                global(
                    index(
                        "iii",
                        "a",
                        null,
                        ALL
                            + ",'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1},'OnDemandThroughput':{'MaxReadRequestUnits':9}"))))
        .isEqualTo(
            INVALID
                + "MaxReadRequestUnits for OnDemandThroughput for index: iii cannot be specified when table BillingMode is PROVISIONED.");
  }

  @Test
  void classesOfTablesHaveTheirOwnText() {
    assertThat(invalid(definitions("a"), KEY, ON_DEMAND, "'TableClass':'COLD'"))
        .isEqualTo(
            "Invalid table-class parameter provided. Please try again with a valid table-class value: [STANDARD, STANDARD_INFREQUENT_ACCESS].");
  }

  @Test
  void keysOfIndexesAreDefined() {
    assertThat(invalid(definitions("a"), KEY, ON_DEMAND, global(index("iii", "x", null, ALL))))
        .isEqualTo(
            INVALID
                + "Some index key attributes are not defined in AttributeDefinitions. Keys: [x], AttributeDefinitions: [a]");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "'StreamSpecification':{'StreamEnabled':false,'StreamViewType':'KEYS_ONLY'} | Table is being created with a stream disabled, UpdateViewType should not be specified",
        "'StreamSpecification':{'StreamEnabled':true} | Table is being created with a stream enabled, UpdateViewType is required"
      })
  void streamsHaveAViewExactlyIfTheyAreEnabled(String stream, String text) {
    assertThat(invalid(definitions("a"), KEY, ON_DEMAND, stream)).isEqualTo(INVALID + text);
  }

  @Test
  void tablesExistOnceAndThatIsCheckedLast() {
    String existing = table(definitions("a"), KEY, ON_DEMAND);
    client.ok("CreateTable", existing);

    assertThat(client.error("CreateTable", existing))
        .isEqualTo("ResourceInUseException: Table already exists: ttt");
    assertThat(invalid(definitions("a", "b"), KEY, ON_DEMAND)).startsWith(INVALID);
  }

  @Test
  void answersShowTheTableBeingCreated() {
    String answer = client.ok("CreateTable", table(definitions("a"), KEY, ON_DEMAND));

    assertThat(answer)
        .contains("'TableStatus':'CREATING'")
        .contains("'ItemCount':0")
        .contains("'TableSizeBytes':0")
        .contains("'BillingModeSummary':{'BillingMode':'PAY_PER_REQUEST'}")
        .contains("'NumberOfDecreasesToday':0")
        .contains("'DeletionProtectionEnabled':false")
        .contains("'TableArn':'arn:aws:dynamodb:us-east-1:000000000000:table/ttt'");
    assertThat(client.ok("DescribeTable", "{'TableName':'ttt'}"))
        .contains("'TableStatus':'ACTIVE'");
  }
}
