package io.keystonedb.internal.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.storage.KeyPattern;
import io.keystonedb.storage.Snapshot;
import io.keystonedb.storage.Store;
import io.keystonedb.storage.StoreModelContract;
import io.keystonedb.storage.Weigher;
import io.keystonedb.testing.RandomCases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MemoryStoreModelTest extends StoreModelContract {
  private int steps;

  @Override
  protected Store newStore(Weigher weigher) {
    return new MemoryStore(weigher);
  }

  /** The whole tree at first, then every now and then: it is the costly part of the test. */
  @Override
  protected void checkStructure(Store store) {
    steps++;
    if (steps < 500 || steps % 50 == 0) {
      TreeInvariants.check(((MemoryStore) store).content().node());
    }
  }

  @ParameterizedTest
  @EnumSource
  void treeStaysBalancedWhileItGrowsAndShrinksToNothing(KeyPattern pattern) {
    RandomCases.check(3, random -> growAndShrink(pattern, random));
  }

  @Test
  void treeStaysBalancedWithinOneTransaction() {
    RandomCases.check(
        3,
        random ->
            new MemoryStore(StoreModelContract::weigh)
                .write(
                    txn -> {
                      MemoryTxn memory = (MemoryTxn) txn;
                      for (int i = 0; i < 3000; i++) {
                        byte[] key = KeyPattern.WILD.key(i, random);
                        if (i % 100 == 0) {
                          memory.removeRange(key, KeyPattern.WILD.key(i, random));
                        } else if (random.nextInt(3) == 0) {
                          memory.remove(key);
                        } else {
                          memory.put(key, i);
                        }
                        if (i % 20 == 0) {
                          TreeInvariants.check(memory.root());
                        }
                      }
                      return null;
                    }));
  }

  @ParameterizedTest
  @EnumSource
  void treeStaysBalancedWhenRangesOfAnySizeAreRemoved(KeyPattern pattern) {
    RandomCases.check(2, random -> removeRanges(pattern, random));
  }

  @Test
  void removingARangeMakesFewNodesHoweverManyEntriesItHas() {
    MemoryStore store = new MemoryStore(StoreModelContract::weigh);
    NavigableMap<byte[], Object> model = fill(store, KeyPattern.ASCENDING, 100_000, new Random(1));
    Set<Node> before = nodes(store.content().node());

    store.write(
        txn -> {
          txn.removeRange(model.firstKey(), keyAt(model, 1));
          return null;
        });
    store.write(
        txn -> {
          txn.removeRange(keyAt(model, 20_010), keyAt(model, 79_990));
          return null;
        });

    Set<Node> made = nodes(store.content().node());
    made.removeAll(before);
    assertThat(made).hasSizeLessThan(40);
  }

  @Test
  void ascendingAndDescendingLoadsFillLeavesWell() {
    for (KeyPattern pattern : List.of(KeyPattern.ASCENDING, KeyPattern.DESCENDING)) {
      MemoryStore store = new MemoryStore(StoreModelContract::weigh);
      Random random = new Random(1);
      for (int i = 0; i < 10_000; i++) {
        put(store, pattern.key(i, random), i);
      }

      assertThat(10_000 / leaves(store.content().node())).isGreaterThanOrEqualTo(24);
    }
  }

  @Test
  void forksAndRestoredRootsStayApart() {
    RandomCases.check(10, MemoryStoreModelTest::forkAndRestore);
  }

  private static void growAndShrink(KeyPattern pattern, Random random) {
    MemoryStore store = new MemoryStore(StoreModelContract::weigh);
    NavigableMap<byte[], Object> model = new TreeMap<>(Arrays::compareUnsigned);
    for (int i = 0; i < 1500; i++) {
      byte[] key = pattern.key(i, random);
      put(store, key, i);
      model.put(key, i);
      assertThat(TreeInvariants.check(store.content().node())).isEqualTo(model.size());
    }
    boolean fromTheEnd = random.nextBoolean();
    boolean anywhere = random.nextBoolean();
    while (!model.isEmpty()) {
      byte[] key = fromTheEnd ? model.lastKey() : model.firstKey();
      if (anywhere) {
        byte[] found = model.floorKey(pattern.key(random.nextInt(1500), random));
        key = found == null ? key : found;
      }
      remove(store, key);
      model.remove(key);
      assertThat(TreeInvariants.check(store.content().node())).isEqualTo(model.size());
    }
    assertThat(store.content().node()).isSameAs(Leaf.EMPTY);
  }

  /** Removes ranges from a tree, one or several in a transaction, until it is empty. */
  private static void removeRanges(KeyPattern pattern, Random random) {
    MemoryStore store = new MemoryStore(StoreModelContract::weigh);
    NavigableMap<byte[], Object> model = fill(store, pattern, 20_000, random);
    while (!model.isEmpty()) {
      Known<MemoryStore> earlier = Known.of(store.fork(), model);
      store.write(
          txn -> {
            for (int i = random.nextInt(3); i >= 0; i--) {
              removeRange((MemoryTxn) txn, model, random);
            }
            return null;
          });
      checkContent(store, model);
      if (random.nextInt(4) == 0) {
        checkContent(earlier.what(), earlier.model());
      }
    }
    assertThat(store.content().node()).isSameAs(Leaf.EMPTY);
  }

  /** Removes a range of any size, after a write somewhere has made some nodes the transaction's. */
  private static void removeRange(
      MemoryTxn txn, NavigableMap<byte[], Object> model, Random random) {
    if (model.size() > 500) {
      byte[] written = keyAt(model, random.nextInt(model.size()));
      txn.put(written, 1);
      model.put(written, 1);
    }
    int start = random.nextInt(model.size() + 1);
    byte[] from = keyAt(model, start);
    byte[] to = keyAt(model, start + 1 + random.nextInt(1 << random.nextInt(15)));
    if (from != null) {
      txn.removeRange(from, to);
      (to == null ? model.tailMap(from, true) : model.subMap(from, true, to, false)).clear();
      assertThat(TreeInvariants.check(txn.root())).isEqualTo(model.size());
    }
  }

  private static NavigableMap<byte[], Object> fill(
      MemoryStore store, KeyPattern pattern, int entries, Random random) {
    NavigableMap<byte[], Object> model = new TreeMap<>(Arrays::compareUnsigned);
    store.write(
        txn -> {
          for (int i = 0; i < entries; i++) {
            byte[] key = pattern.key(i, random);
            txn.put(key, i);
            model.put(key, i);
          }
          return null;
        });
    return model;
  }

  /** The key at a position, or null behind the last. */
  private static byte[] keyAt(NavigableMap<byte[], Object> model, int position) {
    return model.keySet().stream().skip(position).findFirst().orElse(null);
  }

  private static void checkContent(MemoryStore store, NavigableMap<byte[], Object> model) {
    TreeInvariants.check(store.content().node());
    try (Snapshot snapshot = store.snapshot()) {
      checkRange(snapshot, new byte[0], null, model);
    }
  }

  /** One store or root with the content it must have. */
  private record Known<T>(T what, NavigableMap<byte[], Object> model) {
    static <T> Known<T> of(T what, NavigableMap<byte[], Object> model) {
      NavigableMap<byte[], Object> copy = new TreeMap<>(Arrays::compareUnsigned);
      copy.putAll(model);
      return new Known<>(what, copy);
    }
  }

  private static void forkAndRestore(Random random) {
    List<Known<MemoryStore>> stores = new ArrayList<>();
    List<Known<Root>> roots = new ArrayList<>();
    stores.add(
        Known.of(
            new MemoryStore(StoreModelContract::weigh), new TreeMap<>(Arrays::compareUnsigned)));
    for (int i = 0; i < 3000; i++) {
      int at = random.nextInt(stores.size());
      Known<MemoryStore> known = stores.get(at);
      int choice = random.nextInt(100);
      if (choice == 0 && stores.size() < 8) {
        stores.add(Known.of(known.what().fork(), known.model()));
      } else if (choice == 1) {
        roots.add(Known.of(known.what().content(), known.model()));
      } else if (choice == 2 && !roots.isEmpty()) {
        Known<Root> root = roots.get(random.nextInt(roots.size()));
        known.what().restore(root.what());
        stores.set(at, Known.of(known.what(), root.model()));
      } else {
        byte[] key = KeyPattern.DENSE.key(i, random);
        boolean isPut = choice < 60;
        if (isPut) {
          put(known.what(), key, i);
          known.model().put(key, i);
        } else {
          remove(known.what(), key);
          known.model().remove(key);
        }
      }
    }
    for (Known<Root> root : roots) {
      MemoryStore store = new MemoryStore(StoreModelContract::weigh);
      store.restore(root.what());
      stores.add(Known.of(store, root.model()));
    }
    for (Known<MemoryStore> store : stores) {
      checkContent(store.what(), store.model());
    }
  }

  private static Set<Node> nodes(Node node) {
    Set<Node> nodes = new HashSet<>(Set.of(node));
    if (node instanceof Branch branch) {
      for (Node child : branch.children) {
        nodes.addAll(nodes(child));
      }
    }
    return nodes;
  }

  private static int leaves(Node node) {
    return node instanceof Branch branch
        ? Arrays.stream(branch.children).mapToInt(MemoryStoreModelTest::leaves).sum()
        : 1;
  }

  private static void put(Store store, byte[] key, Object value) {
    store.write(
        txn -> {
          txn.put(key, value);
          return null;
        });
  }

  private static void remove(Store store, byte[] key) {
    store.write(
        txn -> {
          txn.remove(key);
          return null;
        });
  }
}
