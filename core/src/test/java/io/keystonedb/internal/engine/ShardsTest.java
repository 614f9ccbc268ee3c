package io.keystonedb.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.ValueType;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardsTest {
  private static final long HASHES = 1L << 32;
  private static final Instant START = Instant.ofEpochMilli(1_000_000);
  private static final Instant LATER = Instant.ofEpochMilli(2_000_000);

  private static StreamDefinition stream(List<Shard> shards) {
    return new StreamDefinition(
        "users",
        "label",
        7,
        "KEYS_ONLY",
        new KeyAttributes(List.of(new KeyAttribute("id", ValueType.S)), List.of()),
        START,
        START,
        null,
        shards,
        List.of());
  }

  private static List<String> ranges(List<Shard> shards) {
    return shards.stream().map(shard -> shard.fromHash() + "-" + shard.toHash()).toList();
  }

  @Test
  void theFirstShardIsOpenForAllHashesFromTheFirstRecordOn() {
    Shard only = Shards.first(7, 1, START).get(0);

    assertThat(only.parentId()).isNull();
    assertThat(only.firstSequence()).isEqualTo(1);
    assertThat(only.lastSequence()).isNull();
    assertThat(only.openedAt()).isEqualTo(START);
    assertThat(only.isOpen()).isTrue();
    assertThat(ranges(List.of(only))).containsExactly("0-" + HASHES);
  }

  @Test
  void severalFirstShardsDivideTheHashesWithoutGapOrOverlap() {
    assertThat(ranges(Shards.first(7, 4, START)))
        .containsExactly(
            "0-1073741824",
            "1073741824-2147483648",
            "2147483648-3221225472",
            "3221225472-4294967296");
    assertThat(ranges(Shards.first(7, 3, START)))
        .containsExactly("0-1431655765", "1431655765-2863311530", "2863311530-4294967296");
  }

  @Test
  void aShardCoversItsFirstHashAndNotItsLast() {
    Shard second = Shards.first(7, 2, START).get(1);

    assertThat(second.covers(HASHES / 2 - 1)).isFalse();
    assertThat(second.covers(HASHES / 2)).isTrue();
    assertThat(second.covers(HASHES - 1)).isTrue();
    assertThat(second.covers(HASHES)).isFalse();
  }

  @Test
  void idsHaveTheServicesFormAndGrowInTheStream() {
    List<String> ids = Shards.first(7, 3, START).stream().map(Shard::id).toList();

    assertThat(ids).allMatch(id -> id.matches("shardId-\\d{20}-[0-9a-f]{8}")).isSorted();
    // Three in one millisecond: each is opened, by its id, one later than the one before.
    assertThat(ids.stream().map(id -> id.substring(0, 28)))
        .containsExactly(
            "shardId-00000000000001000000",
            "shardId-00000000000001000001",
            "shardId-00000000000001000002");
  }

  @Test
  void idsTellStreamsApart() {
    String first = Shards.first(7, 1, START).get(0).id();
    String other = Shards.first(8, 1, START).get(0).id();

    assertThat(first).isEqualTo(Shards.first(7, 1, START).get(0).id()).isNotEqualTo(other);
    assertThat(first.substring(0, 28)).isEqualTo(other.substring(0, 28));
  }

  @Test
  void idsTellTimesApartThatDifferInTheirHighBitsOnly() {
    long millis = START.toEpochMilli();
    String first = Shards.first(7, 1, Instant.ofEpochMilli(millis)).get(0).id();
    String other = Shards.first(7, 1, Instant.ofEpochMilli(millis + (1L << 32))).get(0).id();

    assertThat(first.substring(29)).isNotEqualTo(other.substring(29));
  }

  @Test
  void anIdIsLaterThanTheLastOneThoughTheClockWasMovedBack() {
    StreamDefinition stream = stream(Shards.first(7, 1, LATER));

    List<Shard> renewed = Shards.renewed(stream, 2, null, 0, START);

    assertThat(renewed.stream().map(shard -> shard.id().substring(0, 28)))
        .containsExactly(
            "shardId-00000000000002000000",
            "shardId-00000000000002000001",
            "shardId-00000000000002000002");
    assertThat(renewed.get(1).openedAt()).isEqualTo(START);
  }

  @Test
  void closingEndsOpenShardsAtTheLastRecord() {
    List<Shard> closed = Shards.closed(stream(Shards.first(7, 2, START)), 41, LATER);

    assertThat(closed).hasSize(2).noneMatch(Shard::isOpen);
    assertThat(closed).allMatch(shard -> shard.lastSequence() == 41);
    assertThat(closed).allMatch(shard -> shard.closedAt().equals(LATER));
  }

  @Test
  void closingLeavesClosedShardsAsTheyAre() {
    List<Shard> once = Shards.closed(stream(Shards.first(7, 2, START)), 41, LATER);

    assertThat(Shards.closed(stream(once), 99, LATER.plusSeconds(1))).isEqualTo(once);
  }

  @Test
  void aShardWithoutRecordsEndsWhereItBegan() {
    assertThat(Shards.closed(stream(Shards.first(7, 1, START)), 0, LATER).get(0).lastSequence())
        .isEqualTo(1);
  }

  @Test
  void renewingDoesNothingIfThereAreEnoughAndNoneIsTooOld() {
    List<Shard> shards = Shards.first(7, 2, START);

    assertThat(Shards.renewed(stream(shards), 2, null, 41, LATER)).isEqualTo(shards);
    assertThat(Shards.renewed(stream(shards), 1, START, 41, LATER)).isEqualTo(shards);
  }

  @Test
  void anOldShardIsReplacedByOneChildWithItsRange() {
    List<Shard> shards = Shards.first(7, 2, START);

    List<Shard> renewed = Shards.renewed(stream(shards), 2, START.plusMillis(1), 41, LATER);

    assertThat(renewed).hasSize(4);
    for (int i = 0; i < 2; i++) {
      Shard parent = renewed.get(i);
      Shard child = renewed.get(i + 2);
      assertThat(parent).isEqualTo(shards.get(i).closed(41, LATER));
      assertThat(child.parentId()).isEqualTo(parent.id());
      assertThat(child.firstSequence()).isEqualTo(42);
      assertThat(child.openedAt()).isEqualTo(LATER);
      assertThat(child.isOpen()).isTrue();
      assertThat(ranges(List.of(child))).isEqualTo(ranges(List.of(parent)));
    }
  }

  @Test
  void closedShardsAreNotReplacedAgain() {
    List<Shard> once =
        Shards.renewed(stream(Shards.first(7, 1, START)), 1, START.plusMillis(1), 41, LATER);

    assertThat(Shards.renewed(stream(once), 1, START.plusMillis(1), 50, LATER)).isEqualTo(once);
  }

  @Test
  void tooFewShardsAreSplitTheWidestFirst() {
    List<Shard> two = Shards.renewed(stream(Shards.first(7, 1, START)), 2, null, 41, LATER);
    assertThat(two).hasSize(3);
    assertThat(two.get(0).isOpen()).isFalse();
    assertThat(two.subList(1, 3))
        .allMatch(shard -> two.get(0).id().equals(shard.parentId()))
        .allMatch(shard -> shard.firstSequence() == 42);

    List<Shard> three = Shards.renewed(stream(two), 3, null, 50, LATER);
    assertThat(ranges(three.stream().filter(Shard::isOpen).toList()))
        .containsExactly("2147483648-4294967296", "0-1073741824", "1073741824-2147483648");

    List<Shard> four = Shards.renewed(stream(three), 4, null, 60, LATER);
    assertThat(ranges(four.stream().filter(Shard::isOpen).toList()))
        .containsExactly(
            "0-1073741824",
            "1073741824-2147483648",
            "2147483648-3221225472",
            "3221225472-4294967296");
  }

  @Test
  void severalSplitsAtOnceReachTheCount() {
    List<Shard> renewed = Shards.renewed(stream(Shards.first(7, 1, START)), 5, null, 41, LATER);

    List<Shard> open = renewed.stream().filter(Shard::isOpen).toList();
    assertThat(open).hasSize(5);
    assertThat(open.stream().mapToLong(shard -> shard.toHash() - shard.fromHash()).sum())
        .isEqualTo(HASHES);
  }

  @Test
  void oldShardsAreReplacedBeforeTheirChildrenAreSplit() {
    List<Shard> renewed =
        Shards.renewed(stream(Shards.first(7, 1, START)), 2, START.plusMillis(1), 41, LATER);

    assertThat(renewed).hasSize(4);
    assertThat(renewed.get(1).parentId()).isEqualTo(renewed.get(0).id());
    assertThat(renewed.get(1).lastSequence()).isEqualTo(42);
    assertThat(renewed.subList(2, 4))
        .allMatch(shard -> renewed.get(1).id().equals(shard.parentId()))
        .allMatch(shard -> shard.firstSequence() == 43);
  }
}
