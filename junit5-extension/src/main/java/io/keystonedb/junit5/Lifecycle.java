package io.keystonedb.junit5;

/** How the tests of a class are kept apart from each other. */
public enum Lifecycle {
  /**
   * That of the enclosing class, of the class for an annotation on a method, or of the registered
   * extension; {@link #FORK} if there is none.
   */
  INHERITED,

  /**
   * Each test, and each repetition or set of arguments of one, runs on a private copy of the
   * database as it was when {@code @BeforeAll} methods were done. Schema and seed are made once per
   * class, a copy costs microseconds. Tests may run in parallel.
   *
   * <p>An instance that serves all tests (PER_CLASS) cannot have its fields or constructor
   * parameters set to a database of one test; that is refused. All tests of one
   * {@code @TestFactory} method share a copy.
   */
  FORK,

  /**
   * All tests use one database through clients that stay the same, and it is rolled back after each
   * test, to where {@code @BeforeAll} methods left it: for clients that outlive a test, as in
   * Spring contexts and static code. What a nested class did is rolled back when it is done. Tests
   * that overlap in time are refused.
   */
  RESTORE,

  /** All tests use one database and see what the others wrote. */
  SHARED
}
