package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Each mistake is told with the class, the annotation, the value and the fix. */
class MistakesTest {
  private static void fails(Class<?> sample, String... parts) {
    assertThat(Engine.failures(Engine.run(sample)))
        .contains(sample.getName(), "To fix it: ")
        .contains(parts);
  }

  @KeystoneDb(seed = "nowhere.json")
  static class MissingSeed {
    @Test
    void test() {}
  }

  @Test
  void missingSeedFile() {
    fails(
        MissingSeed.class,
        "@KeystoneDb(seed = \"nowhere.json\")",
        "no such file",
        "src/test/resources/nowhere.json");
  }

  @KeystoneDb(tables = @Table(name = "users", partitionKey = "id:X"))
  static class UnknownType {
    @Test
    void test() {}
  }

  @Test
  void unknownTypeOfAKey() {
    fails(
        UnknownType.class,
        "@Table(name = \"users\")",
        "partitionKey = \"id:X\"",
        "no key attribute type \"X\"",
        "S (string), N (number) or B (binary)");
  }

  @KeystoneDb(tables = @Table(name = "users", partitionKey = "id"), seed = "bad-type.json")
  static class UnknownTypeInSeed {
    @Test
    void test() {}
  }

  @Test
  void unknownTypeInASeedFile() {
    fails(
        UnknownTypeInSeed.class,
        "seed = \"bad-type.json\"",
        "table users, item 1",
        "there is no type \"X\"");
  }

  @KeystoneDb(
      tables =
          @Table(
              name = "users",
              partitionKey = "id",
              globalIndexes = @GlobalIndex(name = "byMail", partitionKey = "mail")))
  static class Undeclared {
    @Test
    void test() {}
  }

  @Test
  void indexOnAnUndeclaredAttribute() {
    fails(
        Undeclared.class,
        "@Table(name = \"users\")",
        "@GlobalIndex(name = \"byMail\", partitionKey = \"mail\")",
        "\"mail\" is not declared",
        "\"mail:S\"");
  }

  @KeystoneDb(
      tables =
          @Table(
              name = "users",
              partitionKey = "id",
              localIndexes = @LocalIndex(name = "byId", sortKey = "id:N")))
  static class TwoTypes {
    @Test
    void test() {}
  }

  @Test
  void anAttributeOfTwoTypes() {
    fails(TwoTypes.class, "@LocalIndex(name = \"byId\"", "\"id\" is declared as S elsewhere");
  }

  @KeystoneDb
  static class InjectedIndex {
    @Test
    void test(DynamoDbIndex<Keyless> index) {}
  }

  @KeystoneDb
  static class Foreign {
    @Test
    void test(StringBuilder text) {}
  }

  @Test
  void parametersThatCannotBeInjected() {
    fails(
        InjectedIndex.class,
        "@KeystoneDb(parameter DynamoDbIndex index)",
        "cannot be injected",
        "DynamoDbClient, DynamoDbEnhancedClient, DynamoDbTable, DynamoDbAsyncClient",
        "DynamoDbStreamsClient, DynamoDbStreamsAsyncClient, StreamRecords, URI, Database, KeystoneClock");
    fails(Foreign.class, "@KeystoneDb", "java.lang.StringBuilder", "DynamoDbClient");
  }

  @DynamoDbBean
  public static class Keyless {
    private String id;

    public String getId() {
      return id;
    }

    public void setId(String id) {
      this.id = id;
    }
  }

  @KeystoneDb(beans = @BeanTable(Keyless.class))
  static class KeylessBean {
    @Test
    void test() {}
  }

  @KeystoneDb(beans = @BeanTable(String.class))
  static class NoBean {
    @Test
    void test() {}
  }

  @Test
  void beansWithoutASchema() {
    fails(
        KeylessBean.class,
        "@BeanTable(Keyless.class)",
        "has no partition key",
        "@DynamoDbPartitionKey");
    fails(NoBean.class, "@BeanTable(String.class)", "java.lang.String", "@DynamoDbBean");
  }

  @KeystoneDb(beans = {@BeanTable(Order.class), @BeanTable(value = Order.class, name = "archive")})
  static class Ambiguous {
    @Test
    void test(DynamoDbTable<Order> orders) {}
  }

  @KeystoneDb
  static class NotDeclared {
    @Test
    void test(DynamoDbTable<Order> orders) {}
  }

  @SuppressWarnings("rawtypes")
  @KeystoneDb
  static class Raw {
    @Test
    void test(DynamoDbTable orders) {}
  }

  @Test
  void tablesThatAreNotClear() {
    fails(Ambiguous.class, "DynamoDbTable<Order>", "[archive, order]", "@TableName(\"archive\")");
    fails(NotDeclared.class, "DynamoDbTable<Order>", "no table was declared", "@BeanTable");
    fails(Raw.class, "does not say which bean", "DynamoDbTable<TheBean>");
  }

  @UsersTable
  @KeystoneDb(tables = @Table(name = "users", partitionKey = "id:N"))
  static class Twice {
    @Test
    void test() {}
  }

  @KeystoneDb(tables = @Table(name = "u", partitionKey = "id"))
  static class Refused {
    @Test
    void test() {}
  }

  @Test
  void tablesThatCannotBe() {
    fails(Twice.class, "name = \"users\"", "declared twice");
    fails(Refused.class, "name = \"u\"", "cannot be created");
  }

  @KeystoneDb(tables = @Table(name = "users", partitionKey = "other"), seed = "users.json")
  static class SeedWithoutKey {
    @Test
    void test(DynamoDbClient client) {}
  }

  @Test
  void seedsThatTheTableRefuses() {
    fails(SeedWithoutKey.class, "seed = \"users.json\"", "cannot be written");
  }

  @Test
  void olderVersionsOfJUnitAreRefused() {
    assertThat(JUnitVersion.tooOld("5.12.2"))
        .hasMessageContainingAll("5.13 or newer", "5.12.2", "To fix it: ");
  }

  @Test
  void anExtensionWithoutTheBuilderHasNoClient() {
    assertThatThrownBy(() -> new KeystoneDbExtension().client())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("parameter");
  }

  @KeystoneDb
  static class UnknownParameter {
    @Test
    void test(Runnable runnable) {}
  }

  @KeystoneDb
  static class UnknownParameterBeforeEach {
    @BeforeEach
    void before(Runnable runnable) {}

    @Test
    void test() {}
  }

  @KeystoneDb
  static class UnknownParameterBeforeAll {
    @BeforeAll
    static void before(Runnable runnable) {}

    @Test
    void test() {}
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        UnknownParameter.class,
        UnknownParameterBeforeEach.class,
        UnknownParameterBeforeAll.class
      })
  void aParameterThatNobodyResolves(Class<?> sample) {
    fails(
        sample,
        "@KeystoneDb: No ParameterResolver registered for parameter [java.lang.Runnable",
        "take one of DynamoDbClient",
        "or register an extension for that type");
  }

  @KeystoneDb
  static class FailsBeforeEach {
    @BeforeEach
    void before() {
      throw new IllegalStateException("before each");
    }

    @Test
    void test() {}
  }

  @KeystoneDb
  static class FailsBeforeAll {
    @BeforeAll
    static void before() {
      throw new IllegalStateException("before all");
    }

    @Test
    void test() {}
  }

  @Test
  void otherFailuresBeforeTestsAreLeftAsTheyAre() {
    assertThat(Engine.failures(Engine.run(FailsBeforeEach.class)))
        .isEqualTo("java.lang.IllegalStateException: before each");
    assertThat(Engine.failures(Engine.run(FailsBeforeAll.class)))
        .isEqualTo("java.lang.IllegalStateException: before all");
  }
}
