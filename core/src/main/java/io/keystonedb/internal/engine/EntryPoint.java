package io.keystonedb.internal.engine;

/** The way by which a request reaches a database. */
public enum EntryPoint {
  /** The native API. */
  NATIVE,
  /** A client of the AWS SDK in this JVM. */
  SDK,
  /** The wire protocol, over a socket or in process. */
  HTTP,
  /** None: what the service does by itself, such as deleting items that expired. */
  SERVICE
}
