package io.keystonedb.junit5;

/** What a {@link DualWrite} class is compared with. */
public enum Reference {
  /** Nothing: the class does not write to two sides, whatever is said elsewhere. */
  NONE,

  /** A client that {@link DualWrite#method} or {@link DualWrite#supplier} gives. */
  CLIENT,

  /**
   * DynamoDB Local in this JVM, which must be on the class path: {@code
   * software.amazon.dynamodb:DynamoDBLocal}, or {@code com.amazonaws:DynamoDBLocal} from 2.0. Tests
   * that run at the same time have one each. DynamoDB Local reports its use to AWS unless the
   * environment variable {@code DDB_LOCAL_TELEMETRY} is {@code 0}.
   */
  DYNAMODB_LOCAL,

  /**
   * DynamoDB Local in a container, {@code amazon/dynamodb-local}, through Testcontainers ({@code
   * org.testcontainers:testcontainers}). One container serves the whole run; tests that run at the
   * same time are kept apart by their access keys. Without Docker the class is skipped.
   */
  DYNAMODB_LOCAL_CONTAINER,

  /**
   * What the environment names: an endpoint ({@code keystonedb.dual-write.endpoint}), or the real
   * service with the credentials and Region of a profile ({@code keystonedb.dual-write.profile}),
   * as a configuration parameter of JUnit, a system property, or an environment variable in upper
   * case ({@code KEYSTONEDB_DUAL_WRITE_ENDPOINT}). Without either the class is skipped. Tests make
   * their own tables there, never touch others, and delete theirs when the run ends.
   */
  ENDPOINT,

  /**
   * Another KeystoneDB in memory: finds what the sides of a comparison do not owe to each other.
   */
  KEYSTONEDB;

  /** As it is said in messages. */
  String text() {
    return switch (this) {
      case NONE -> "nothing";
      case CLIENT -> "the given client";
      case DYNAMODB_LOCAL -> "DynamoDB Local";
      case DYNAMODB_LOCAL_CONTAINER -> "DynamoDB Local in a container";
      case ENDPOINT -> "the endpoint of the environment";
      case KEYSTONEDB -> "another KeystoneDB";
    };
  }
}
