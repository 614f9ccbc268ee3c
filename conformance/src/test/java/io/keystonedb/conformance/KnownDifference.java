package io.keystonedb.conformance;

import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/**
 * One way in which DynamoDB Local is known to differ from the service.
 *
 * @param reason what is known, and from where
 * @param holds whether a pair of outcomes is an instance of it
 */
record KnownDifference(String reason, Instance holds) {

  /** Whether outcomes of a request, ours first, are an instance of a known difference. */
  interface Instance {
    boolean test(DynamoDbRequest request, Outcome ours, Outcome local);
  }
}
