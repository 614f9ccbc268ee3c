package io.keystonedb.testing;

import io.keystonedb.internal.storage.memory.MemoryStore;
import io.keystonedb.storage.Store;
import io.keystonedb.storage.StoreModelContract;
import io.keystonedb.storage.Weigher;

class RerunningStoreModelTest extends StoreModelContract {
  @Override
  protected Store newStore(Weigher weigher) {
    return new RerunningStore(new MemoryStore(weigher));
  }
}
