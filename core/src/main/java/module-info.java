import org.jspecify.annotations.NullMarked;

/** The engine of KeystoneDB and its native API. */
@NullMarked
module io.keystonedb {
  requires com.fasterxml.jackson.core;
  requires static transitive org.jspecify;

  exports io.keystonedb;
  exports io.keystonedb.storage;

  // The modules of this project; everybody else stays outside.
  exports io.keystonedb.internal.engine to
      io.keystonedb.sdk,
      io.keystonedb.server,
      io.keystonedb.local,
      io.keystonedb.junit5;
  exports io.keystonedb.internal.json to
      io.keystonedb.sdk,
      io.keystonedb.server,
      io.keystonedb.junit5;
  exports io.keystonedb.internal.operation to
      io.keystonedb.sdk,
      io.keystonedb.server,
      io.keystonedb.junit5;
  exports io.keystonedb.internal.shape to
      io.keystonedb.sdk,
      io.keystonedb.server,
      io.keystonedb.junit5;
  exports io.keystonedb.internal.wire to
      io.keystonedb.sdk,
      io.keystonedb.server;
}
