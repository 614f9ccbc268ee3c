package io.keystonedb.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.internal.storage.memory.MemoryStore;
import io.keystonedb.storage.Store;
import io.keystonedb.storage.StoreContract;
import io.keystonedb.storage.Weigher;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RerunningStoreTest extends StoreContract {
  @Override
  protected Store newStore(Weigher weigher) {
    return new RerunningStore(new MemoryStore(weigher));
  }

  @Test
  void keepsTheSecondRunAlone() {
    List<String> runs = new ArrayList<>();

    String result =
        store.write(
            txn -> {
              runs.add("run");
              txn.put(bytes("key of run " + runs.size()), "");
              return "result of run " + runs.size();
            });

    assertThat(result).isEqualTo("result of run 2");
    assertThat(contents()).containsExactly("key of run 2=");
  }

  @Test
  void failureOfTheSecondRunAloneReachesTheCaller() {
    List<String> runs = new ArrayList<>();

    assertThatThrownBy(
            () ->
                store.write(
                    txn -> {
                      runs.add("run");
                      throw new IllegalArgumentException("in run " + runs.size());
                    }))
        .hasMessage("in run 2");
  }
}
