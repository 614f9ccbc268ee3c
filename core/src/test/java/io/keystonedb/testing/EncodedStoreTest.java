package io.keystonedb.testing;

import io.keystonedb.storage.Store;
import io.keystonedb.storage.StoreContract;
import io.keystonedb.storage.Weigher;

class EncodedStoreTest extends StoreContract {
  @Override
  protected Store newStore(Weigher weigher) {
    return new EncodedStore(new TextCodec(), weigher);
  }
}
