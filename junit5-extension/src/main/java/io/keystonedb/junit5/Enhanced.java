package io.keystonedb.junit5;

import io.keystonedb.StreamView;
import io.keystonedb.junit5.TableDeclaration.Index;
import io.keystonedb.junit5.TableDeclaration.Keys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.IndexMetadata;
import software.amazon.awssdk.enhanced.dynamodb.KeyAttributeMetadata;
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
    String partition = partitionKey(bean, metadata, origin);
    List<Index> global = new ArrayList<>();
    List<Index> local = new ArrayList<>();
    for (IndexMetadata index : metadata.indices()) {
      if (!index.name().equals(TableMetadata.primaryIndexName())) {
        Keys keys = keys(index, partition);
        // The SDK's rule for its own createTable().
        boolean isLocal = keys.partition().equals(List.of(partition));
        (isLocal ? local : global)
            .add(new Index(index.name(), keys, ProjectionType.ALL, List.of()));
      }
    }
    List<String> sort = metadata.primarySortKey().map(List::of).orElse(List.of());
    Keys keys = new Keys(List.of(partition), sort);
    return new TableDeclaration(
        name, types(metadata, keys, global, local), keys, global, local, ttl, stream);
  }

  @SuppressWarnings("deprecation") // older SDKs have nothing else
  private static Keys keys(IndexMetadata index, String tablePartition) {
    List<String> partition = names(index, "partitionKeys", index::partitionKey);
    return new Keys(
        partition.isEmpty() ? List.of(tablePartition) : partition,
        names(index, "sortKeys", index::sortKey));
  }

  /** Keys of several attributes came to the SDK late, with methods that older versions lack. */
  private static List<String> names(
      IndexMetadata index, String method, Supplier<Optional<KeyAttributeMetadata>> single) {
    try {
      List<?> keys = (List<?>) IndexMetadata.class.getMethod(method).invoke(index);
      return keys.stream().map(key -> ((KeyAttributeMetadata) key).name()).toList();
    } catch (NoSuchMethodException e) {
      return single.get().map(key -> List.of(key.name())).orElse(List.of());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read the keys of index " + index.name(), e);
    }
  }

  private static Map<String, ScalarAttributeType> types(
      TableMetadata metadata, Keys table, List<Index> global, List<Index> local) {
    List<String> names = new ArrayList<>(table.partition());
    names.addAll(table.sort());
    for (List<Index> indexes : List.of(global, local)) {
      for (Index index : indexes) {
        names.addAll(index.keys().partition());
        names.addAll(index.keys().sort());
      }
    }
    Map<String, ScalarAttributeType> types = new LinkedHashMap<>();
    for (String name : names) {
      metadata.scalarAttributeType(name).ifPresent(type -> types.put(name, type));
    }
    return types;
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
