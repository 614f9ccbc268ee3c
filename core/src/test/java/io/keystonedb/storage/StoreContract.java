package io.keystonedb.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does. A test of a store inherits it and says how to make one. */
public abstract class StoreContract {
  protected Store store;

  /** A new, empty store whose values can be strings and longs. */
  protected abstract Store newStore(Weigher weigher);

  @BeforeEach
  void open() {
    store = newStore((key, value) -> 100 * key.length + value.toString().length());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void newStoreIsEmpty() {
    assertThat(contents()).isEmpty();
    assertThat(get("a")).isNull();
  }

  @Test
  void returnsWhatWasPutLast() {
    put("a", "first");
    put("a", "second");

    assertThat(get("a")).isEqualTo("second");
    assertThat(contents()).containsExactly("a=second");
  }

  @Test
  void returnsNullForKeysThatAreNotThere() {
    put("b", "1");

    assertThat(get("a")).isNull();
    assertThat(get("bb")).isNull();
    assertThat(get("")).isNull();
  }

  @Test
  void removesAKey() {
    put("a", "1");
    put("b", "2");

    remove("a");

    assertThat(get("a")).isNull();
    assertThat(contents()).containsExactly("b=2");
  }

  @Test
  void readsSeveralKeysInTheirOrder() {
    put("a", "1");
    put("b", "2");

    try (Snapshot snapshot = store.snapshot()) {
      assertThat(snapshot.getAll(List.of())).isEmpty();
      assertThat(snapshot.getAll(List.of(bytes("b"), bytes("c"), bytes("a"), bytes("b"))))
          .containsExactly("2", null, "1", "2");
    }
  }

  @Test
  void removesARangeFromItsLowerBoundUpToItsUpperBound() {
    putAll("a", "b", "c", "d", "e");

    removeRange("b", "d");

    assertThat(range("", null, false)).containsExactly("a", "d", "e");
    assertThat(measure("", null)).isEqualTo(new Measure(3, 300));
  }

  @Test
  void boundsOfARangeToRemoveNeedNotBeThere() {
    putAll("b", "d", "f");

    removeRange("a", "e");

    assertThat(range("", null, false)).containsExactly("f");
  }

  @Test
  void removesARangeUpToTheEnd() {
    putAll("a", "b", "\u00ff\u00ff");

    removeRange("aa", null);

    assertThat(range("", null, false)).containsExactly("a");
  }

  @Test
  void removesEverything() {
    putAll("", "a", "b");

    removeRange("", null);

    assertThat(contents()).isEmpty();
    assertThat(measure("", null)).isEqualTo(new Measure(0, 0));
    put("a", "1");
    assertThat(contents()).containsExactly("a=1");
  }

  @Test
  void removingARangeInWhichNothingIsDoesNothing() {
    removeRange("", null);
    putAll("a", "c");

    removeRange("b", "c");
    removeRange("c", "c");
    removeRange("d", "a");
    removeRange("d", null);

    assertThat(range("", null, false)).containsExactly("a", "c");
  }

  @Test
  void removesARangeOfManyKeys() {
    store.write(
        txn -> {
          for (int i = 10_000; i < 20_000; i++) {
            txn.put(bytes("key" + i), "");
          }
          return null;
        });

    removeRange("key10001", "key19999");

    assertThat(range("", null, false)).containsExactly("key10000", "key19999");
  }

  @Test
  void snapshotStillSeesWhatIsRemovedAsARange() {
    putAll("a", "b", "c");
    try (Snapshot before = store.snapshot()) {
      Cursor cursor = before.range(bytes(""), null, false);
      cursor.next();
      removeRange("", "c");

      assertThat(keys(cursor)).containsExactly("b", "c");
      assertThat(before.measure(bytes(""), null)).isEqualTo(new Measure(3, 300));
    }
    assertThat(range("", null, false)).containsExactly("c");
  }

  @Test
  void writeSeesTheRangesItRemoves() {
    putAll("a", "b", "c", "d");

    store.write(
        txn -> {
          txn.put(bytes("bb"), "new");
          txn.removeRange(bytes("b"), bytes("d"));
          txn.removeRange(bytes("b"), bytes("d"));
          assertThat(txn.get(bytes("bb"))).isNull();
          txn.put(bytes("c"), "again");

          assertThat(contents(txn)).containsExactly("a=", "c=again", "d=");
          assertThat(txn.measure(bytes("b"), null)).isEqualTo(new Measure(2, 205));
          return null;
        });

    assertThat(contents()).containsExactly("a=", "c=again", "d=");
  }

  @Test
  void removingWhatIsNotThereDoesNothing() {
    put("a", "1");

    remove("b");

    assertThat(contents()).containsExactly("a=1");
  }

  @Test
  void emptyKeyIsAKeyAndComesFirst() {
    put("a", "1");
    put("", "0");

    assertThat(contents()).containsExactly("=0", "a=1");
  }

  @Test
  void keysOrderAsUnsignedBytesAndBeforeTheirExtensions() {
    for (String key : List.of("\u00ff", "b", "\u007f", "\u0000", "a\u0000", "\u0080", "a", "aa")) {
      put(key, "");
    }

    assertThat(range("", null, false))
        .containsExactly("\u0000", "a", "a\u0000", "aa", "b", "\u007f", "\u0080", "\u00ff");
  }

  @Test
  void rangeIncludesItsLowerBoundOnly() {
    putAll("a", "b", "c", "d");

    assertThat(range("b", "d", false)).containsExactly("b", "c");
    assertThat(range("b", "d", true)).containsExactly("c", "b");
  }

  @Test
  void boundsOfARangeNeedNotBeThere() {
    putAll("b", "d", "f");

    assertThat(range("a", "e", false)).containsExactly("b", "d");
    assertThat(range("c", "g", true)).containsExactly("f", "d");
  }

  @Test
  void rangeWithoutUpperBoundGoesToTheEnd() {
    putAll("b", "d", "\u00ff\u00ff");

    assertThat(range("c", null, false)).containsExactly("d", "\u00ff\u00ff");
    assertThat(range("c", null, true)).containsExactly("\u00ff\u00ff", "d");
  }

  @Test
  void rangeWhoseBoundsMeetOrCrossIsEmpty() {
    putAll("a", "b", "c");

    for (boolean descending : new boolean[] {false, true}) {
      assertThat(range("b", "b", descending)).isEmpty();
      assertThat(range("c", "a", descending)).isEmpty();
      assertThat(range("aa", "ab", descending)).isEmpty();
      assertThat(range("d", null, descending)).isEmpty();
    }
  }

  @Test
  void exhaustedCursorStaysExhausted() {
    putAll("a");
    try (Snapshot snapshot = store.snapshot()) {
      Cursor cursor = snapshot.range(bytes(""), null, false);

      assertThat(cursor.next()).isTrue();
      assertThat(cursor.next()).isFalse();
      assertThat(cursor.next()).isFalse();
    }
  }

  @Test
  void measuresNothingWhereNothingIs() {
    assertThat(measure("", null)).isEqualTo(new Measure(0, 0));

    putAll("b", "d");

    assertThat(measure("a", "b")).isEqualTo(new Measure(0, 0));
    assertThat(measure("c", "d")).isEqualTo(new Measure(0, 0));
    assertThat(measure("e", null)).isEqualTo(new Measure(0, 0));
  }

  @Test
  void measuresTheRangeFromItsLowerBoundUpToItsUpperBound() {
    put("a", "1");
    put("bb", "22");
    put("ccc", "333");
    put("d", "");

    assertThat(measure("", null)).isEqualTo(new Measure(4, 706));
    assertThat(measure("bb", "d")).isEqualTo(new Measure(2, 505));
    assertThat(measure("b", "ccd")).isEqualTo(new Measure(2, 505));
    assertThat(measure("ccc", null)).isEqualTo(new Measure(2, 403));
  }

  @Test
  void rangeWhoseBoundsMeetOrCrossMeasuresNothing() {
    putAll("a", "b", "c");

    assertThat(measure("b", "b")).isEqualTo(new Measure(0, 0));
    assertThat(measure("c", "a")).isEqualTo(new Measure(0, 0));
    assertThat(measure("aa", "ab")).isEqualTo(new Measure(0, 0));
  }

  @Test
  void measureFollowsWhatIsReplacedAndRemoved() {
    put("a", "1");
    put("b", "22");

    put("a", "4444");
    assertThat(measure("", null)).isEqualTo(new Measure(2, 206));
    remove("b");
    assertThat(measure("", null)).isEqualTo(new Measure(1, 104));
    remove("b");
    assertThat(measure("", null)).isEqualTo(new Measure(1, 104));
    remove("a");
    assertThat(measure("", null)).isEqualTo(new Measure(0, 0));
  }

  @Test
  void snapshotMeasuresWhatItSees() {
    put("a", "1");
    try (Snapshot before = store.snapshot()) {
      put("a", "22");
      put("b", "22");

      assertThat(before.measure(bytes(""), null)).isEqualTo(new Measure(1, 101));
    }
    assertThat(measure("", null)).isEqualTo(new Measure(2, 204));
  }

  @Test
  void snapshotDoesNotSeeLaterCommits() {
    put("a", "1");
    put("b", "1");
    try (Snapshot before = store.snapshot()) {
      put("a", "2");
      remove("b");
      put("c", "2");

      assertThat(contents(before)).containsExactly("a=1", "b=1");
      assertThat(before.get(bytes("c"))).isNull();
    }
    assertThat(contents()).containsExactly("a=2", "c=2");
  }

  @Test
  void openCursorDoesNotSeeLaterCommits() {
    putAll("a", "b");
    try (Snapshot snapshot = store.snapshot()) {
      Cursor cursor = snapshot.range(bytes(""), null, false);
      cursor.next();
      remove("b");
      put("aa", "");

      assertThat(keys(cursor)).containsExactly("b");
    }
  }

  @Test
  void closedSnapshotRefusesReads() {
    Snapshot snapshot = store.snapshot();
    snapshot.close();
    snapshot.close();

    assertThatIllegalStateException().isThrownBy(() -> snapshot.get(bytes("a")));
    assertThatIllegalStateException().isThrownBy(() -> snapshot.getAll(List.of(bytes("a"))));
    assertThatIllegalStateException().isThrownBy(() -> snapshot.range(bytes("a"), null, false));
    assertThatIllegalStateException().isThrownBy(() -> snapshot.measure(bytes("a"), null));
  }

  @Test
  void writeReturnsWhatItsBodyReturns() {
    put("a", "1");

    assertThat(store.<Object>write(txn -> txn.get(bytes("a")))).isEqualTo("1");
    assertThat(store.<Object>write(txn -> null)).isNull();
  }

  @Test
  void writeSeesItsOwnWrites() {
    put("a", "1");
    put("b", "1");

    store.write(
        txn -> {
          txn.put(bytes("a"), "2");
          txn.remove(bytes("b"));
          txn.put(bytes("c"), "2");

          assertThat(txn.get(bytes("a"))).isEqualTo("2");
          assertThat(txn.get(bytes("b"))).isNull();
          assertThat(contents(txn)).containsExactly("a=2", "c=2");
          assertThat(txn.measure(bytes(""), null)).isEqualTo(new Measure(2, 202));
          assertThat(txn.measure(bytes("b"), bytes("c"))).isEqualTo(new Measure(0, 0));
          return null;
        });
  }

  @Test
  void writesOfABodyBecomeVisibleTogetherAtItsEnd() {
    store.write(
        txn -> {
          txn.put(bytes("a"), "1");
          txn.put(bytes("b"), "1");

          assertThat(contents()).isEmpty();
          return null;
        });

    assertThat(contents()).containsExactly("a=1", "b=1");
  }

  @Test
  void bodyThatThrowsWritesNothing() {
    put("a", "1");
    IllegalArgumentException failure = new IllegalArgumentException("no");

    assertThatThrownBy(
            () ->
                store.write(
                    txn -> {
                      txn.put(bytes("a"), "2");
                      txn.put(bytes("b"), "2");
                      txn.removeRange(bytes(""), null);
                      throw failure;
                    }))
        .isSameAs(failure);

    assertThat(contents()).containsExactly("a=1");
    assertThat(measure("", null)).isEqualTo(new Measure(1, 101));
    put("c", "3");
    assertThat(contents()).containsExactly("a=1", "c=3");
  }

  @Test
  void writeInsideAWriteOfTheSameThreadIsRefused() {
    store.write(
        txn -> {
          txn.put(bytes("a"), "1");
          assertThatIllegalStateException().isThrownBy(() -> put("b", "1"));
          return null;
        });

    assertThat(contents()).containsExactly("a=1");
  }

  @Test
  void transactionEndsWithItsBody() {
    AtomicReference<Txn> leaked = new AtomicReference<>();
    store.write(
        txn -> {
          leaked.set(txn);
          return null;
        });

    assertThatIllegalStateException().isThrownBy(() -> leaked.get().put(bytes("a"), "1"));
    assertThatIllegalStateException().isThrownBy(() -> leaked.get().remove(bytes("a")));
    assertThatIllegalStateException().isThrownBy(() -> leaked.get().removeRange(bytes("a"), null));
    assertThatIllegalStateException().isThrownBy(() -> leaked.get().get(bytes("a")));
    assertThatIllegalStateException().isThrownBy(() -> leaked.get().getAll(List.of(bytes("a"))));
    assertThatIllegalStateException().isThrownBy(() -> leaked.get().range(bytes("a"), null, false));
    assertThatIllegalStateException().isThrownBy(() -> leaked.get().measure(bytes("a"), null));
    assertThat(contents()).isEmpty();
  }

  @Test
  void cursorRefusesToGoOnAfterAWriteOfItsTransaction() {
    putAll("a", "b");

    store.write(
        txn -> {
          Cursor cursor = txn.range(bytes(""), null, false);
          cursor.next();
          txn.remove(cursor.key());
          assertThatIllegalStateException().isThrownBy(cursor::next);
          return null;
        });
  }

  @Test
  void cursorRefusesToGoOnAfterItsTransactionRemovedARange() {
    putAll("a", "b", "c");

    store.write(
        txn -> {
          Cursor cursor = txn.range(bytes(""), null, false);
          cursor.next();
          txn.removeRange(bytes("c"), null);
          assertThatIllegalStateException().isThrownBy(cursor::next);
          assertThat(keys(txn.range(bytes(""), null, false))).containsExactly("a", "b");
          return null;
        });
  }

  @Test
  void nullIsNeitherAKeyNorAValue() {
    assertThatThrownBy(() -> put("a", null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(
            () ->
                store.write(
                    txn -> {
                      txn.put(null, "1");
                      return null;
                    }))
        .isInstanceOf(NullPointerException.class);
    assertThat(contents()).isEmpty();
  }

  @Test
  void closedStoreRefusesEverything() {
    store.close();
    store.close();

    assertThatIllegalStateException().isThrownBy(() -> store.snapshot());
    assertThatIllegalStateException().isThrownBy(() -> put("a", "1"));
  }

  @Test
  void writersWaitForEachOther() throws Exception {
    int threads = 4;
    int increments = 500;
    put("counter", 0L);

    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      writers.add(CompletableFuture.runAsync(() -> increment(increments)));
    }
    joinAll(writers);

    assertThat(get("counter")).isEqualTo((long) threads * increments);
  }

  @Test
  void readersSeeAllOfACommitOrNothing() throws Exception {
    CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> writeTwins(3000));
    List<CompletableFuture<Void>> threads = new ArrayList<>(List.of(writer));
    for (int i = 0; i < 2; i++) {
      threads.add(CompletableFuture.runAsync(() -> readTwinsUntilDone(writer)));
    }

    joinAll(threads);
  }

  private void increment(int times) {
    for (int i = 0; i < times; i++) {
      store.write(
          txn -> {
            txn.put(bytes("counter"), (Long) txn.get(bytes("counter")) + 1);
            return null;
          });
    }
  }

  /** Writes the same number at two distant keys, while others come and go between them. */
  private void writeTwins(int times) {
    for (long i = 0; i < times; i++) {
      long number = i;
      store.write(
          txn -> {
            txn.put(bytes("a"), number);
            txn.put(bytes("m" + (100 + number % 100)), number);
            txn.remove(bytes("m" + (100 + number * 7 % 100)));
            txn.put(bytes("z"), number);
            return null;
          });
    }
  }

  private void readTwinsUntilDone(CompletableFuture<Void> writer) {
    do {
      try (Snapshot snapshot = store.snapshot()) {
        Object first = snapshot.get(bytes("a"));
        List<String> walked = contents(snapshot);

        assertThat(snapshot.get(bytes("z"))).isEqualTo(first);
        if (first != null) {
          assertThat(walked).startsWith("a=" + first).endsWith("z=" + first);
        }
        assertThat(walked).isSorted();
      }
    } while (!writer.isDone());
  }

  private static void joinAll(List<CompletableFuture<Void>> threads)
      throws InterruptedException, ExecutionException {
    for (CompletableFuture<Void> thread : threads) {
      thread.get();
    }
  }

  protected static byte[] bytes(String latin1) {
    return latin1.getBytes(ISO_8859_1);
  }

  protected final void put(String key, Object value) {
    put(store, key, value);
  }

  protected static void put(Store store, String key, Object value) {
    store.write(
        txn -> {
          txn.put(bytes(key), value);
          return null;
        });
  }

  protected final void putAll(String... keys) {
    for (String key : keys) {
      put(key, "");
    }
  }

  protected final void remove(String key) {
    store.write(
        txn -> {
          txn.remove(bytes(key));
          return null;
        });
  }

  protected final void removeRange(String from, String to) {
    store.write(
        txn -> {
          txn.removeRange(bytes(from), to == null ? null : bytes(to));
          return null;
        });
  }

  protected final Object get(String key) {
    try (Snapshot snapshot = store.snapshot()) {
      return snapshot.get(bytes(key));
    }
  }

  protected final List<String> contents() {
    return contents(store);
  }

  protected static List<String> contents(Store store) {
    try (Snapshot snapshot = store.snapshot()) {
      return contents(snapshot);
    }
  }

  private static List<String> contents(Reader reader) {
    List<String> entries = new ArrayList<>();
    Cursor cursor = reader.range(bytes(""), null, false);
    while (cursor.next()) {
      entries.add(new String(cursor.key(), ISO_8859_1) + "=" + cursor.value());
    }
    return entries;
  }

  private List<String> range(String from, String to, boolean descending) {
    try (Snapshot snapshot = store.snapshot()) {
      return keys(snapshot.range(bytes(from), to == null ? null : bytes(to), descending));
    }
  }

  protected final Measure measure(String from, String to) {
    try (Snapshot snapshot = store.snapshot()) {
      return snapshot.measure(bytes(from), to == null ? null : bytes(to));
    }
  }

  private static List<String> keys(Cursor cursor) {
    List<String> keys = new ArrayList<>();
    while (cursor.next()) {
      keys.add(new String(cursor.key(), ISO_8859_1));
    }
    return keys;
  }
}
