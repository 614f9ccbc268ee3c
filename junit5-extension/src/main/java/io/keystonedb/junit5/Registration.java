package io.keystonedb.junit5;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What an extension made by the builder keeps, as its {@code client()} is used where there is no
 * context with a store. Thread-safe.
 */
final class Registration {
  private final Supplier<Scope> make;
  private final Lifecycle lifecycle;
  private final Router router = new Router();
  private @Nullable Scope root;
  private @Nullable DynamoDbClient client;

  Registration(Lifecycle lifecycle, Supplier<Scope> make) {
    this.lifecycle = lifecycle;
    this.make = make;
  }

  Lifecycle lifecycle() {
    return lifecycle;
  }

  Router router() {
    return router;
  }

  /** The database that classes start from, made at first use. */
  synchronized Scope root() {
    if (root == null) {
      root = make.get();
    }
    return root;
  }

  synchronized DynamoDbClient client() {
    if (client == null) {
      client =
          lifecycle == Lifecycle.FORK
              ? RoutingClient.to(() -> current().client())
              : root().handle().client();
    }
    return client;
  }

  DatabaseHandle current() {
    return router.current(this::root);
  }
}
