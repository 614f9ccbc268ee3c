package io.keystonedb.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.testing.RandomCases;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds a store against a sorted map through random steps, snapshots in between. */
public abstract class StoreModelContract {
  private static final int CASES = 5;
  private static final int STEPS = 3000;

  /** A new, empty store whose values can be integers. */
  protected abstract Store newStore(Weigher weigher);

  /** What entries weigh: different ones differently, some nothing. */
  protected static long weigh(byte[] key, Object value) {
    return key.length + (Integer) value % 7;
  }

  /** A further check of a store after a step; nothing here. */
  protected void checkStructure(Store store) {}

  @ParameterizedTest
  @EnumSource
  void behavesLikeASortedMap(KeyPattern pattern) {
    RandomCases.checkLists(CASES, random -> steps(pattern, random, STEPS), this::run);
  }

  /** What a step does to store and model. */
  private enum Action {
    PUT,
    REMOVE,
    REMOVE_RANGE,
    GET,
    RANGE,
    BATCH,
    FAILED_BATCH,
    SNAPSHOT
  }

  /**
   * One step.
   *
   * @param keys two bounds of a range, the lower bound of a range to remove, or as many keys as the
   *     action touches
   * @param value what to put; of a range to remove, about how much it holds
   */
  private record Step(Action action, List<byte[]> keys, int value) {
    @Override
    public String toString() {
      return action + keys.stream().map(HexFormat.of()::formatHex).toList().toString() + value;
    }
  }

  /** Steps that let the store grow, then shrink to nothing. */
  private static List<Step> steps(KeyPattern pattern, Random random, int count) {
    List<Step> steps = new ArrayList<>();
    List<byte[]> used = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Action action = action(random);
      List<byte[]> keys = new ArrayList<>();
      for (int k = 0; k < keyCount(action); k++) {
        boolean isNew = action == Action.PUT || random.nextInt(4) == 0 || used.isEmpty();
        keys.add(isNew ? pattern.key(i * 25 + k, random) : used.get(random.nextInt(used.size())));
      }
      used.addAll(keys);
      steps.add(new Step(action, keys, i));
    }
    if (random.nextBoolean()) {
      Collections.shuffle(used, random);
    }
    used.forEach(key -> steps.add(new Step(Action.REMOVE, List.of(key), 0)));
    steps.add(new Step(Action.RANGE, List.of(new byte[0], new byte[0]), 0));
    return steps;
  }

  private static Action action(Random random) {
    // Half of the steps put, so that the store grows.
    return random.nextBoolean()
        ? Action.PUT
        : Action.values()[random.nextInt(Action.values().length)];
  }

  private static int keyCount(Action action) {
    return switch (action) {
      case PUT, REMOVE, REMOVE_RANGE, GET -> 1;
      case RANGE -> 2;
      case BATCH, FAILED_BATCH -> 25;
      case SNAPSHOT -> 0;
    };
  }

  private void run(List<Step> steps) {
    NavigableMap<byte[], Object> model = new TreeMap<>(Arrays::compareUnsigned);
    Deque<Map.Entry<Snapshot, NavigableMap<byte[], Object>>> kept = new ArrayDeque<>();
    try (Store store = newStore(StoreModelContract::weigh)) {
      for (Step step : steps) {
        apply(step, store, model);
        if (step.action() == Action.SNAPSHOT) {
          kept.add(Map.entry(store.snapshot(), new TreeMap<>(model)));
        }
        if (kept.size() > 3) {
          checkAndClose(kept.remove());
        }
        checkStructure(store);
      }
      kept.forEach(StoreModelContract::checkAndClose);
    }
  }

  private static void apply(Step step, Store store, NavigableMap<byte[], Object> model) {
    switch (step.action()) {
      case PUT, REMOVE -> {
        write(step, store);
        write(step, model);
      }
      case REMOVE_RANGE -> {
        byte[] from = step.keys().get(0);
        byte[] to = keyAbove(model, from, step.value() % 100);
        store.write(
            txn -> {
              txn.removeRange(from, to);
              return null;
            });
        range(model, from, to).clear();
      }
      case BATCH -> {
        store.write(
            txn -> {
              write(step, txn);
              return null;
            });
        write(step, model);
      }
      case FAILED_BATCH ->
          assertThatThrownBy(
                  () ->
                      store.write(
                          txn -> {
                            write(step, txn);
                            throw new IllegalArgumentException("no");
                          }))
              .isInstanceOf(IllegalArgumentException.class);
      case GET -> {
        try (Snapshot snapshot = store.snapshot()) {
          byte[] key = step.keys().get(0);
          assertThat(snapshot.get(key)).isEqualTo(model.get(key));
        }
      }
      case RANGE -> {
        try (Snapshot snapshot = store.snapshot()) {
          checkRange(step, snapshot, model);
        }
      }
      case SNAPSHOT -> {}
    }
  }

  /** The key so many entries above another; null if there are not so many. */
  private static byte[] keyAbove(NavigableMap<byte[], Object> model, byte[] key, int entries) {
    return model.tailMap(key, true).keySet().stream().skip(entries).findFirst().orElse(null);
  }

  private static NavigableMap<byte[], Object> range(
      NavigableMap<byte[], Object> model, byte[] from, byte[] to) {
    if (to == null) {
      return model.tailMap(from, true);
    }
    return Arrays.compareUnsigned(from, to) < 0
        ? model.subMap(from, true, to, false)
        : new TreeMap<>(Arrays::compareUnsigned);
  }

  private static void write(Step step, Store store) {
    store.write(
        txn -> {
          write(step, txn);
          return null;
        });
  }

  private static void write(Step step, Txn txn) {
    NavigableMap<byte[], Object> written = new TreeMap<>(Arrays::compareUnsigned);
    for (int i = 0; i < step.keys().size(); i++) {
      byte[] key = step.keys().get(i);
      if (isPut(step, i)) {
        txn.put(key, step.value());
        written.put(key, step.value());
      } else {
        txn.remove(key);
        written.remove(key);
      }
      assertThat(txn.get(key)).isEqualTo(written.get(key));
    }
  }

  private static void write(Step step, NavigableMap<byte[], Object> model) {
    for (int i = 0; i < step.keys().size(); i++) {
      if (isPut(step, i)) {
        model.put(step.keys().get(i), step.value());
      } else {
        model.remove(step.keys().get(i));
      }
    }
  }

  /** Every third key of a batch is removed. */
  private static boolean isPut(Step step, int index) {
    return step.action() != Action.REMOVE && index % 3 != 2;
  }

  private static void checkRange(Step step, Reader reader, NavigableMap<byte[], Object> model) {
    byte[] from = step.keys().get(0);
    byte[] to = step.value() % 3 == 0 ? null : step.keys().get(1);
    checkRange(reader, from, to, model);
  }

  /** Checks that a range walks and measures what a map has there. */
  protected static void checkRange(
      Reader reader, byte[] from, byte[] to, NavigableMap<byte[], Object> model) {
    NavigableMap<byte[], Object> expected = range(model, from, to);
    checkEntries(reader.range(from, to, false), expected);
    checkEntries(reader.range(from, to, true), expected.descendingMap());
    assertThat(reader.measure(from, to)).isEqualTo(measure(expected));
  }

  private static void checkAndClose(Map.Entry<Snapshot, NavigableMap<byte[], Object>> kept) {
    try (Snapshot snapshot = kept.getKey()) {
      checkRange(snapshot, new byte[0], null, kept.getValue());
    }
  }

  private static Measure measure(NavigableMap<byte[], Object> entries) {
    long weight = 0;
    for (Map.Entry<byte[], Object> entry : entries.entrySet()) {
      weight += weigh(entry.getKey(), entry.getValue());
    }
    return new Measure(entries.size(), weight);
  }

  /** Checks that a cursor walks exactly the entries of a map, in its order. */
  protected static void checkEntries(Cursor cursor, NavigableMap<byte[], Object> expected) {
    for (Map.Entry<byte[], Object> entry : expected.entrySet()) {
      assertThat(cursor.next()).isTrue();
      assertThat(cursor.key()).isEqualTo(entry.getKey());
      assertThat(cursor.value()).isEqualTo(entry.getValue());
    }
    assertThat(cursor.next()).isFalse();
  }
}
