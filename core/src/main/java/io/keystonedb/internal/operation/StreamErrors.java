package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Shard;
import io.keystonedb.internal.engine.StreamDefinition;

/** Errors of reading streams. */
final class StreamErrors {
  private StreamErrors() {}

  /** The shard of an id. */
  static Shard requireShard(StreamDefinition stream, String shardId) {
    Shard shard = stream.shard(shardId);
    if (shard == null) {
      throw KeystoneException.of(
          ErrorCode.RESOURCE_NOT_FOUND, "Requested resource not found: Shard does not exist");
    }
    return shard;
  }

  /** What is asked for is older than what is retained. */
  static KeystoneException trimmed() {
    return KeystoneException.of(
        ErrorCode.TRIMMED_DATA_ACCESS, "The data you are trying to access has been trimmed");
  }
}
