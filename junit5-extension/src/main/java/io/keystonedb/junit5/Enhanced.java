package io.keystonedb.junit5;

import io.keystonedb.junit5.TableDeclaration.Index;
import io.keystonedb.junit5.TableDeclaration.Keys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The one class that uses the SDK's Enhanced client, which need not be on the class path: it may be
 * touched only where a declaration or an injected type mentions that client.
 */
final class Enhanced {
  private Enhanced() {}

  static Object client(DynamoDbClient client) {
    return DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
  }

  static Object table(Object client, String name, Class<?> bean) {
    return ((DynamoDbEnhancedClient) client).table(name, TableSchema.fromClass(bean));
  }

  /** The table that a bean class describes. */
  static TableDeclaration declaration(
      Class<?> bean, String name, String ttl, StreamView stream, Origin origin) {
    TableMetadata metadata = metadata(bean, origin);
    List<Index> global = new ArrayList<>();
    List<Index> local = new ArrayList<>();
    Keys keys = new Keys(List.of(partitionKey(bean, metadata, origin)), sortKey(metadata));
    metadata
        .indices()
        .forEach(
            index -> {
              if (!index.name().equals(TableMetadata.primaryIndexName())) {
                Index declared = index(index.name(), metadata);
                // The SDK's rule: an index without a partition key of its own is local.
                (index.partitionKey().isPresent() ? global : local).add(withKeys(declared, keys));
              }
            });
    return new TableDeclaration(name, types(metadata), keys, global, local, ttl, stream);
  }

  private static TableMetadata metadata(Class<?> bean, Origin origin) {
    try {
      return TableSchema.fromClass(bean).tableMetadata();
    } catch (RuntimeException e) {
      throw origin.mistake(
          "",
          "the SDK cannot read the schema of " + bean.getName() + ": " + e.getMessage(),
          "name a class with @DynamoDbBean or @DynamoDbImmutable that has what the SDK asks for",
          e);
    }
  }

  private static String partitionKey(Class<?> bean, TableMetadata metadata, Origin origin) {
    try {
      return metadata.primaryPartitionKey();
    } catch (IllegalArgumentException e) {
      throw origin.mistake(
          "",
          bean.getName() + " has no partition key",
          "put @DynamoDbPartitionKey on the getter of the key attribute",
          e);
    }
  }
}
