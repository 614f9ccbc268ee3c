package com.example.orders;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A database for the class, and a copy of it for each test. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KeystoneDb.Databases.class)
@interface KeystoneDb {
  final class Databases implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      Class<?> type = parameter.getParameter().getType();
      return type == DynamoDbClient.class
          || type == DynamoDbEnhancedClient.class
          || type == KeystoneClock.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      Database database = database(context);
      Class<?> type = parameter.getParameter().getType();
      if (type == KeystoneClock.class) {
        return database.clock();
      }
      DynamoDbClient client = KeystoneDynamoDbClient.create(database);
      return type == DynamoDbClient.class
          ? client
          : DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
    }

    private static Database database(ExtensionContext context) {
      var store = context.getStore(ExtensionContext.Namespace.create(KeystoneDb.class));
      String key = context.getUniqueId();
      if (context.getTestMethod().isEmpty()) {
        return store.getOrComputeIfAbsent(key, unused -> Database.inMemory(), Database.class);
      }
      return store.getOrComputeIfAbsent(
          key, unused -> database(context.getParent().orElseThrow()).fork(), Database.class);
    }
  }
}
