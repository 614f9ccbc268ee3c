package io.keystonedb.junit5;

import io.keystonedb.migration.ComparisonRules;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * On a class with {@link KeystoneDb}: its tests write to two sides, and what differs fails them.
 *
 * <pre>{@code
 * @KeystoneDb(tables = @Table(name = "users", partitionKey = "id"))
 * @DualWrite(reference = Reference.DYNAMODB_LOCAL)
 * class UsersTest { ... }
 * }</pre>
 *
 * <p>While a test runs, its clients (synchronous, asynchronous, enhanced, tables) answer as
 * KeystoneDB does, the primary; the reference, the shadow, gets each request directly afterwards
 * and both answers are compared. When the test has ended, all tables and indexes of both sides are
 * compared. Differences that no {@link ExpectDiscrepancy} speaks of fail the test, the first few
 * are in the message and all on a page, {@code target/keystonedb-dual-write/<class>.html}.
 *
 * <p>Before each test the reference gets the tables of its database, with their indexes, capacity
 * mode, stream, time to live and protection, and their items; what it still holds from the test
 * before is not copied again. Tags, backups and the like are KeystoneDB's alone, and so is what
 * goes around the clients: the native API, and the clock. A reference knows no moved clock: what
 * expires by it is a discrepancy to expect.
 *
 * <p>Nested classes inherit it; the innermost counts. Tests of one database ({@link
 * Lifecycle#SHARED} and {@link Lifecycle#RESTORE}), and tests whose reference is one and the same
 * client, must not overlap; they are refused if they do.
 *
 * <p><b>Without changing tests.</b> The configuration parameter {@code keystonedb.dual-write} names
 * a {@link Reference} for all classes that have no annotation, or is {@code off} for all that have
 * one. {@code keystonedb.dual-write.failing} is {@code false} to only report. {@code
 * keystonedb.dual-write.directory} says where pages are written.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(KeystoneDbExtension.class)
public @interface DualWrite {
  /** The other side. */
  Reference reference() default Reference.CLIENT;

  /**
   * A static method without parameters that gives the other side's client: {@code "name"} of the
   * class, one of its superclasses or an enclosing class, or {@code "com.example.Clients#name"}. It
   * is called before each test and may give the same client again.
   */
  String method() default "";

  /** A class that gives the other side's client, as {@link #method} does. */
  Class<? extends Supplier<DynamoDbClient>> supplier() default NoSupplier.class;

  /** Whether discrepancies fail the test; they are only reported otherwise. */
  boolean failing() default true;

  /** How many discrepancies a message shows. */
  int show() default 10;

  /** Paths at which differences do not count, as in {@link ComparisonRules.Builder#ignore}. */
  String[] ignore() default {};

  /** A class that says what counts as a difference. */
  Class<? extends Supplier<ComparisonRules>> rules() default Strict.class;

  /**
   * Whether the reference gets tables and items before each test, and is compared with KeystoneDB
   * as a whole after it. Switch it off for a mock that answers only what it was told to; nothing
   * then keeps tests from tables that the reference has already.
   */
  boolean compareTables() default true;

  /**
   * Whether tables of the same names that the reference holds already may be deleted and made anew.
   * They are refused otherwise.
   */
  boolean existingTables() default false;

  /** Stands for none. */
  final class NoSupplier implements Supplier<DynamoDbClient> {
    private NoSupplier() {}

    @Override
    public DynamoDbClient get() {
      throw new IllegalStateException("stands for no supplier");
    }
  }

  /** {@link ComparisonRules#strict}. */
  final class Strict implements Supplier<ComparisonRules> {
    private Strict() {}

    @Override
    public ComparisonRules get() {
      return ComparisonRules.strict();
    }
  }
}
