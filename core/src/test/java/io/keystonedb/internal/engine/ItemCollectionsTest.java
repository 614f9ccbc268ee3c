package io.keystonedb.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.Item;
import io.keystonedb.LocalSecondaryIndex;
import io.keystonedb.TableSchema;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import io.keystonedb.internal.storage.memory.MemoryStore;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ItemCollectionsTest {
  /**
   * 5,369 of them are more than a gigabyte; items share it, so that the test needs little memory.
   */
  private static final Value CONTENT = Value.binary(new byte[200_000]);

  @RegisterExtension private final Databases databases = new Databases();
  private Database database;
  private JsonClient client;

  @BeforeEach
  void createTable() {
    // A store of bytes would have a copy of the content in each item.
    database = databases.open(new MemoryStore(Database.weigher()));
    client = new JsonClient(database);
    database.createTable(
        "logs",
        TableSchema.create()
            .partitionKey("pk", ValueType.S)
            .sortKey("sk", ValueType.N)
            .localIndex(LocalSecondaryIndex.of("by-level", "level", ValueType.N)));
  }

  private void put(String partition, int from, int to, boolean indexed) {
    for (int i = from; i < to; i++) {
      Item item =
          Item.builder().string("pk", partition).number("sk", i).value("content", CONTENT).build();
      database.table("logs").put(indexed ? item.with("level", Value.number(i)) : item);
    }
  }

  private String gigabytes(String partition) {
    return client
        .ok(
            "UpdateItem",
            "{'TableName':'logs','Key':{'pk':{'S':'"
                + partition
                + "'},'sk':{'N':'-1'}},'ReturnItemCollectionMetrics':'SIZE'}")
        .replaceFirst(".*'SizeEstimateRangeGB':\\[(.*)\\].*", "$1");
  }

  @Test
  void aCollectionIsAllItemsOfItsPartitionKey() {
    put("a", 0, 5_300, false);
    put("b", 0, 100, false);
    assertThat(gigabytes("a")).isEqualTo("0.0,1.0");

    put("a", 5_300, 5_400, false);
    assertThat(gigabytes("a")).isEqualTo("1.0,2.0");
    assertThat(gigabytes("b")).isEqualTo("0.0,1.0");

    client.ok("DeleteItem", "{'TableName':'logs','Key':{'pk':{'S':'a'},'sk':{'N':'0'}}}");
    assertThat(gigabytes("a")).isEqualTo("1.0,2.0");
    for (int i = 1; i < 100; i++) {
      client.ok("DeleteItem", "{'TableName':'logs','Key':{'pk':{'S':'a'},'sk':{'N':'" + i + "'}}}");
    }
    assertThat(gigabytes("a")).isEqualTo("0.0,1.0");
  }

  @Test
  void entriesOfLocalIndexesBelongToTheCollection() {
    put("a", 0, 2_600, true);
    assertThat(gigabytes("a")).isEqualTo("0.0,1.0");

    put("a", 2_600, 2_700, true);

    assertThat(gigabytes("a")).isEqualTo("1.0,2.0");
  }
}
