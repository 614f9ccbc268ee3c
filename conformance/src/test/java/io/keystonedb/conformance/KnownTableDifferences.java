package io.keystonedb.conformance;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** As {@link KnownDifferences}, for the creation of tables. */
final class KnownTableDifferences {
  private static final List<KnownDifference> RULES =
      List.of(
          new KnownDifference(
              "Local looks for a table of the same name before it looks at the request, whatever the"
                  + " letter case; the service afterwards (observed)",
              (request, ours, local) ->
                  local.text().endsWith(" already exists")
                      || (ours.error().equals("ValidationException")
                          && local.error().equals("ResourceInUseException"))),
          new KnownDifference(
              "Local does not check all declared constraints of a table",
              (request, ours, local) ->
                  local.error().isEmpty()
                      && ours.text().contains(" failed to satisfy constraint: ")),
          new KnownDifference(
              "Local refuses an index that projects an attribute twice; no such error of the service is"
                  + " known",
              (request, ours, local) ->
                  ours.error().isEmpty()
                      && local.text().equals("Cannot have two attributes with the same name")),
          new KnownDifference(
              "Local takes an empty list of local indexes, throughput of tables and indexes on demand,"
                  + " and does not always find attributes that no key uses",
              (request, ours, local) ->
                  local.error().isEmpty()
                      && (ours.text().endsWith("List of LocalSecondaryIndexes is empty")
                          || ours.text().endsWith(" when BillingMode is PAY_PER_REQUEST")
                          || ours.text().contains("does not exactly match number of attributes")
                          || ours.text().contains("Some AttributeDefinitions are not used"))));

  private KnownTableDifferences() {}

  /** All that is known, in words. */
  static List<String> reasons() {
    return RULES.stream().map(KnownDifference::reason).toList();
  }

  static boolean explain(CreateTableRequest request, Outcome ours, Outcome local) {
    return RULES.stream().anyMatch(rule -> rule.holds().test(request, ours, local));
  }
}
