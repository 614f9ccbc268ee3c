package io.keystonedb.junit5;

import io.keystonedb.StreamView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Describes a {@link KeystoneDbExtension}. Not thread-safe. */
public final class KeystoneDbExtensionBuilder {
  private final Origin origin;
  private final List<DeclaredTable> tables = new ArrayList<>();
  private final List<Consumer<DynamoDbClient>> schema = new ArrayList<>();
  private final List<Consumer<DynamoDbClient>> seeds = new ArrayList<>();
  private Lifecycle lifecycle = Lifecycle.FORK;
  private boolean endpoint;

  KeystoneDbExtensionBuilder(Class<?> caller) {
    origin = new Origin(caller, null, "KeystoneDbExtension.builder()");
  }

  /** Adds code that creates tables, such as the production code's own. */
  public KeystoneDbExtensionBuilder schema(Consumer<DynamoDbClient> code) {
    schema.add(code);
    return this;
  }

  /** Adds the table of a bean class, under the name that {@link BeanTable} derives. */
  public KeystoneDbExtensionBuilder bean(Class<?> bean) {
    return bean(bean, "");
  }

  /** Adds the table of a bean class, as {@link BeanTable} does. */
  public KeystoneDbExtensionBuilder bean(Class<?> bean, String tableName) {
    tables.add(DeclaredTable.of(bean, tableName, "", StreamView.NONE, List.of(), origin));
    return this;
  }

  /** Adds a file as in {@link KeystoneDb#seed}. */
  public KeystoneDbExtensionBuilder seed(String file) {
    seeds.add(client -> new Seed(file, null, origin).load(client));
    return this;
  }

  /** Adds a file with items of one table, as in {@link Table#seed}. */
  public KeystoneDbExtensionBuilder seed(String tableName, String file) {
    seeds.add(client -> new Seed(file, tableName, origin).load(client));
    return this;
  }

  /** Adds code that writes items; it runs after all code for the schema. */
  public KeystoneDbExtensionBuilder seed(Consumer<DynamoDbClient> code) {
    seeds.add(code);
    return this;
  }

  /** How tests are kept apart; {@link Lifecycle#FORK} unless stated. */
  public KeystoneDbExtensionBuilder lifecycle(Lifecycle lifecycle) {
    this.lifecycle = lifecycle == Lifecycle.INHERITED ? Lifecycle.FORK : lifecycle;
    return this;
  }

  /** Serves the database over HTTP, as {@link KeystoneDb#endpoint}. */
  public KeystoneDbExtensionBuilder endpoint() {
    endpoint = true;
    return this;
  }

  /** The extension; its tables and items are made when they are first needed. */
  public KeystoneDbExtension build() {
    Declaration declaration =
        new Declaration(
            origin,
            List.copyOf(tables),
            List.copyOf(schema),
            List.copyOf(seeds),
            lifecycle,
            endpoint);
    Lifecycle chosen = lifecycle;
    return new KeystoneDbExtension(
        new Registration(chosen, () -> Scope.root(chosen, List.of(declaration))));
  }
}
