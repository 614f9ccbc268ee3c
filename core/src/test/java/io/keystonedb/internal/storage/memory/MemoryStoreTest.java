package io.keystonedb.internal.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.keystonedb.storage.Snapshot;
import io.keystonedb.storage.Store;
import io.keystonedb.storage.StoreContract;
import io.keystonedb.storage.Weigher;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends StoreContract {
  @Override
  protected Store newStore(Weigher weigher) {
    return new MemoryStore(weigher);
  }

  @Test
  void forkStartsWithTheContentOfItsOrigin() {
    put("a", "1");

    assertThat(contents(memory().fork())).containsExactly("a=1");
  }

  @Test
  void forkAndOriginDoNotSeeEachOthersWrites() {
    put("a", "1");
    MemoryStore fork = memory().fork();

    put("b", "origin");
    put(fork, "c", "fork");

    assertThat(contents()).containsExactly("a=1", "b=origin");
    assertThat(contents(fork)).containsExactly("a=1", "c=fork");
  }

  @Test
  void forkOutlivesItsOrigin() {
    put("a", "1");
    MemoryStore fork = memory().fork();
    store.close();

    put(fork, "b", "2");

    assertThat(contents(fork)).containsExactly("a=1", "b=2");
  }

  @Test
  void restoreBringsAnEarlierContentBack() {
    put("a", "1");
    Root root = memory().content();
    put("a", "2");
    put("b", "2");

    memory().restore(root);

    assertThat(contents()).containsExactly("a=1");
  }

  @Test
  void rootCanBeRestoredAgainAfterFurtherWrites() {
    put("a", "1");
    Root root = memory().content();

    for (int i = 0; i < 3; i++) {
      put("a", "changed");
      memory().restore(root);
      assertThat(contents()).containsExactly("a=1");
    }
  }

  @Test
  void restoreDoesNotChangeSnapshots() {
    Root empty = memory().content();
    put("a", "1");
    try (Snapshot snapshot = store.snapshot()) {
      memory().restore(empty);

      assertThat(snapshot.get(bytes("a"))).isEqualTo("1");
    }
    assertThat(contents()).isEmpty();
  }

  @Test
  void restoreAndCloseInsideAWriteAreRefused() {
    Root root = memory().content();

    store.write(
        txn -> {
          txn.put(bytes("a"), "1");
          assertThatIllegalStateException().isThrownBy(() -> memory().restore(root));
          assertThatIllegalStateException().isThrownBy(() -> store.close());
          return null;
        });

    assertThat(contents()).containsExactly("a=1");
  }

  @Test
  void writeWithoutEffectPublishesNothing() {
    put("a", "1");
    Node before = memory().content().node();

    store.write(txn -> txn.get(bytes("a")));
    remove("b");

    assertThat(memory().content().node()).isSameAs(before);
  }

  @Test
  void transactionCopiesAPathOnceAndThenEditsItInPlace() {
    for (int i = 100; i < 200; i++) {
      put("key" + i, "1");
    }
    Node before = memory().content().node();

    store.write(
        txn -> {
          MemoryTxn running = (MemoryTxn) txn;
          running.put(bytes("key150"), "2");
          Branch copied = (Branch) running.root();
          Node leaf = copied.childFor(bytes("key150"));
          running.put(bytes("key150"), "3");
          running.remove(bytes("key150"));
          running.put(bytes("key150"), "4");

          assertThat(copied).isNotSameAs(before);
          assertThat(running.root()).isSameAs(copied);
          assertThat(copied.childFor(bytes("key150"))).isSameAs(leaf);
          return null;
        });
  }

  @Test
  void commitSharesWhatItDidNotTouch() {
    for (int i = 100; i < 200; i++) {
      put("key" + i, "1");
    }
    Branch before = (Branch) memory().content().node();

    put("key100", "2");

    Branch after = (Branch) memory().content().node();
    assertThat(after.children[0]).isNotSameAs(before.children[0]);
    for (int i = 1; i < before.size(); i++) {
      assertThat(after.children[i]).isSameAs(before.children[i]);
    }
  }

  @Test
  void closedStoreRefusesForkRootAndRestore() {
    Root root = memory().content();
    store.close();

    assertThatIllegalStateException().isThrownBy(() -> memory().fork());
    assertThatIllegalStateException().isThrownBy(() -> memory().content());
    assertThatIllegalStateException().isThrownBy(() -> memory().restore(root));
  }

  private MemoryStore memory() {
    return (MemoryStore) store;
  }
}
