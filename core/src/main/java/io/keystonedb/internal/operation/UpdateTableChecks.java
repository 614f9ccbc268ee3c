package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.model.GlobalSecondaryIndexUpdate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a request to update a table, whatever the table is like. */
final class UpdateTableChecks {
  private UpdateTableChecks() {}

  static void check(UpdateTable.Input request) {
    notEmpty(request);
    TableClasses.check(request.tableClass());
    Encryption.check(request.sseSpecification());
    CombinedChanges.check(request);
    if ("PAY_PER_REQUEST".equals(request.billingMode())
        && request.provisionedThroughput() != null) {
      throw throughputOnDemand();
    }
    if ("PROVISIONED".equals(request.billingMode()) && request.provisionedThroughput() == null) {
      throw TableSchemaChecks.invalid(
          "ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
    }
    OnDemandCeilings.notEmpty(request.onDemandThroughput());
    WarmThroughputs.notEmpty(request.warmThroughput());
    TableSchemaChecks.capacityBounds(request.provisionedThroughput());
    if (request.globalSecondaryIndexUpdates() != null) {
      indexUpdates(request.globalSecondaryIndexUpdates());
    }
  }

  static KeystoneException throughputOnDemand() {
    return TableSchemaChecks.invalid(
        "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
  }

  /** An empty list of index updates is no change, and refused beside any (observed). */
  private static void notEmpty(UpdateTable.Input request) {
    List<GlobalSecondaryIndexUpdate> indexes = request.globalSecondaryIndexUpdates();
    if (request.settings() == 0 && (indexes == null || indexes.isEmpty())) {
      throw KeystoneException.validation(
          "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled, OnDemandThroughput, WarmThroughput or TableClass is required");
    }
    if (indexes != null && indexes.isEmpty()) {
      throw TableSchemaChecks.invalid("List of GlobalSecondaryIndexUpdates is empty");
    }
  }

  private static void indexUpdates(List<GlobalSecondaryIndexUpdate> updates) {
    Set<String> names = new HashSet<>();
    int created = 0;
    int deleted = 0;
    for (GlobalSecondaryIndexUpdate update : updates) {
      String name = nameIn(update);
      if (name == null) {
        throw TableSchemaChecks.invalid(
            "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null");
      }
      if (actions(update) > 1) {
        throw TableSchemaChecks.invalid(
            "Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object");
      }
      if (!names.add(name)) {
        throw TableSchemaChecks.invalid(
            "Only one global secondary index update per index is allowed simultaneously. Index: "
                + name);
      }
      created += update.create() == null ? 0 : 1;
      deleted += update.delete() == null ? 0 : 1;
    }
    if (created + deleted > 1) {
      throw oneIndexAtATime();
    }
  }

  private static int actions(GlobalSecondaryIndexUpdate update) {
    int actions = update.update() == null ? 0 : 1;
    actions += update.create() == null ? 0 : 1;
    return actions + (update.delete() == null ? 0 : 1);
  }

  static KeystoneException oneIndexAtATime() {
    return KeystoneException.of(
        ErrorCode.LIMIT_EXCEEDED,
        "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");
  }

  private static @Nullable String nameIn(GlobalSecondaryIndexUpdate update) {
    if (update.update() != null) {
      return update.update().indexName();
    }
    if (update.create() != null) {
      return update.create().indexName();
    }
    return update.delete() == null ? null : update.delete().indexName();
  }
}
