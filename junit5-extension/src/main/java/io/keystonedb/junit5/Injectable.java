package io.keystonedb.junit5;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The types that can be injected. They are told by name: those of the Enhanced client need not be
 * on the class path.
 */
enum Injectable {
  CLIENT("software.amazon.awssdk.services.dynamodb.DynamoDbClient"),
  ENHANCED_CLIENT("software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient"),
  TABLE("software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable"),
  ASYNC_CLIENT("software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient"),
  ENHANCED_ASYNC_CLIENT("software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient"),
  ASYNC_TABLE("software.amazon.awssdk.enhanced.dynamodb.DynamoDbAsyncTable"),
  STREAMS_CLIENT("software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient"),
  STREAMS_ASYNC_CLIENT(
      "software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient"),
  STREAM_RECORDS("io.keystonedb.junit5.StreamRecords"),
  ENDPOINT("java.net.URI"),
  DATABASE("io.keystonedb.Database"),
  CLOCK("io.keystonedb.KeystoneClock");

  /** Types that look as if they could be injected; saying why not beats silence. */
  private static final Set<String> REFUSED =
      Set.of(
          "software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex",
          "software.amazon.awssdk.enhanced.dynamodb.DynamoDbAsyncIndex",
          "com.amazonaws.services.dynamodbv2.AmazonDynamoDB",
          "io.keystonedb.Table");

  private final String typeName;

  Injectable(String typeName) {
    this.typeName = typeName;
  }

  static Optional<Injectable> of(Class<?> type) {
    return Arrays.stream(values()).filter(each -> each.typeName.equals(type.getName())).findFirst();
  }

  static boolean refuses(Class<?> type) {
    return REFUSED.contains(type.getName());
  }

  /** The types, for messages. */
  static String list() {
    return Arrays.stream(values())
        .map(each -> each.typeName.substring(each.typeName.lastIndexOf('.') + 1))
        .collect(Collectors.joining(", "));
  }

  /**
   * The object to inject.
   *
   * @param type the type with its arguments
   * @param table what {@link TableName} says
   */
  Object from(DatabaseHandle handle, Type type, @Nullable TableName table, Origin target) {
    return switch (this) {
      case CLIENT -> handle.client();
      case ENHANCED_CLIENT -> handle.enhancedClient();
      case TABLE ->
          Enhanced.table(
              handle.enhancedClient(), tableName(handle, type, table, target), bean(type, target));
      case ASYNC_CLIENT -> handle.asyncClient();
      case ENHANCED_ASYNC_CLIENT -> handle.enhancedAsyncClient();
      case ASYNC_TABLE ->
          EnhancedAsync.table(
              handle.enhancedAsyncClient(),
              tableName(handle, type, table, target),
              bean(type, target));
      case STREAMS_CLIENT -> handle.streamsClient();
      case STREAMS_ASYNC_CLIENT -> handle.streamsAsyncClient();
      case STREAM_RECORDS -> handle.streamRecords();
      case ENDPOINT -> handle.endpoint(target);
      case DATABASE -> handle.database();
      case CLOCK -> handle.database().clock();
    };
  }

  private static String tableName(
      DatabaseHandle handle, Type type, @Nullable TableName table, Origin target) {
    return table != null ? table.value() : onlyTable(handle, bean(type, target), target);
  }

  private static Class<?> bean(Type type, Origin target) {
    if (!(type instanceof ParameterizedType parameterized)
        || !(parameterized.getActualTypeArguments()[0] instanceof Class<?> bean)) {
      throw target.mistake("", type + " does not say which bean", "write DynamoDbTable<TheBean>");
    }
    return bean;
  }

  private static String onlyTable(DatabaseHandle handle, Class<?> bean, Origin target) {
    List<String> names =
        handle.tables().values().stream()
            .filter(table -> table.bean() == bean)
            .map(DeclaredTable::name)
            .sorted()
            .toList();
    if (names.size() == 1) {
      return names.get(0);
    }
    String value = "DynamoDbTable<" + bean.getSimpleName() + ">";
    if (names.isEmpty()) {
      throw target.mistake(
          value,
          "no table was declared for this bean",
          "add beans = @BeanTable(%s.class) to @KeystoneDb, or put @TableName on it"
              .formatted(bean.getSimpleName()));
    }
    throw target.mistake(
        value,
        "the tables " + names + " share this bean",
        "say which is meant, as @TableName(\"" + names.get(0) + "\")");
  }
}
