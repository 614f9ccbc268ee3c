package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.migration.ComparisonRules;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What is wrong with {@link DualWrite} is said, with the place and what to do. */
class DualWriteMistakesTest {
  private static void fails(Class<?> sample, String... parts) {
    says(Engine.failures(Engine.run(sample)), sample, parts);
  }

  private static void says(String message, Class<?> sample, String... parts) {
    assertThat(message).contains(sample.getName(), "To fix it: ").contains(parts);
  }

  static DynamoDbClient fresh() {
    return KeystoneDynamoDbClient.create(Database.inMemory());
  }

  @UsersTable
  @DualWrite
  static class NoReference {
    @Test
    void test() {}
  }

  @UsersTable
  @DualWrite(reference = Reference.KEYSTONEDB, method = "fresh")
  static class TwoReferences {
    @Test
    void test() {}
  }

  static final class Given implements Supplier<DynamoDbClient> {
    @Override
    public DynamoDbClient get() {
      return fresh();
    }
  }

  @UsersTable
  @DualWrite(method = "fresh", supplier = Given.class)
  static class MethodAndSupplier {
    @Test
    void test() {}
  }

  @Test
  void referencesThatAreNotOne() {
    fails(NoReference.class, "@DualWrite", "does not say what", "Reference.DYNAMODB_LOCAL");
    fails(TwoReferences.class, "reference = KEYSTONEDB, method", "two references");
    fails(MethodAndSupplier.class, "method, supplier", "two references");
  }

  @UsersTable
  @DualWrite(method = "nowhere")
  static class NoMethod {
    @Test
    void test() {}
  }

  @UsersTable
  @DualWrite(method = "com.example.Clients#client")
  static class NoClass {
    @Test
    void test() {}
  }

  @UsersTable
  @DualWrite(method = "client")
  static class NotStatic {
    DynamoDbClient client() {
      return fresh();
    }

    @Test
    void test() {}
  }

  @UsersTable
  @DualWrite(method = "client")
  static class OfAnotherType {
    static String client() {
      return "";
    }

    @Test
    void test() {}
  }

  @UsersTable
  @DualWrite(method = "client")
  static class GivesNull {
    static DynamoDbClient client() {
      return null;
    }

    @Test
    void test() {}
  }

  @UsersTable
  @DualWrite(method = "client")
  static class Throws {
    static DynamoDbClient client() {
      throw new IllegalStateException("no network");
    }

    @Test
    void test() {}
  }

  @Test
  void methodsThatGiveNoClient() {
    fails(NoMethod.class, "method = \"nowhere\"", "no method", "static DynamoDbClient nowhere()");
    fails(NoClass.class, "there is no class com.example.Clients", "full name");
    fails(NotStatic.class, "method = \"client\"", "not static");
    fails(OfAnotherType.class, "returns java.lang.String", "DynamoDbClient");
    fails(GivesNull.class, "returned null");
    fails(Throws.class, "no network");
  }

  static final class NoClient implements Supplier<DynamoDbClient> {
    @Override
    public DynamoDbClient get() {
      return null;
    }
  }

  @UsersTable
  @DualWrite(supplier = NoClient.class)
  static class SuppliesNull {
    @Test
    void test() {}
  }

  record NotMade(String argument) implements Supplier<DynamoDbClient> {
    @Override
    public DynamoDbClient get() {
      return fresh();
    }
  }

  @UsersTable
  @DualWrite(supplier = NotMade.class)
  static class CannotBeMade {
    @Test
    void test() {}
  }

  @Test
  void suppliersThatGiveNoClient() {
    fails(SuppliesNull.class, "supplier = NoClient.class", "supplies null", "DynamoDbClient");
    fails(CannotBeMade.class, "supplier = NotMade.class", "constructor without parameters");
  }

  @UsersTable
  @DualWrite(reference = Reference.KEYSTONEDB, show = 0)
  static class ShowsNothing {
    @Test
    void test() {}
  }

  @UsersTable
  @DualWrite(reference = Reference.KEYSTONEDB, ignore = "a[b]")
  static class IgnoresNoPath {
    @Test
    void test() {}
  }

  static final class NoRules implements Supplier<ComparisonRules> {
    @Override
    public ComparisonRules get() {
      throw new IllegalArgumentException("this path is none");
    }
  }

  @UsersTable
  @DualWrite(reference = Reference.KEYSTONEDB, rules = NoRules.class)
  static class RulesThatThrow {
    @Test
    void test() {}
  }

  @UsersTable
  @DualWrite(reference = Reference.KEYSTONEDB, rules = NoRules.class, ignore = "a")
  static class RulesTwice {
    @Test
    void test() {}
  }

  @Test
  void rulesThatAreNone() {
    fails(ShowsNothing.class, "show = 0", "at least 1");
    fails(IgnoresNoPath.class, "ignore = \"a[b]\"", "neither a number nor [*]");
    fails(RulesThatThrow.class, "rules = NoRules.class", "this path is none");
    fails(RulesTwice.class, "ignore, rules", "said twice", "put the paths into NoRules");
  }

  @DualWrite(reference = Reference.KEYSTONEDB)
  static class NoDatabase {
    @Test
    void test() {}
  }

  @UsersTable
  @KeystoneDb(endpoint = true)
  @DualWrite(reference = Reference.KEYSTONEDB)
  static class WithEndpoint {
    @Test
    void test() {}
  }

  @UsersTable
  @EndpointSystemProperties
  @DualWrite(reference = Reference.KEYSTONEDB)
  static class WithPublishedEndpoint {
    @Test
    void test() {}
  }

  @Test
  void databasesThatCannotBeFollowed() {
    fails(NoDatabase.class, "no database", "add @KeystoneDb");
    fails(WithEndpoint.class, "endpoint = true", "one side only");
    fails(WithPublishedEndpoint.class, "@EndpointSystemProperties", "one side only");
  }

  @DualWrite(reference = Reference.KEYSTONEDB)
  static class GivenAwayBefore {
    @RegisterExtension
    static final KeystoneDbExtension DB =
        KeystoneDbExtension.builder()
            .schema(Users::createTable)
            .lifecycle(Lifecycle.RESTORE)
            .build();

    static final DynamoDbClient CLIENT = DB.client();

    @Test
    void test() {
      Users.put(CLIENT, "ada");
    }
  }

  @UsersTable
  @KeystoneDb(lifecycle = Lifecycle.RESTORE)
  static class OuterWithout {
    static DynamoDbClient stable;

    @Nested
    @DualWrite(reference = Reference.KEYSTONEDB)
    class Inner {
      @Test
      void test() {}
    }
  }

  @Test
  void clientsThatWriteToOneSideOnly() {
    fails(GivenAwayBefore.class, "given away before", "take clients as parameters");
    fails(OuterWithout.class, "given away before", "outermost class");
  }

  @UsersTable
  @DualWrite(reference = Reference.KEYSTONEDB)
  static class ExpectsAnything {
    @Test
    @ExpectDiscrepancy(because = "who knows")
    void test() {}
  }

  @UsersTable
  @DualWrite(reference = Reference.KEYSTONEDB)
  static class ExpectsWithoutReason {
    @Test
    @ExpectDiscrepancy(operation = "Query", because = " ")
    void test() {}
  }

  @UsersTable
  @DualWrite(reference = Reference.KEYSTONEDB)
  @ExpectDiscrepancy(path = "a..b", because = "who knows")
  static class ExpectsNoPath {
    @Test
    void test() {}
  }

  @UsersTable
  @DualWrite(reference = Reference.KEYSTONEDB)
  static class ExpectsNoOperation {
    @Test
    @ExpectDiscrepancy(operation = "Querry", because = "who knows")
    void test() {}
  }

  @Test
  void expectationsThatSayTooLittle() {
    fails(ExpectsAnything.class, "@ExpectDiscrepancy", "every discrepancy", "kind, operation");
    fails(ExpectsWithoutReason.class, "because = \"\"", "why both sides differ");
    fails(ExpectsNoPath.class, "path = \"a..b\"", "empty name");
    fails(ExpectsNoOperation.class, "operation = \"Querry\"", "no such operation", "GetItem");
  }

  static class Plain {
    @RegisterExtension
    static final KeystoneDbExtension DB =
        KeystoneDbExtension.builder().schema(Users::createTable).build();

    @Test
    void test() {}
  }

  @Test
  void parametersThatNameNoReference() {
    says(
        Engine.failures(Engine.runWith("keystonedb.dual-write", "dynamo", Plain.class)),
        Plain.class,
        "keystonedb.dual-write(\"dynamo\")",
        "say off, or one of NONE, DYNAMODB_LOCAL");
    says(
        Engine.failures(Engine.runWith("keystonedb.dual-write.failing", "nope", Failing.class)),
        Failing.class,
        "keystonedb.dual-write.failing(\"nope\")",
        "true or false");
  }

  @UsersTable
  @DualWrite(reference = Reference.KEYSTONEDB)
  static class Failing {
    @Test
    void test() {}
  }

  private static final DynamoDbClient OTHERS = fresh();

  @UsersTable
  @DualWrite(method = "others")
  static class TableOfOthers {
    static DynamoDbClient others() {
      return OTHERS;
    }

    @Test
    void test() {}
  }

  @Test
  void tablesOfOthersAtTheReference() {
    Users.createTable(OTHERS);
    Users.put(OTHERS, "precious");

    fails(TableOfOthers.class, "already has a table \"users\"", "existingTables = true");

    assertThat(Users.ids(OTHERS)).containsExactly("precious");
  }

  private static final DynamoDbClient ONE = fresh();

  static DynamoDbClient one() {
    return ONE;
  }

  @UsersTable
  @DualWrite(method = "one")
  static class Overlapping {
    @RepeatedTest(12)
    void takesTime() throws InterruptedException {
      Thread.sleep(20);
    }
  }

  @UsersTable
  @KeystoneDb(lifecycle = Lifecycle.SHARED)
  @DualWrite(reference = Reference.KEYSTONEDB)
  static class OverlappingInOneDatabase {
    @RepeatedTest(12)
    void takesTime() throws InterruptedException {
      Thread.sleep(20);
    }
  }

  @Test
  void testsThatOverlapInOneDatabase() {
    says(
        Engine.failures(Engine.runParallel(Overlapping.class)),
        Overlapping.class,
        "another test is using the same reference",
        "@ResourceLock");
    says(
        Engine.failures(Engine.runParallel(OverlappingInOneDatabase.class)),
        OverlappingInOneDatabase.class,
        "another test of the same database (lifecycle = SHARED)",
        "lifecycle = FORK");
  }

  @UsersTable
  @DualWrite(reference = Reference.ENDPOINT)
  static class AtAnEndpoint {
    @Test
    void test() {}
  }

  @UsersTable
  @DualWrite(reference = Reference.ENDPOINT, compareTables = false)
  static class Unguarded {
    @Test
    void test() {}
  }

  @Test
  void endpointsThatAreNone() {
    fails(Unguarded.class, "compareTables = false", "tables that they did not make");
    says(
        Engine.failures(
            Engine.runWith("keystonedb.dual-write.endpoint", "localhost:8000", AtAnEndpoint.class)),
        AtAnEndpoint.class,
        "\"localhost:8000\"",
        "http://localhost:8000");
  }
}
