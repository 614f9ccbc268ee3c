package io.keystonedb.internal.operation;

import static io.keystonedb.internal.operation.TableRequests.ON_DEMAND;
import static io.keystonedb.internal.operation.TableRequests.global;
import static io.keystonedb.internal.operation.TableRequests.index;
import static io.keystonedb.internal.operation.TableRequests.schema;
import static io.keystonedb.internal.operation.TableRequests.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Change;
import io.keystonedb.Changes;
import io.keystonedb.Database;
import io.keystonedb.Dials;
import io.keystonedb.KeystoneClock;
import io.keystonedb.Value;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Items that expire.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">Using
 *     time to live</a>
 */
class TimeToLiveTest {
  private static final Instant NOW = Instant.parse("2026-08-15T10:20:30Z");
  private static final long FIVE_YEARS = 5L * 365 * 24 * 60 * 60;

  @RegisterExtension final Databases databases = new Databases();

  private final Database database = databases.open(KeystoneClock.fixed(NOW));
  private final JsonClient client = new JsonClient(database);

  @BeforeEach
  void createTable() {
    client.ok(
        "CreateTable",
        table(
            schema("pk"),
            "pk,g",
            ON_DEMAND,
            global(index("by-g", schema("g"))),
            "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'}"));
  }

  private static String ttl(String attribute, boolean enabled) {
    return "{'TableName':'orders','TimeToLiveSpecification':{'AttributeName':'"
        + attribute
        + "','Enabled':"
        + enabled
        + "}}";
  }

  private void enable() {
    client.ok("UpdateTimeToLive", ttl("until", true));
  }

  private void put(String pk, String until) {
    client.ok(
        "PutItem",
        "{'TableName':'orders','Item':{'pk':{'S':'"
            + pk
            + "'},'g':{'S':'g'},'until':"
            + until
            + "}}");
  }

  private static String second(long epochSecond) {
    return "{'N':'" + epochSecond + "'}";
  }

  private int count() {
    String answer = client.ok("Scan", "{'TableName':'orders','Select':'COUNT'}");
    return Integer.parseInt(answer.replaceFirst(".*'Count':(\\d+).*", "$1"));
  }

  @Test
  void answersTheSpecificationAndDescribesIt() {
    assertThat(client.ok("DescribeTimeToLive", "{'TableName':'orders'}"))
        .isEqualTo("{'TimeToLiveDescription':{'TimeToLiveStatus':'DISABLED'}}");
    assertThat(client.ok("UpdateTimeToLive", ttl("until", true)))
        .isEqualTo("{'TimeToLiveSpecification':{'Enabled':true,'AttributeName':'until'}}");
    assertThat(client.ok("DescribeTimeToLive", "{'TableName':'orders'}"))
        .isEqualTo(
            "{'TimeToLiveDescription':{'TimeToLiveStatus':'ENABLED','AttributeName':'until'}}");
  }

  @Test
  void changesTakeAsLongAsTheDialSays() {
    database.dials().tableChanges(Duration.ofMinutes(5));
    enable();
    assertThat(client.ok("DescribeTimeToLive", "{'TableName':'orders'}"))
        .contains("'TimeToLiveStatus':'ENABLING','AttributeName':'until'");
    database.clock().advance(Duration.ofHours(1));
    client.ok("UpdateTimeToLive", ttl("until", false));
    assertThat(client.ok("DescribeTimeToLive", "{'TableName':'orders'}"))
        .contains("'TimeToLiveStatus':'DISABLING','AttributeName':'until'");
    database.clock().advance(Duration.ofMinutes(5));
    assertThat(client.ok("DescribeTimeToLive", "{'TableName':'orders'}"))
        .isEqualTo("{'TimeToLiveDescription':{'TimeToLiveStatus':'DISABLED'}}");
  }

  @Test
  void itsSettingIsNeitherToldNorChangedWhileTheTableIsDeleted() {
    database.dials().tableChanges(Duration.ofMinutes(5));
    client.ok("DeleteTable", "{'TableName':'orders'}");

    assertThat(client.error("UpdateTimeToLive", ttl("until", true)))
        .isEqualTo(
            "ResourceInUseException: Attempt to change a resource which is still in use: "
                + "Table orders is being deleted");
    assertThat(client.invalid("DescribeTimeToLive", "{'TableName':'orders'}"))
        .isEqualTo(
            "Cannot describe time to live while table is in DELETING state: "
                + "Current table state is DELETING");
  }

  @Test
  void onlyChangesAreAccepted() {
    assertThat(client.invalid("UpdateTimeToLive", ttl("until", false)))
        .isEqualTo("TimeToLive is already disabled");
    enable();
    assertThat(client.invalid("UpdateTimeToLive", ttl("until", true)))
        .isEqualTo("TimeToLive is already enabled");
    assertThat(client.invalid("UpdateTimeToLive", ttl("other", true)))
        .isEqualTo(
            "TimeToLive is active on a different AttributeName: current AttributeName is until");
    assertThat(client.invalid("UpdateTimeToLive", ttl("", true)))
        .isEqualTo(
            "1 validation error detected: Value '' at 'timeToLiveSpecification.attributeName' failed to satisfy constraint: Member must have length greater than or equal to 1");
  }

  @Test
  void thereIsOneChangeAnHour() {
    enable();
    database.clock().advance(Duration.ofMinutes(59));
    assertThat(client.invalid("UpdateTimeToLive", ttl("until", false)))
        .isEqualTo("Time to live has been modified multiple times within a fixed interval");
    database.clock().advance(Duration.ofMinutes(1));
    client.ok("UpdateTimeToLive", ttl("until", false));
  }

  @Test
  void onlyNumbersOfSecondsInTheLastFiveYearsExpire() {
    enable();
    long now = NOW.getEpochSecond();
    put("past", second(now - 1));
    put("long-past", second(now - FIVE_YEARS + 60));
    put("too-long-past", second(now - FIVE_YEARS - 1));
    put("future", second(now + 3600));
    put("milliseconds", second(now * 1000));
    put("text", "{'S':'" + (now - 1) + "'}");
    put("set", "{'NS':['" + (now - 1) + "']}");
    put("nested", "{'M':{'until':" + second(now - 1) + "}}");
    put("fraction", "{'N':'" + (now - 1) + ".5'}");
    put("negative", "{'N':'-5'}");

    assertThat(database.deleteExpiredItems()).isEqualTo(3);
    assertThat(count()).isEqualTo(7);
  }

  @Test
  void expiredItemsStayReadableAndWritableUntilTheyAreDeleted() {
    enable();
    put("a", second(NOW.getEpochSecond() - 1));
    put("b", second(NOW.getEpochSecond() - 1));
    assertThat(count()).isEqualTo(2);
    put("b", second(NOW.getEpochSecond() + 7200));
    database.clock().advance(Duration.ofHours(1));

    assertThat(count()).isEqualTo(1);
  }

  @Test
  void itemsThatWereThereBeforeExpireToo() {
    put("a", second(NOW.getEpochSecond() - 1));
    enable();
    database.clock().advance(Duration.ofSeconds(1));

    assertThat(count()).isZero();
  }

  @Test
  void nothingExpiresOnceItIsSwitchedOff() {
    enable();
    put("a", second(NOW.getEpochSecond() + 7200));
    database.clock().advance(Duration.ofHours(1));
    client.ok("UpdateTimeToLive", ttl("until", false));
    database.clock().advance(Duration.ofHours(2));

    assertThat(count()).isEqualTo(1);
  }

  @Test
  void indexesAndTheStreamFollow() {
    enable();
    put("a", second(NOW.getEpochSecond() + 60));
    database.clock().advance(Duration.ofHours(1));

    assertThat(client.ok("Scan", "{'TableName':'orders','IndexName':'by-g'}"))
        .contains("'Count':0");
    Changes changes = database.table("orders").changes();
    changes.next();
    Change deletion = changes.next();
    assertThat(deletion.keys().get("pk")).isEqualTo(Value.string("a"));
    assertThat(deletion.expired()).isTrue();
  }

  @Test
  void expiredItemsStayForAsLongAsTheDialSays() {
    enable();
    database.dials().expiredItemsStay(Duration.ofHours(48));
    put("a", second(NOW.getEpochSecond() + 60));
    database.clock().advance(Duration.ofHours(48));
    assertThat(count()).isEqualTo(1);
    database.clock().advance(Duration.ofMinutes(2));

    assertThat(count()).isZero();
  }

  @Test
  void expiredItemsStayUntilAskedIfTheDialSaysSo() {
    enable();
    database.dials().expiredItemsStay(Dials.UNTIL_ASKED);
    put("a", second(NOW.getEpochSecond() + 60));
    database.clock().advance(Duration.ofDays(30));
    assertThat(count()).isEqualTo(1);

    assertThat(database.deleteExpiredItems()).isEqualTo(1);
    assertThat(count()).isZero();
  }
}
