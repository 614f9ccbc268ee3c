package io.keystonedb.sdk;

import software.amazon.awssdk.core.SdkPojo;

/** A client that runs operations on the caller's thread. */
abstract class SyncClientBase extends ClientBase {
  SyncClientBase(Context context) {
    super(context);
  }

  @Override
  final Object call(int operation, Object request) {
    return operation(operation).call(engine(), (SdkPojo) request);
  }
}
