package io.keystonedb.conformance.random;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The order in which the service looks for what is wrong with a request, as observed on it (2026).
 * Where a request is wrong in several ways and the sides name different ones, it explains the
 * difference only if both are known and what we name comes first on the service. A check of ours
 * that is wrong is not hidden by this: it shows where nothing else is wrong with a request.
 *
 * <p>Each stage is a list of texts: how errors of the stage begin, on either side. A name in
 * parentheses stands for all errors of a kind.
 */
final class CheckOrder implements KnownDifference.PlaceMatcher {
  private static final Pattern ENVELOPE =
      Pattern.compile("^(1 validation error|[0-9]+ validation errors) detected: ");
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String NOT_VALID = "One or more parameter values are not valid. ";

  /** Within one expression: by itself, then with names and values, then by types. */
  private static final List<List<String>> OF_ONE_EXPRESSION =
      List.of(
          List.of("The expression can not", "Expression size"),
          List.of("Syntax error", "Expected "),
          List.of("The expression has redundant"),
          List.of("Attribute name is a reserved"),
          List.of("List index", "Invalid function", "The function is not"),
          List.of("The document path has too many"),
          List.of("An expression attribute name"),
          List.of("An expression attribute value"),
          List.of("Incorrect number of operands", "Operator or function requires"),
          List.of(
              "Incorrect operand type",
              "Invalid attribute type name",
              "The first operand must be",
              "The BETWEEN operator"));

  /** What is wrong with the definition of a table. */
  private static final List<List<String>> OF_TABLES =
      List.of(
          List.of("The parameter 'TableName' is required", "TableName must be"),
          List.of("Value null at", "Value '", "Value at "),
          List.of(
              INVALID + "Neither ReadCapacityUnits",
              INVALID + "ReadCapacityUnits and WriteCapacityUnits",
              INVALID + "ProvisionedThroughput is not",
              INVALID + "ProvisionedThroughput should not"),
          List.of("Given value "),
          List.of(INVALID + "Some index key attributes are not defined"),
          List.of("Invalid KeySchema", "Both the Hash Key"),
          List.of(INVALID + "List of LocalSecondary", INVALID + "List of GlobalSecondary"),
          List.of(
              INVALID + "Number of LocalSecondaryIndexes",
              INVALID + "Table KeySchema does not have",
              INVALID + "Index KeySchema does not have",
              INVALID + "GlobalSecondaryIndex count",
              INVALID + "ProjectionType is"),
          List.of(INVALID + "Duplicate index name"),
          List.of(INVALID + "Number of attributes in KeySchema"),
          List.of(INVALID + "Table is being created with a stream"),
          List.of("(table exists)"));

  private static final List<List<String>> STAGES =
      List.of(
          // Declared constraints.
          List.of("Value null at", "Value '", "Value at "),
          // Segments of a scan.
          List.of("The Segment parameter is", "The TotalSegments parameter is"),
          // What values are, wherever they stand.
          List.of(
              "Supplied AttributeValue is empty",
              "Supplied AttributeValue has more than one",
              INVALID + "Null attribute value",
              INVALID + "An string set",
              INVALID + "An number set",
              INVALID + "Binary sets should",
              INVALID + "Input collection",
              "Input collection contains",
              "Empty attribute name",
              "The provided starting key is invalid: Attempting to store",
              "The provided starting key is invalid: Number ",
              "The provided starting key is invalid: Supplied",
              "The provided starting key is invalid: The parameter cannot",
              "The provided starting key is invalid: One or more parameter values were invalid"),
          // Which parameters a request has, and its names and values.
          List.of("Can not use both expression and non-expression"),
          List.of("ExpressionAttributeNames can only be specified"),
          List.of("ExpressionAttributeValues can only be specified"),
          List.of("ExpressionAttributeNames must not", "ExpressionAttributeNames contains"),
          List.of("ExpressionAttributeValues must not", "ExpressionAttributeValues contains"),
          // Legacy parameters.
          List.of(
              INVALID + "Only DELETE action",
              INVALID + "DELETE action with value",
              INVALID + "ADD action is not",
              INVALID + "Exists and Comparison",
              INVALID + "Value and AttributeValueList",
              INVALID + "Value or AttributeValueList",
              INVALID + "Value must be provided",
              INVALID + "Value cannot be used",
              INVALID + "AttributeValueList can only",
              INVALID + "AttributeValues inside",
              INVALID + "Invalid number of argument",
              INVALID + "ComparisonOperator",
              "The BETWEEN condition was provided",
              "ConditionalOperator can"),
          List.of(INVALID + "Duplicate value in attribute", "Cannot have two attributes"),
          // Each expression.
          List.of("Invalid UpdateExpression: ", "Invalid FilterExpression: "),
          List.of("Invalid ConditionExpression: ", "Invalid KeyConditionExpression: "),
          List.of("Invalid ProjectionExpression: "),
          // Dynoxide often leaves out which expression it is about.
          List.of(
              "An expression attribute name used",
              "An expression attribute value used",
              "Unexpected end of Key",
              "Unexpected token in Key",
              "Unexpected token in Projection"),
          List.of("Value provided in ExpressionAttributeNames unused"),
          List.of("Value provided in ExpressionAttributeValues unused"),
          List.of(
              "Invalid operator used in KeyConditionExpression",
              "Invalid condition in KeyConditionExpression",
              "KeyConditionExpressions must only"),
          List.of("Provided list of item keys contains duplicates"),
          List.of("ReturnValues can only be", "Return values set to invalid value"),
          List.of("Either the KeyConditions or"),
          // What is selected.
          List.of(
              "Must specify the AttributesToGet",
              "Cannot specify the ",
              "ALL_PROJECTED_ATTRIBUTES"),
          // The table.
          List.of("(no table)"),
          List.of("The table does not have the specified index"),
          List.of("Key attributes must be scalars"),
          List.of("Consistent reads are not supported"),
          List.of(
              "The provided starting key is invalid",
              "The query can return at most one row",
              "Exclusive Start Key must have same size"),
          List.of(
              "The parameter cannot be converted to a numeric value",
              "A value provided cannot be converted into a number",
              "Attempting to store more than 38",
              "DynamoDB only supports precision",
              "Number overflow",
              "Number underflow",
              "Nesting Levels have exceeded"),
          // Keys.
          List.of(
              "The provided key element does not match",
              INVALID + "Missing the key",
              INVALID + "Type mismatch for key",
              "The number of conditions on the keys is invalid",
              "One of the required keys was not given a value",
              NOT_VALID + "The AttributeValue for a key attribute",
              "Query condition missed key schema element",
              "Query key condition not supported",
              // For dynoxide, a condition more than keys can have is no syntax.
              "Unexpected token in KeyConditionExpression: AND",
              "Query filter contains a sort key condition",
              "Cannot convert partition key",
              "Conditions can be of length",
              "Conditions must be at least length 1",
              "Attempted conditional constraint",
              INVALID + "Condition parameter type"),
          List.of(NOT_VALID + "A value specified for a secondary index"),
          List.of("Filter Expression can only contain", "QueryFilter can only contain"),
          List.of(INVALID + "Secondary index"),
          List.of(INVALID + "Select type", INVALID + "Global secondary index"),
          List.of("The provided starting key is outside", "The provided starting key does not"),
          List.of("Transaction request cannot include multiple"),
          List.of("(token)"),
          // What an update does to the item.
          List.of(INVALID + "Cannot update attribute"),
          List.of("(condition failed)"),
          List.of(
              "The provided expression refers to an attribute",
              "The document path provided in the update expression",
              "An operand in the update expression",
              "Operands for ",
              "list_append requires",
              "Type mismatch for attribute to update"),
          List.of(
              INVALID + "Type mismatch for Index Key",
              NOT_VALID + "The update expression attempted"),
          List.of("(canceled)"));

  @Override
  public boolean explainsErrors(Difference difference) {
    Outcome ours = difference.ours();
    Outcome theirs = difference.theirs();
    List<List<String>> stages =
        difference.request().operation().endsWith("Table") ? OF_TABLES : STAGES;
    return !ours.isAnswer() && !theirs.isAnswer() && comesFirst(text(ours), text(theirs), stages);
  }

  @Override
  public boolean explainsPlace(Difference difference, Difference.Place place) {
    return false;
  }

  private static String text(Outcome outcome) {
    return switch (outcome.error()) {
      case "ValidationException" -> ENVELOPE.matcher(outcome.message()).replaceFirst("");
      case "ResourceNotFoundException" -> "(no table)";
      case "ResourceInUseException" -> "(table exists)";
      case "ConditionalCheckFailedException" -> "(condition failed)";
      case "IdempotentParameterMismatchException" -> "(token)";
      case "TransactionCanceledException" -> "(canceled)";
      default -> "(unknown)";
    };
  }

  /** Whether the service looks for one thing before it looks for another. */
  private static boolean comesFirst(String first, String second, List<List<String>> stages) {
    int kind = first.indexOf(": ") + 2;
    boolean sameExpression =
        first.startsWith("Invalid ") && second.startsWith(first.substring(0, kind));
    return sameExpression
        ? isBefore(first.substring(kind), second.substring(kind), OF_ONE_EXPRESSION)
        : isBefore(first, second, stages);
  }

  private static boolean isBefore(String first, String second, List<List<String>> stages) {
    int earlier = stage(first, stages);
    return earlier >= 0 && earlier < stage(second, stages);
  }

  private static int stage(String text, List<List<String>> stages) {
    int best = -1;
    int longest = 0;
    for (int i = 0; i < stages.size(); i++) {
      for (String start : stages.get(i)) {
        if (text.startsWith(start) && start.length() > longest) {
          best = i;
          longest = start.length();
        }
      }
    }
    return best;
  }
}
