package io.keystonedb.junit5;

import io.keystonedb.StreamView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/**
 * A table to create, whichever annotation describes it.
 *
 * @param attributes the types of all key attributes, in the order they were met
 * @param ttl empty for none
 */
record TableDeclaration(
    String name,
    Map<String, ScalarAttributeType> attributes,
    Keys keys,
    List<Index> globalIndexes,
    List<Index> localIndexes,
    String ttl,
    StreamView stream) {

  /** The names of key attributes. */
  record Keys(List<String> partition, List<String> sort) {
    Keys {
      partition = List.copyOf(partition);
      sort = List.copyOf(sort);
    }

    private List<KeySchemaElement> toSchema() {
      List<KeySchemaElement> elements = new ArrayList<>();
      partition.forEach(name -> elements.add(element(name, KeyType.HASH)));
      sort.forEach(name -> elements.add(element(name, KeyType.RANGE)));
      return elements;
    }

    private static KeySchemaElement element(String name, KeyType type) {
      return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
  }

  /**
   * An index.
   *
   * @param include attributes beside the keys, for the projection INCLUDE
   */
  record Index(String name, Keys keys, ProjectionType projection, List<String> include) {
    Index {
      include = List.copyOf(include);
    }

    private Projection toProjection() {
      Projection.Builder builder = Projection.builder().projectionType(projection);
      return include.isEmpty() ? builder.build() : builder.nonKeyAttributes(include).build();
    }
  }

  TableDeclaration {
    attributes = new LinkedHashMap<>(attributes);
    globalIndexes = List.copyOf(globalIndexes);
    localIndexes = List.copyOf(localIndexes);
  }

  /** Creates the table. */
  void create(DynamoDbClient client) {
    client.createTable(toRequest());
    if (!ttl.isEmpty()) {
      client.updateTimeToLive(
          request ->
              request
                  .tableName(name)
                  .timeToLiveSpecification(ttl -> ttl.attributeName(this.ttl).enabled(true)));
    }
  }

  private CreateTableRequest toRequest() {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(name)
            .keySchema(keys.toSchema())
            .attributeDefinitions(definitions())
            .billingMode(BillingMode.PAY_PER_REQUEST);
    if (!globalIndexes.isEmpty()) {
      request.globalSecondaryIndexes(
          globalIndexes.stream().map(TableDeclaration::toGlobal).toList());
    }
    if (!localIndexes.isEmpty()) {
      request.localSecondaryIndexes(localIndexes.stream().map(TableDeclaration::toLocal).toList());
    }
    if (stream != StreamView.NONE) {
      request.streamSpecification(
          StreamSpecification.builder().streamEnabled(true).streamViewType(stream.name()).build());
    }
    return request.build();
  }

  private List<AttributeDefinition> definitions() {
    return attributes.entrySet().stream()
        .map(
            entry ->
                AttributeDefinition.builder()
                    .attributeName(entry.getKey())
                    .attributeType(entry.getValue())
                    .build())
        .toList();
  }

  private static GlobalSecondaryIndex toGlobal(Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(index.keys().toSchema())
        .projection(index.toProjection())
        .build();
  }

  private static LocalSecondaryIndex toLocal(Index index) {
    return LocalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(index.keys().toSchema())
        .projection(index.toProjection())
        .build();
  }
}
