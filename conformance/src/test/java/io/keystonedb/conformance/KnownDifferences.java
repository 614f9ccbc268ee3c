package io.keystonedb.conformance;

import java.util.List;
import java.util.function.BiPredicate;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/**
 * Where DynamoDB Local is known to differ from the service, with how we know. A rule explains a
 * difference only if both sides look as it says.
 */
final class KnownDifferences {
  private static final String ENVELOPE = "1 validation error detected: ";

  /**
   * One known difference.
   *
   * @param reason what is known, and from where
   * @param holds whether a pair of outcomes, ours first, is an instance of it
   */
  private record Rule(String reason, BiPredicate<Outcome, Outcome> holds) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "Local words a missing table in its own way, and looks for it before it checks"
                  + " expressions; the service has been seen to do it the other way round (2026)",
              (ours, local) ->
                  local.text().equals("Cannot do operations on a non-existent table")
                      && (ours.error().equals("ResourceNotFoundException")
                          || ours.error().equals("ValidationException"))),
          new Rule(
              "Local checks names of tables by itself; the service's are declared constraints",
              (ours, local) ->
                  local.text().startsWith("Invalid table/index name.") && !ours.error().isEmpty()),
          new Rule(
              "Local tells malformed keys apart that the service answers with one text",
              (ours, local) ->
                  (local.text().startsWith("The number of conditions on the keys is invalid")
                          || local.text().contains("Type mismatch for key")
                          || local.text().equals("One of the required keys was not given a value")
                          || local.text().contains("Invalid attribute value type"))
                      && !ours.error().isEmpty()),
          new Rule(
              "Since 2026 the service puts the envelope of a declared constraint in front of most"
                  + " errors of PutItem and UpdateItem",
              (ours, local) -> ours.text().equals(ENVELOPE + local.text())),
          new Rule(
              "Local names an index key of a wrong type without its index",
              (ours, local) ->
                  ours.text().contains("Type mismatch for Index Key")
                      && local.text().contains("Type mismatch for Index Key")),
          new Rule(
              "Which of several bad index keys is named: the service takes the first index by name",
              (ours, local) ->
                  ours.text().contains("secondary index key is not supported")
                      && local.text().contains("secondary index key is not supported")),
          new Rule(
              "Of three paths, Local names one that does not overlap at all",
              (ours, local) ->
                  ours.text().contains("Two document paths overlap")
                      && local.text().contains("Two document paths overlap")),
          new Rule(
              "The order of the types in this text is that of a hash table",
              (ours, local) ->
                  ours.text().contains("Invalid attribute type name found")
                      && local.text().contains("Invalid attribute type name found")),
          new Rule(
              "Local reports consumed capacity that nobody asked for on DeleteItem",
              (ours, local) ->
                  ours.text().equals("{}") && local.text().startsWith("{ConsumedCapacity=")),
          new Rule(
              "Both refuse the request, for different ones of several things wrong with it",
              (ours, local) ->
                  ours.error().equals("ValidationException")
                      && local.error().equals("ValidationException")
                      && text(ours).contains("Syntax error")
                          != text(local).contains("Syntax error")));

  private KnownDifferences() {}

  static boolean explain(DynamoDbRequest request, Outcome ours, Outcome local) {
    return RULES.stream().anyMatch(rule -> rule.holds().test(ours, local));
  }

  private static String text(Outcome outcome) {
    return outcome.text();
  }
}
