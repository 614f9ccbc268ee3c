package io.keystonedb.internal.operation;

import static io.keystonedb.internal.operation.TableRequests.ON_DEMAND;
import static io.keystonedb.internal.operation.TableRequests.create;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.TestStore;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * ListTables. What is not in the API reference was observed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTables.html">ListTables</a>
 */
class ListTablesTest {
  private final Database database = Database.on(TestStore.open());
  private final JsonClient client = new JsonClient(database);

  private void tables(String... names) {
    for (String name : names) {
      client.ok("CreateTable", create(ON_DEMAND).replace("'orders'", "'" + name + "'"));
    }
  }

  private String listed(String members) {
    return client.ok("ListTables", "{" + members + "}");
  }

  @Test
  void anAccountWithoutTablesHasAnEmptyList() {
    assertThat(listed("")).isEqualTo("{'TableNames':[]}");
  }

  @Test
  void namesComeInTheOrderOfTheirBytes() {
    tables("abc", "ABC", "a.c", "a_c", "a-c", "a1c", "abcd");

    assertThat(listed("")).isEqualTo("{'TableNames':['ABC','a-c','a.c','a1c','a_c','abc','abcd']}");
  }

  @Test
  void theLastNameOfAPageIsToldOnlyIfMoreFollow() {
    tables("aaa", "bbb", "ccc");

    assertThat(listed("'Limit':2"))
        .isEqualTo("{'TableNames':['aaa','bbb'],'LastEvaluatedTableName':'bbb'}");
    assertThat(listed("'Limit':2,'ExclusiveStartTableName':'bbb'"))
        .isEqualTo("{'TableNames':['ccc']}");
    assertThat(listed("'Limit':3")).isEqualTo("{'TableNames':['aaa','bbb','ccc']}");
    assertThat(listed("'ExclusiveStartTableName':'ccc'")).isEqualTo("{'TableNames':[]}");
  }

  @Test
  void aListMayStartBehindANameThatIsNotThere() {
    tables("aaa", "ccc");

    assertThat(listed("'ExclusiveStartTableName':'bbb'")).isEqualTo("{'TableNames':['ccc']}");
  }

  @Test
  void aPageHasUpToOneHundredNames() {
    tables(IntStream.range(100, 201).mapToObj(i -> "t" + i).toArray(String[]::new));
    String first =
        IntStream.range(100, 200).mapToObj(i -> "'t" + i + "'").collect(Collectors.joining(","));

    for (String limit : new String[] {"", "'Limit':100"}) {
      assertThat(listed(limit))
          .isEqualTo("{'TableNames':[" + first + "],'LastEvaluatedTableName':'t199'}");
    }
  }

  @Test
  void tablesThatAreMadeOrDeletedAreListed() {
    database.dials().tableChanges(Duration.ofSeconds(10));
    tables("aaa");
    assertThat(listed("")).isEqualTo("{'TableNames':['aaa']}");
    database.clock().advance(Duration.ofSeconds(10));
    client.ok("DeleteTable", "{'TableName':'aaa'}");

    assertThat(listed("")).isEqualTo("{'TableNames':['aaa']}");
    database.clock().advance(Duration.ofSeconds(10));
    assertThat(listed("")).isEqualTo("{'TableNames':[]}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "'Limit':0 | 1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
        "'Limit':101 | 1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100",
        "'ExclusiveStartTableName':'ab','Limit':0 | 2 validation errors detected: Value 'ab' at 'exclusiveStartTableName' failed to satisfy constraint: Member must have length greater than or equal to 3; Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
        "'ExclusiveStartTableName':'arn:aws:dynamodb:us-east-1:000000000000:table/abc' | 1 validation error detected: Value 'arn:aws:dynamodb:us-east-1:000000000000:table/abc' at 'exclusiveStartTableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"
      })
  void itsParametersAreConstrained(String members, String text) {
    assertThat(client.invalid("ListTables", "{" + members + "}")).isEqualTo(text);
  }
}
