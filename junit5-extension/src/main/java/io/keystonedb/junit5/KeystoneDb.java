package io.keystonedb.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class, or one test method, a DynamoDB of its own in this JVM, with tables
 * and items already in it.
 *
 * <pre>{@code
 * @KeystoneDb(tables = @Table(name = "users", partitionKey = "id"), seed = "users.json")
 * class UsersTest {
 *   @Test
 *   void findsAUser(DynamoDbClient client) { ... }
 * }
 * }</pre>
 *
 * <p><b>Injection.</b> Parameters of test methods, lifecycle methods and constructors (so records
 * work as test classes) may be of type {@code DynamoDbClient}, {@code DynamoDbEnhancedClient},
 * {@code DynamoDbTable<T>}, their asynchronous twins, {@code DynamoDbStreamsClient}, {@code
 * DynamoDbStreamsAsyncClient}, {@link StreamRecords}, {@link io.keystonedb.Database} and {@link
 * io.keystonedb.KeystoneClock}, and with {@link #endpoint} {@link java.net.URI}. Fields of these
 * types, private ones and those of superclasses too, are set unless they are final, hold a value
 * already, or bear an annotation other than {@link TableName}. A {@code DynamoDbTable<T>} or {@code
 * DynamoDbAsyncTable<T>} is the table that was declared for the bean {@code T}; where several share
 * the bean, or none was declared for it, {@link TableName} says which. Whatever a test gets looks
 * at the same database; {@code @BeforeAll} and {@code @AfterAll} methods and static fields get the
 * database of the class.
 *
 * <p><b>Isolation.</b> See {@link Lifecycle}: by default tests run on private copies and may run in
 * parallel. The clock is isolated as the data is.
 *
 * <p><b>Several annotations add up.</b> This annotation may be repeated, be inherited from a
 * superclass, and stand on other annotations that are then used in its place. A {@code @Nested}
 * class has what its enclosing class has, including what that wrote in {@code @BeforeAll}, plus
 * what its own annotations declare; what a nested class adds, its enclosing class does not see. An
 * annotation on a method adds to what its class has, for that method; on a method of a class
 * without one only parameters are injected. A table may be declared once: the same declaration met
 * again is no error, a different one of the same name is. The innermost lifecycle that is stated
 * counts.
 *
 * <p>In a class that registers a {@link KeystoneDbExtension} in a field, the annotation adds to
 * that extension's database.
 *
 * <p>What cannot work is refused with an {@link
 * org.junit.jupiter.api.extension.ExtensionConfigurationException} that says how to fix it. Needs
 * JUnit 5.13 or newer.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(KeystoneDb.Repeated.class)
@ExtendWith(KeystoneDbExtension.class)
public @interface KeystoneDb {
  /** Tables to create. */
  Table[] tables() default {};

  /** Tables to create from bean classes of the SDK's Enhanced client. */
  BeanTable[] beans() default {};

  /**
   * JSON files with the items to begin with: objects from table name to array of items. An item is
   * plain JSON ({@code {"id":"a","n":1}}) or DynamoDB JSON ({@code
   * {"id":{"S":"a"},"n":{"N":"1"}}}): it is the latter if all its members are objects, which no
   * plain item's are, since keys are strings or numbers. The file of {@code aws dynamodb
   * batch-write-item} works too.
   *
   * <p>Files are looked for beside the test class on the class path, then at the root of the class
   * path; {@code /name} looks only at the root, and {@code file:path} in the file system. They are
   * loaded with BatchWriteItem in the order given, after all tables of this annotation exist.
   * {@link Table#seed} takes files for one table.
   */
  String[] seed() default {};

  /** How tests are kept apart. */
  Lifecycle lifecycle() default Lifecycle.INHERITED;

  /**
   * Whether to serve each database over HTTP, for frameworks and other processes: parameters and
   * fields of type {@link java.net.URI} are then injected with its address, on a free port of the
   * loopback interface. The server starts when it is first asked for and ends with the test, or
   * with the class where tests share its database. Needs {@code io.keystonedb:keystonedb-server} on
   * the class path. {@link EndpointSystemProperties} publishes the address too.
   */
  boolean endpoint() default false;

  /** Several of them on one element; the compiler writes it. */
  @Documented
  @Inherited
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @ExtendWith(KeystoneDbExtension.class)
  @interface Repeated {
    /** The annotations. */
    KeystoneDb[] value();
  }
}
