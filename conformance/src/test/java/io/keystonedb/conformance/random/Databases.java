package io.keystonedb.conformance.random;

import io.keystonedb.Database;
import io.keystonedb.conformance.TestTables;
import io.keystonedb.server.KeystoneServer;
import java.util.List;
import java.util.Map;

/** KeystoneDB behind its HTTP server, and dynoxide, both on the loopback interface. */
final class Databases implements AutoCloseable {
  private static final Map<String, Object> STREAM =
      Map.of("StreamEnabled", true, "StreamViewType", "NEW_AND_OLD_IMAGES");

  private final KeystoneServer server = KeystoneServer.start(database());
  private final Dynoxide dynoxide = Dynoxide.start();
  private final Endpoint ours = new Endpoint(server.endpoint());
  private final Endpoint theirs = new Endpoint(dynoxide.endpoint());

  /** Dynoxide has the words of the older layer of validation, and so has this Region. */
  private static Database database() {
    Database database = Database.inMemory();
    database.dials().validationOf("eu-south-2");
    return database;
  }

  /** The two databases without tables. */
  static Databases start() {
    return new Databases();
  }

  /** The two databases with the tables of {@link TestTables}, which have streams. */
  static Databases startWithTables() {
    Databases databases = start();
    for (Endpoint endpoint : List.of(databases.ours, databases.theirs)) {
      RequestRecorder recorder = new RequestRecorder();
      TestTables.requests()
          .forEach(
              request -> {
                Request create = recorder.record(request);
                endpoint.answer(
                    create.operation(), create.with("StreamSpecification", STREAM).body());
              });
    }
    return databases;
  }

  Endpoint ours() {
    return ours;
  }

  Endpoint theirs() {
    return theirs;
  }

  @Override
  public void close() {
    ours.close();
    theirs.close();
    dynoxide.close();
    server.close();
  }
}
