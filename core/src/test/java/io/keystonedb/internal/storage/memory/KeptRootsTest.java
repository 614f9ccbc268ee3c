package io.keystonedb.internal.storage.memory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.storage.Snapshot;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeptRootsTest {
  private static final Duration AGE = Duration.ofSeconds(5);

  private final MemoryStore store =
      new MemoryStore((key, value) -> value.toString().length() * 1000L);

  private void put(String key, String value) {
    store.write(
        txn -> {
          txn.put(key.getBytes(ISO_8859_1), value);
          return null;
        });
  }

  /** Writes at an instant, as a database does. */
  private void putAt(String value, double second) {
    keepAt(second);
    put("a", value);
    keepAt(second);
  }

  private void keepAt(double second) {
    store.keep(() -> at(second), AGE);
  }

  private static Instant at(double second) {
    return Instant.ofEpochMilli(Math.round(second * 1000));
  }

  private Object asOf(double second) {
    try (Snapshot snapshot = store.snapshotAsOf(at(second))) {
      return snapshot.get("a".getBytes(ISO_8859_1));
    }
  }

  @Test
  void nothingIsKeptUnlessAskedFor() {
    put("a", "1");

    assertThat(asOf(0)).isEqualTo("1");
    assertThat(store.keptRoots().size()).isZero();
  }

  @Test
  void whatIsKeptFirstStandsForAllEarlierInstants() {
    put("a", "0");
    putAt("1", 10);

    assertThat(asOf(-1e9)).isEqualTo("0");
    assertThat(asOf(9.999)).isEqualTo("0");
    assertThat(asOf(10)).isEqualTo("1");
    assertThat(asOf(1e9)).isEqualTo("1");
  }

  @Test
  void ofEachSecondTheLastIsKeptFromItsOwnInstantOn() {
    putAt("1", 10.1);
    putAt("2", 10.2);
    putAt("3", 10.9);
    putAt("4", 11.5);

    assertThat(asOf(10.5)).isNull();
    assertThat(asOf(10.9)).isEqualTo("3");
    assertThat(asOf(11.4)).isEqualTo("3");
    assertThat(asOf(11.5)).isEqualTo("4");
    assertThat(store.keptRoots().size()).isEqualTo(3);
  }

  @Test
  void whatNoReadMaySeeAnyMoreIsDropped() {
    for (int second = 0; second < 100; second++) {
      putAt("" + second, second);
    }

    assertThat(store.keptRoots().size()).isEqualTo(6);
    assertThat(asOf(94)).isEqualTo("94");
  }

  @Test
  void whenTheClockIsSetBackWhatWasThereBeforeCountsAsOld() {
    putAt("1", 10);
    putAt("2", 20);
    putAt("3", 15);

    assertThat(asOf(12)).isEqualTo("2");
    assertThat(asOf(15)).isEqualTo("3");
    putAt("4", 5);
    assertThat(asOf(4)).isEqualTo("3");
    assertThat(asOf(5)).isEqualTo("4");
  }

  @Test
  void forgettingRestoringAndClosingDropWhatWasKept() {
    Root empty = store.content();
    putAt("1", 10);
    store.restore(empty);
    assertThat(asOf(10)).isNull();
    putAt("2", 20);
    assertThat(asOf(10)).isNull();

    store.forget();
    assertThat(asOf(10)).isEqualTo("2");

    store.close();
    keepAt(30);
    assertThat(store.keptRoots().size()).isZero();
  }

  @Test
  void aForkKeepsNothingOfItsOrigin() {
    putAt("1", 10);

    assertThat(store.fork().keptRoots().size()).isZero();
  }

  @Test
  void onlyWhatNewerRootsDoNotNeedIsCounted() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      put("key" + i, "v");
    }
    Node before = store.content().node();
    put("key" + random.nextInt(20_000), "w");

    // A path of nodes and one value.
    assertThat(RetainedBytes.of(before, store.content().node())).isBetween(1_000L, 5_000L);
    assertThat(RetainedBytes.of(before, before)).isZero();
  }

  @Test
  void allNodesThatOnlyAnOldRootHasAreCounted() {
    Random random = new Random(2);
    for (int i = 0; i < 300; i++) {
      MemoryStore changed = new MemoryStore((key, value) -> 0);
      change(changed, random, random.nextInt(3000));
      Node before = changed.content().node();
      change(changed, random, random.nextInt(3000));
      Node after = changed.content().node();

      Set<Object> own = nodes(before);
      own.removeAll(nodes(after));
      assertThat(RetainedBytes.of(before, after))
          .isEqualTo(own.stream().mapToLong(node -> 120L + 16 * ((Node) node).size()).sum());
    }
  }

  private static void change(MemoryStore changed, Random random, int writes) {
    changed.write(
        txn -> {
          for (int i = 0; i < writes; i++) {
            byte[] key = ByteBuffer.allocate(4).putInt(random.nextInt(5000)).array();
            byte[] other = ByteBuffer.allocate(4).putInt(random.nextInt(5000)).array();
            switch (random.nextInt(writes > 100 && i % 100 == 0 ? 3 : 2)) {
              case 0 -> txn.put(key, i);
              case 1 -> txn.remove(key);
              default -> txn.removeRange(key, other);
            }
          }
          return null;
        });
  }

  private static Set<Object> nodes(Node node) {
    Set<Object> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
    nodes.add(node);
    if (node instanceof Branch branch) {
      for (Node child : branch.children) {
        nodes.addAll(nodes(child));
      }
    }
    return nodes;
  }

  @Test
  void theOldestAreDroppedWhenAllTakeTooMuch() {
    KeptRoots roots = new KeptRoots(100_000);
    for (int second = 0; second < 1000; second++) {
      put("a", "x".repeat(20) + second);
      put("b" + second, "y");
      roots.add(store.content().node(), at(second), Duration.ofHours(1));

      assertThat(roots.retainedBytes()).isLessThanOrEqualTo(100_000);
    }

    assertThat(roots.size()).isBetween(4, 7);
    Node oldest = roots.asOf(at(0));
    assertThat(Tree.get(oldest, "a".getBytes(ISO_8859_1)).toString())
        .isGreaterThan("x".repeat(20) + "99");
    assertThat(roots.asOf(at(999))).isSameAs(store.content().node());
  }
}
