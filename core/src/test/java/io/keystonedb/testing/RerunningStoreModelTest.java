package io.keystonedb.testing;

import io.keystonedb.internal.storage.memory.MemoryStore;
import io.keystonedb.storage.Store;
import io.keystonedb.storage.StoreModelContract;

class RerunningStoreModelTest extends StoreModelContract {
  @Override
  protected Store newStore() {
    return new RerunningStore(new MemoryStore());
  }
}
