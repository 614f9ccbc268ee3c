package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.testing.Databases;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeystoneClockTest {
  private static final Instant START = Instant.parse("2026-08-15T10:20:30Z");
  private static final Duration TEN_YEARS = Duration.ofDays(3652);

  @RegisterExtension final Databases databases = new Databases();

  private final KeystoneClock clock = KeystoneClock.fixed(START);

  /** A table with a stream and an item that expires in ten seconds. */
  private static Database withItemThatExpires(Database database) {
    database
        .createTable(
            "sessions",
            TableSchema.create().partitionKey("id").ttl("expires").stream(StreamView.KEYS_ONLY))
        .put(
            Item.builder()
                .string("id", "alice")
                .number("expires", START.getEpochSecond() + 10)
                .build());
    return database;
  }

  private static int sessions(Database database) {
    return database.table("sessions").scan().items().size();
  }

  @Test
  void aClosedDatabaseDoesNotDisturbTheOthersOnItsClock() {
    Database closed = Database.inMemory(clock);
    Database open = withItemThatExpires(databases.open(clock));
    closed.close();

    clock.advance(Duration.ofMinutes(1));

    assertThat(sessions(open)).isZero();
  }

  @Test
  void aDatabaseMayBeClosedWhileItFollowsItsClock() {
    Database closing = withItemThatExpires(Database.inMemory(clock));
    Database open = withItemThatExpires(databases.open(clock));
    closing.createTable("z-later", TableSchema.create().partitionKey("id").ttl("expires"));
    closing.table("sessions").onChange(change -> closing.close());

    clock.advance(Duration.ofMinutes(1));

    assertThatIllegalStateException().isThrownBy(closing::scan);
    assertThat(sessions(open)).isZero();
  }

  @Test
  void aFailureInOneDatabaseDoesNotStopTheOthers() {
    Database failing = withItemThatExpires(databases.open(clock));
    Database open = withItemThatExpires(databases.open(clock));
    failing
        .table("sessions")
        .onChange(
            change -> {
              throw new AssertionError("no deletion expected");
            });

    assertThatThrownBy(() -> clock.advance(Duration.ofMinutes(1)))
        .isInstanceOf(AssertionError.class)
        .hasMessage("no deletion expected");

    assertThat(sessions(open)).isZero();
  }

  @Test
  void aClockDoesNotKeepADatabaseAlive() {
    List<WeakReference<Database>> forgotten = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      forgotten.add(new WeakReference<>(Database.inMemory(clock)));
    }

    for (int i = 0; i < 100 && forgotten.stream().anyMatch(each -> each.get() != null); i++) {
      System.gc();
    }

    assertThat(forgotten).allMatch(each -> each.get() == null);
    clock.advance(Duration.ofMinutes(1));
  }

  @Test
  void theClientOfADatabaseKeepsItOnItsClock() {
    var engine = withItemThatExpires(Database.inMemory(clock)).engine();
    System.gc();

    clock.advance(Duration.ofMinutes(1));

    assertThat(
            engine.<Boolean>read(
                rows -> {
                  var table = io.keystonedb.internal.engine.Tables.require(rows, "sessions");
                  Item key = Item.builder().string("id", "alice").build();
                  return rows.get(rows.keys().item(table, key)) == null;
                }))
        .isTrue();
  }

  @Test
  void refusesToAdvanceBeyondItsRange() {
    for (int i = 0; i < 29; i++) {
      clock.advance(TEN_YEARS);
    }
    Instant last = clock.instant();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.advance(TEN_YEARS))
        .withMessage(
            "the clock cannot advance by PT87648H: it would be more than 292 years ahead of its source of time; set(instant) takes it back");

    assertThat(clock.instant()).isEqualTo(last).isAfter(Instant.parse("2316-01-01T00:00:00Z"));
    clock.advance(Duration.ofDays(365));
    assertThat(clock.instant()).isEqualTo(last.plus(Duration.ofDays(365)));
  }

  @Test
  void refusesDurationsAndInstantsThatNoClockCanShow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)))
        .withMessageStartingWith("the clock cannot advance by PT");
    for (Instant far : List.of(Instant.MIN, Instant.MAX)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> clock.set(far))
          .withMessage(
              "the clock cannot be set to "
                  + far
                  + ": it is more than 292 years from its source of time, which shows "
                  + START);
    }

    assertThat(clock.instant()).isEqualTo(START);
  }
}
