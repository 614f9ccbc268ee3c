package io.keystonedb.migration;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A key of a table, under the primary's names. Equal keys are those the service takes for one.
 *
 * @param hash of both, the same in every JVM
 */
record TableKey(String table, Map<String, AttributeValue> key, long hash) {
  static TableKey of(String table, Map<String, AttributeValue> key) {
    return new TableKey(table, key, ItemHash.mix(ItemHash.ofKey(key) * 31 + table.hashCode()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TableKey that
        && hash == that.hash
        && table.equals(that.table)
        && (key.equals(that.key)
            || ValueComparison.items(ComparisonRules.strict(), table, key, that.key).isEmpty());
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash);
  }
}
