package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Account;
import io.keystonedb.internal.model.ProvisionedThroughput;
import org.jspecify.annotations.Nullable;

/**
 * How much throughput an account may provision for a table, and for each index by itself. Texts as
 * observed in October 2026.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html#default-limits-throughput">Default
 *     quotas: throughput</a>
 */
final class CapacityQuota {
  static final long ACCOUNT_UNITS = 80_000;
  static final long TABLE_UNITS = 40_000;

  private CapacityQuota() {}

  /** Checks the throughput of a table. */
  static void checkTable(Account account, @Nullable ProvisionedThroughput throughput) {
    check(account, throughput, "", "table");
  }

  /** Checks the throughput of an index. */
  static void checkIndex(
      Account account, @Nullable ProvisionedThroughput throughput, @Nullable String index) {
    check(account, throughput, " for index " + index, "index");
  }

  private static void check(
      Account account, @Nullable ProvisionedThroughput throughput, String resource, String kind) {
    if (throughput != null) {
      check(account, "ReadCapacityUnits" + resource, throughput.readCapacityUnits(), kind);
      check(account, "WriteCapacityUnits" + resource, throughput.writeCapacityUnits(), kind);
    }
  }

  private static void check(Account account, String what, @Nullable Long units, String kind) {
    if (units != null && units > TABLE_UNITS) {
      throw KeystoneException.of(
          ErrorCode.LIMIT_EXCEEDED,
          "The requested "
              + what
              + ", "
              + units
              + ", is above the per "
              + kind
              + " maximum for the account in "
              + account.region()
              + ". Per table maximum: "
              + TABLE_UNITS
              + ". Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.");
    }
  }
}
