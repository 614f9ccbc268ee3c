package io.keystonedb.sdk;

import io.keystonedb.Database;
import io.keystonedb.sdk.support.ClientClass;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The clients of one interface that run on a database in this JVM. Thread-safe.
 *
 * @param <C> the SDK's interface
 */
final class InProcessClients<C> {
  private final String name;
  private final ClientClass<C> clientClass;
  private final List<SdkOperation> operations;

  /**
   * Makes the class of the clients.
   *
   * @param client the SDK's interface
   * @param base what is in common to clients of all SDK versions
   * @param maker the public class that makes such clients, for their text
   */
  InProcessClients(Class<C> client, Class<? extends ClientBase> base, Class<?> maker) {
    name = maker.getSimpleName();
    clientClass = new ClientClass<>(MethodHandles.lookup(), client, base, ClientBase.Context.class);
    operations = clientClass.operations().methods().stream().map(SdkOperation::new).toList();
  }

  /**
   * A client of a database.
   *
   * @param executor runs the operations, if it is an asynchronous one
   */
  C create(Database database, Executor executor) {
    return clientClass.create(new ClientBase.Context(name, database, operations, executor));
  }
}
