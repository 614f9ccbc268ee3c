package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.BatchWrite;
import io.keystonedb.Database;
import io.keystonedb.ErrorCode;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Table;
import io.keystonedb.TransactionConflicts;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.JsonTables;
import io.keystonedb.testing.TestStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conflicts with transactions of others, by the dial. Shapes as in the API reference. */
class TransactionConflictTest {
  private static final String ITEM = "{'TableName':'plain','%s':{'pk':{'S':'a'}}}";

  @RegisterExtension private final Databases databases = new Databases();
  private Database database;
  private JsonClient client;

  @BeforeEach
  void everythingConflicts() {
    database = databases.open();
    client = JsonTables.create(new JsonClient(database));
    database.dials().transactionConflicts(new TransactionConflicts(1, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PutItem", "UpdateItem", "DeleteItem"})
  void writesOfOneItemAreRefused(String operation) {
    String member = operation.equals("PutItem") ? "Item" : "Key";

    assertThat(client.error(operation, ITEM.formatted(member)))
        .isEqualTo("TransactionConflictException: Transaction is ongoing for the item");
    database.dials().transactionConflicts(TransactionConflicts.NONE);
    assertThat(client.ok("Scan", "{'TableName':'plain','Select':'COUNT'}")).contains("'Count':0");
  }

  @Test
  void transactionsAreCancelledWithAReasonPerItem() {
    String text =
        "TransactionCanceledException: Transaction cancelled, please refer cancellation reasons for specific reasons [TransactionConflict]"
            + "','CancellationReasons':[{'Code':'TransactionConflict','Message':'Transaction is ongoing for the item'}]}";

    assertThat(
            client.error(
                "TransactWriteItems", "{'TransactItems':[{'Put':" + ITEM.formatted("Item") + "}]}"))
        .isEqualTo(text);
    assertThat(
            client.error(
                "TransactGetItems", "{'TransactItems':[{'Get':" + ITEM.formatted("Key") + "}]}"))
        .isEqualTo(text);
  }

  @Test
  void requestsThatAreWrongAnywayDoNotConflict() {
    assertThat(client.error("PutItem", "{'TableName':'plain','Item':{}}"))
        .startsWith("ValidationException");
  }

  @Test
  void batchesLeaveWhatIsHeldUnprocessed() {
    String writes = "{'plain':[{'PutRequest':{'Item':{'pk':{'S':'a'}}}}]}";

    assertThat(
            client.ok(
                "BatchWriteItem",
                "{'RequestItems':" + writes + ",'ReturnConsumedCapacity':'TOTAL'}"))
        .isEqualTo("{'UnprocessedItems':" + writes + "}");
    database.dials().transactionConflicts(TransactionConflicts.NONE);
    assertThat(client.ok("Scan", "{'TableName':'plain','Select':'COUNT'}")).contains("'Count':0");
  }

  @Test
  void batchesOfTheNativeApiGoOnUntilAllIsWrittenOrNothingCanBe() {
    Table table = database.table("plain");
    BatchWrite writes = table.batchWrite();
    for (int i = 0; i < 25; i++) {
      writes.put("k" + i, Item.empty());
    }

    assertThatThrownBy(writes::execute)
        .isInstanceOfSatisfying(
            KeystoneException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSACTION_CONFLICT));
    database.dials().transactionConflicts(new TransactionConflicts(0.2, 1));
    writes.execute();

    database.dials().transactionConflicts(TransactionConflicts.NONE);
    assertThat(client.ok("Scan", "{'TableName':'plain','Select':'COUNT'}")).contains("'Count':25");
  }

  @Test
  void statementsConflictAsTheirTwinsDo() {
    String delete = "{'Statement':'DELETE FROM plain WHERE pk=?','Parameters':[{'S':'a'}]}";
    String select = delete.replace("DELETE", "SELECT *");

    assertThat(client.answer("ExecuteStatement", delete)).contains("#TransactionConflictException");
    assertThat(client.answer("BatchExecuteStatement", "{'Statements':[" + delete + "]}"))
        .contains("'Code':'TransactionConflict'");
    for (String one : new String[] {delete, select}) {
      assertThat(client.answer("ExecuteTransaction", "{'TransactStatements':[" + one + "]}"))
          .contains("specific reasons [TransactionConflict]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetItem", "Query", "BatchGetItem"})
  void otherRequestsDoNotConflict(String operation) {
    client.ok(
        operation,
        switch (operation) {
          case "GetItem" -> ITEM.formatted("Key");
          case "Query" ->
              "{'TableName':'plain','KeyConditionExpression':'pk = :a','ExpressionAttributeValues':{':a':{'S':'a'}}}";
          default -> "{'RequestItems':{'plain':{'Keys':[{'pk':{'S':'a'}}]}}}";
        });
  }

  @Tag(TestStore.FORK)
  @Test
  void theSameSeedMakesTheSameConflictsInForksToo() {
    database.dials().transactionConflicts(new TransactionConflicts(0.5, 42));

    List<Boolean> first = conflicts(client);
    List<Boolean> inAFork = conflicts(new JsonClient(databases.checked(database.fork())));
    database.dials().transactionConflicts(new TransactionConflicts(0.5, 42));

    assertThat(first).contains(true, false);
    assertThat(inAFork).isEqualTo(first);
    assertThat(conflicts(client)).isEqualTo(first);
  }

  private static List<Boolean> conflicts(JsonClient client) {
    List<Boolean> conflicts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      conflicts.add(
          client
              .answer("PutItem", ITEM.formatted("Item"))
              .contains("TransactionConflictException"));
    }
    return conflicts;
  }

  @Test
  void probabilitiesLieBetweenZeroAndOne() {
    assertThatThrownBy(() -> new TransactionConflicts(1.1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TransactionConflicts(Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
