package io.keystonedb.testing;

import io.keystonedb.storage.Store;
import io.keystonedb.storage.StoreModelContract;
import io.keystonedb.storage.Weigher;

class EncodedStoreModelTest extends StoreModelContract {
  @Override
  protected Store newStore(Weigher weigher) {
    return new EncodedStore(new TextCodec(), weigher);
  }
}
