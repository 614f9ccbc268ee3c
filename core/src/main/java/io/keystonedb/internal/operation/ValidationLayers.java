package io.keystonedb.internal.operation;

import static io.keystonedb.internal.shape.ValidationLayer.CURRENT;
import static io.keystonedb.internal.shape.ValidationLayer.ENVELOPED;
import static io.keystonedb.internal.shape.ValidationLayer.OLDER;

import io.keystonedb.internal.shape.ValidationLayer;
import java.util.Map;
import java.util.Set;

/**
 * Which layer of validation each operation has, as observed in all Regions in October 2026. The
 * service moves them one by one, so this is what to change when it has moved another.
 */
final class ValidationLayers {
  private static final Rule ALWAYS_CURRENT = new Rule(CURRENT, CURRENT, Set.of());
  private static final Rule ALWAYS_OLDER = new Rule(OLDER, OLDER, Set.of());
  private static final Rule SINGLE_WRITE =
      new Rule(ENVELOPED, OLDER, Set.of("eu-south-2", "me-central-1"));
  private static final Rule TRANSACTION =
      new Rule(OLDER, CURRENT, Set.of("eu-north-1", "ap-northeast-2", "eu-west-2"));

  /** Operations that are not here have the older layer. */
  private static final Map<String, Rule> RULES =
      Map.of(
          "PutItem", SINGLE_WRITE,
          "UpdateItem", SINGLE_WRITE,
          "DeleteItem", SINGLE_WRITE,
          "GetItem", ALWAYS_CURRENT,
          "BatchGetItem", ALWAYS_CURRENT,
          "Query", ALWAYS_CURRENT,
          "Scan",
              new Rule(
                  OLDER,
                  CURRENT,
                  Set.of("eu-west-2", "eu-central-1", "us-west-1", "ap-northeast-2")),
          "TransactGetItems", TRANSACTION,
          "TransactWriteItems", TRANSACTION);

  private ValidationLayers() {}

  /** The rule for an operation. */
  static Rule of(String operation) {
    return RULES.getOrDefault(operation, ALWAYS_OLDER);
  }

  /**
   * The layer of an operation in each Region.
   *
   * @param others the Regions that have another one than most
   */
  record Rule(ValidationLayer most, ValidationLayer other, Set<String> others) {
    ValidationLayer in(String region) {
      return others.contains(region) ? other : most;
    }
  }
}
