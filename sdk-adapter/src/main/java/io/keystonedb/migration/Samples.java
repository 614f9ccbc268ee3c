package io.keystonedb.migration;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** By what it is decided whether a read is compared: the same for the same items, always. */
final class Samples {
  private Samples() {}

  static long hash(RequestFacts facts, SdkRequest request) {
    long hash = facts.operation().hashCode();
    if (facts.allKeys()) {
      hash = 0;
      for (TableKey key : facts.keys()) {
        hash += key.hash();
      }
    } else if (request instanceof QueryRequest query) {
      hash = query.tableName() == null ? hash : query.tableName().hashCode();
      hash = hash * 31 + ItemHash.ofKey(query.expressionAttributeValues());
    } else {
      hash = hash * 31 + facts.tables().hashCode();
    }
    return hash;
  }
}
