package io.keystonedb.internal.operation;

import static io.keystonedb.internal.operation.TableRequests.ON_DEMAND;
import static io.keystonedb.internal.operation.TableRequests.create;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.TestStore;
import org.junit.jupiter.api.Test;

/** Operations about the account: its tables, its limits and where the service is. */
class AccountTest {
  private final JsonClient client = new JsonClient(Database.on(TestStore.open()));

  @Test
  void listsTablesInUtf8OrderPageByPage() {
    for (String name : new String[] {"bbb", "aaa", "ccc", "BBB", "b.b"}) {
      client.ok("CreateTable", create(ON_DEMAND).replace("orders", name));
    }

    assertThat(client.ok("ListTables", "{}"))
        .isEqualTo("{'TableNames':['BBB','aaa','b.b','bbb','ccc']}");
    assertThat(client.ok("ListTables", "{'Limit':2}"))
        .isEqualTo("{'TableNames':['BBB','aaa'],'LastEvaluatedTableName':'aaa'}");
    assertThat(client.ok("ListTables", "{'Limit':3,'ExclusiveStartTableName':'aab'}"))
        .isEqualTo("{'TableNames':['b.b','bbb','ccc']}");
    assertThat(client.ok("ListTables", "{'ExclusiveStartTableName':'ccc'}"))
        .isEqualTo("{'TableNames':[]}");
  }

  @Test
  void checksTheParametersOfTheListTogether() {
    assertThat(client.invalid("ListTables", "{'Limit':101,'ExclusiveStartTableName':'a!'}"))
        .isEqualTo(
            "3 validation errors detected: Value 'a!' at 'exclusiveStartTableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; Value 'a!' at 'exclusiveStartTableName' failed to satisfy constraint: Member must have length greater than or equal to 3; Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100");
    assertThat(client.invalid("ListTables", "{'Limit':0}"))
        .contains("Member must have value greater than or equal to 1");
  }

  @Test
  void describesLimits() {
    assertThat(client.ok("DescribeLimits", "{}"))
        .isEqualTo(
            "{'AccountMaxReadCapacityUnits':80000,'AccountMaxWriteCapacityUnits':80000,'TableMaxReadCapacityUnits':40000,'TableMaxWriteCapacityUnits':40000}");
  }

  @Test
  void describesEndpoints() {
    assertThat(client.ok("DescribeEndpoints", "{}"))
        .isEqualTo(
            "{'Endpoints':[{'Address':'dynamodb.us-east-1.amazonaws.com','CachePeriodInMinutes':1440}]}");
  }
}
