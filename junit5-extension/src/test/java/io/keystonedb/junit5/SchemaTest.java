package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.StreamView;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class SchemaTest {

  @KeystoneDb(
      tables =
          @Table(
              name = "events",
              partitionKey = "tenant",
              sortKey = "at:N",
              globalIndexes = {
                @GlobalIndex(
                    name = "wide",
                    partitionKey = {"a:S", "b:N", "c:B", "d:S"},
                    sortKey = {"at", "tenant", "e:S", "f:S"}),
                @GlobalIndex(name = "narrow", partitionKey = "e", include = "note")
              },
              localIndexes =
                  @LocalIndex(name = "byF", sortKey = "f", projection = ProjectionType.KEYS_ONLY),
              ttl = "expiresAt",
              stream = StreamView.NEW_IMAGE))
  static class Declared {
    @Test
    void isThere(DynamoDbClient client) {
      TableDescription table = client.describeTable(r -> r.tableName("events")).table();

      assertThat(table.keySchema())
          .extracting(KeySchemaElement::attributeName)
          .containsExactly("tenant", "at");
      assertThat(table.attributeDefinitions()).hasSize(8);
      assertThat(table.globalSecondaryIndexes())
          .anySatisfy(
              index -> {
                assertThat(index.indexName()).isEqualTo("wide");
                assertThat(index.keySchema())
                    .extracting(KeySchemaElement::attributeName)
                    .containsExactly("a", "b", "c", "d", "at", "tenant", "e", "f");
              })
          .anySatisfy(
              index -> {
                assertThat(index.indexName()).isEqualTo("narrow");
                assertThat(index.projection().projectionType()).isEqualTo(ProjectionType.INCLUDE);
                assertThat(index.projection().nonKeyAttributes()).containsExactly("note");
              });
      assertThat(table.localSecondaryIndexes())
          .singleElement()
          .satisfies(index -> assertThat(index.indexName()).isEqualTo("byF"));
      assertThat(table.streamSpecification().streamViewType()).isEqualTo(StreamViewType.NEW_IMAGE);
      assertThat(
              client
                  .describeTimeToLive(r -> r.tableName("events"))
                  .timeToLiveDescription()
                  .attributeName())
          .isEqualTo("expiresAt");
    }
  }

  @Test
  void anAnnotationDescribesAWholeTable() {
    Engine.passes(1, Declared.class);
  }

  @KeystoneDb(
      tables = @Table(name = "users", partitionKey = "id", seed = "beside.jsonl"),
      beans = {
        @BeanTable(Order.class),
        @BeanTable(value = Line.class, name = "lines", ttl = "t", stream = StreamView.KEYS_ONLY),
        @BeanTable(value = Line.class, name = "old_lines")
      })
  static class Beans {
    DynamoDbTable<Order> orders;

    @TableName("old_lines")
    DynamoDbTable<Line> oldLines;

    @Test
    void areTables(
        DynamoDbClient client,
        DynamoDbEnhancedClient enhanced,
        DynamoDbTable<Order> sameOrders,
        @TableName("lines") DynamoDbTable<Line> lines) {
      Order order = new Order();
      order.setCustomer("ada");
      order.setNumber(1L);
      orders.putItem(order);

      assertThat(orders.tableName()).isEqualTo("order");
      assertThat(sameOrders.scan().items().stream()).hasSize(1);
      assertThat(oldLines.tableName()).isEqualTo("old_lines");
      assertThat(lines.describeTable().table().streamSpecification().streamViewType())
          .isEqualTo(StreamViewType.KEYS_ONLY);
      assertThat(enhanced.table("order", orders.tableSchema()).scan().items().stream()).hasSize(1);
      TableDescription table = client.describeTable(r -> r.tableName("order")).table();
      assertThat(table.globalSecondaryIndexes()).singleElement();
      assertThat(table.localSecondaryIndexes()).singleElement();
    }

    @Test
    void filesForOneTableMayLieBesideTheClass(DynamoDbClient client) {
      assertThat(Users.ids(client)).containsExactly("ada", "bob");
    }
  }

  @DynamoDbBean
  public static class Line {
    private String id;

    @DynamoDbPartitionKey
    public String getId() {
      return id;
    }

    public void setId(String id) {
      this.id = id;
    }
  }

  @Test
  void beansDescribeTables() {
    Engine.passes(2, Beans.class);
  }
}
