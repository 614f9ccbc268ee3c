package io.keystonedb.conformance;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Where DynamoDB Local is known to differ from the service, with how we know. A rule explains a
 * difference only if both sides look as it says.
 */
final class KnownDifferences {
  private static final String ENVELOPE = "1 validation error detected: ";

  private static final Pattern DECLARED =
      Pattern.compile("\\d+ validation errors? detected: (Value .*)", Pattern.DOTALL);

  private static final Pattern VIOLATION =
      Pattern.compile(
          "Value (?:null |'(.*)' |)at '[\\w.# !:-]+' failed to satisfy constraint: M.+",
          Pattern.DOTALL);

  private static final String NOT_TRUE = "Null attribute value types must have the value of true";

  /** How a text of Local begins, and what the service's text for the same thing contains. */
  private static final Map<String, String> OWN_WORDS =
      Map.of(
          "Return values set to invalid value", "ReturnValues can only be ALL_OLD or NONE",
          "Limit must be greater than or equal to 1", "Member must have value greater than",
          "The provided starting key", "The provided starting key",
          "Exclusive Start Key must have same size", "The provided starting key is invalid",
          "Item to put in PutItem cannot be null", "'item' failed to satisfy constraint",
          "Conditions can be of length 1 or 2 only", "Query ",
          "1 validation error detected: Value", "failed to satisfy constraint",
          "If segment is specified, total segment", "The TotalSegments parameter is required",
          "If total segments is specified, a partic", "The Segment parameter is required");

  /** What is wrong with the meaning of one expression. */
  private static final Pattern MEANING =
      Pattern.compile(
          "Invalid (Update|Projection)Expression: (An expression attribute|Incorrect |Operator or"
              + " function requires|Two document paths|The first operand).*",
          Pattern.DOTALL);

  private static final List<String> RUN_TIME =
      List.of(
          "The provided expression refers to an attribute that does not exist in the item",
          "The document path provided in the update expression is invalid for update",
          "An operand in the update expression has an incorrect data type");

  private static final List<KnownDifference> RULES =
      List.of(
          new KnownDifference(
              "Local fails on some requests instead of refusing them",
              (request, ours, local) ->
                  !ours.error().isEmpty()
                      && (local.error().equals(Outcome.CRASH)
                          || local.error().equals("InternalFailure"))),
          new KnownDifference(
              "Local words a missing table in its own way, and looks for it before it checks"
                  + " expressions; the service has been seen to do it the other way round (2026)",
              (request, ours, local) ->
                  local.text().equals("Cannot do operations on a non-existent table")
                      && (ours.error().equals("ResourceNotFoundException")
                          || ours.error().equals("ValidationException"))),
          new KnownDifference(
              "Local checks names of tables by itself; the service's are declared constraints",
              (request, ours, local) ->
                  local.text().startsWith("Invalid table/index name.") && !ours.error().isEmpty()),
          new KnownDifference(
              "Local tells malformed keys apart that the service answers with one text",
              (request, ours, local) ->
                  (local.text().startsWith("The number of conditions on the keys is invalid")
                          || local.text().contains("Type mismatch for key")
                          || local.text().equals("One of the required keys was not given a value")
                          || local.text().contains("Invalid attribute value type")
                          || (ours.text().endsWith("does not match the schema")
                              && local.text().contains("The AttributeValue for a key attribute")))
                      && !ours.error().isEmpty()),
          new KnownDifference(
              "Since 2026 the service puts the envelope of a declared constraint in front of most"
                  + " errors of PutItem and UpdateItem",
              (request, ours, local) -> ours.text().equals(ENVELOPE + local.text())),
          new KnownDifference(
              "Local words declared constraints in its own way, or does not check them: an answer or"
                  + " another error stands against the envelope of the service",
              (request, ours, local) -> isDeclared(request, ours.text())),
          new KnownDifference(
              "Local words numbers that are none in its own way",
              (request, ours, local) ->
                  (ours.text().contains("cannot be converted to a numeric value")
                          && local.text().contains("A value provided cannot be converted into"))
                      || (ours.text().contains("more than 38 significant digits")
                          && local.text().contains("only supports precision up to 38 digits"))),
          new KnownDifference(
              "Local looks at numbers before it looks for the table; the service after it (observed)",
              (request, ours, local) ->
                  ours.error().equals("ResourceNotFoundException")
                      && (local.text().startsWith("Number ")
                          || local.text().startsWith("A value provided cannot be converted")
                          || local.text().startsWith("DynamoDB only supports precision"))),
          new KnownDifference(
              "Local cancels a transaction for a key that is updated before it looks at conditions of"
                  + " other actions",
              (request, ours, local) ->
                  both("TransactionCanceledException", ours, local)
                      && local.text().contains("Cannot update attribute")
                      && ours.text().contains(local.text())),
          new KnownDifference(
              "Which of several key attributes is named that an update would change",
              (request, ours, local) ->
                  ours.text().contains("Cannot update attribute")
                      && local.text().contains("Cannot update attribute")),
          new KnownDifference(
              "Local leaves out the prefix of a malformed start key",
              (request, ours, local) ->
                  ours.text().equals("The provided starting key is invalid: " + local.text())),
          new KnownDifference(
              "Local prints numbers of bounds as they were written; the service in their own form",
              (request, ours, local) ->
                  ours.text().contains("The BETWEEN operator requires ")
                      && local.text().contains("The BETWEEN operator requires ")),
          new KnownDifference(
              "Local evaluates the second operand of if_not_exists even if the first is there; the"
                  + " guide says that the function evaluates to the first",
              (request, ours, local) ->
                  request.toString().contains("if_not_exists(")
                      && RUN_TIME.contains(local.text())
                      && (!ours.error().equals("ValidationException")
                          || ours.text().contains("Index Key"))),
          new KnownDifference(
              "Local leaves the text out if a token is used for other content, and remembers tokens of"
                  + " transactions that went another way here",
              (request, ours, local) ->
                  request instanceof TransactWriteItemsRequest
                      && local.error().equals("IdempotentParameterMismatchException")),
          new KnownDifference(
              "Local looks at each action of a transaction before it looks for all tables",
              (request, ours, local) ->
                  ours.error().equals("ResourceNotFoundException")
                      && request instanceof TransactWriteItemsRequest
                      && !local.error().isEmpty()),
          new KnownDifference(
              "Local leaves missing tables and malformed values to the reasons of a cancelled"
                  + " transaction that reads",
              (request, ours, local) ->
                  request instanceof TransactGetItemsRequest
                      && !ours.error().isEmpty()
                      && local.error().equals("TransactionCanceledException")),
          new KnownDifference(
              "What goes wrong with an update in a transaction is a reason of its cancellation, and"
                  + " comes after what fails the whole request; Local fails the request with it",
              (request, ours, local) ->
                  request instanceof TransactWriteItemsRequest
                      && !ours.error().isEmpty()
                      && RUN_TIME.contains(local.text())),
          new KnownDifference(
              "Local reads the numbers of all keys of a batch before it looks at any key",
              (request, ours, local) ->
                  request instanceof BatchGetItemRequest
                      && ours.text().equals("The provided key element does not match the schema")
                      && local.text().startsWith("A value provided cannot be converted into")),
          new KnownDifference(
              "Local leaves out the full stop where a set has duplicates",
              (request, ours, local) ->
                  ours.text()
                      .replace(ENVELOPE, "")
                      .replace("duplicates.", "duplicates")
                      .equals(local.text())),
          new KnownDifference(
              "Local wraps the error of a null value that is not true; the service does not",
              (request, ours, local) ->
                  ours.text().contains(NOT_TRUE) && local.text().contains(NOT_TRUE)),
          new KnownDifference(
              "Local words a batch without requests in its own way",
              (request, ours, local) ->
                  ours.text().startsWith("The requestItems parameter is required for")
                      && local.error().equals("ValidationException")),
          new KnownDifference(
              "Local takes a write request that is neither a put nor a delete for both",
              (request, ours, local) ->
                  ours.text().startsWith("Supplied AttributeValue is empty")
                      && local.text().startsWith("Supplied AttributeValue has more than one")),
          new KnownDifference(
              "Local words an attribute that AttributesToGet names twice in two ways",
              (request, ours, local) ->
                  ours.text().contains("Duplicate value in attribute name")
                      && local.text().equals("Cannot have two attributes with the same name")),
          new KnownDifference(
              "Local refuses the empty name of an attribute in places where no text of the service is"
                  + " known, and words it in its own way",
              (request, ours, local) -> local.text().equals("Empty attribute name")),
          new KnownDifference(
              "Local has a text of its own for legacy conditions on sort keys that no key can be"
                  + " searched by",
              (request, ours, local) ->
                  ours.text()
                          .equals("Attempted conditional constraint is not an indexable operation")
                      || local.text().startsWith("Only scalar types can be used as ")),
          new KnownDifference(
              "Local ignores AttributeUpdates without an Action beside others; PUT is the default,"
                  + " says the documentation",
              (request, ours, local) ->
                  request instanceof UpdateItemRequest update
                      && update.attributeUpdates().values().stream()
                          .anyMatch(each -> each.actionAsString() == null)
                      && (local.error().isEmpty() || ours.error().isEmpty())),
          new KnownDifference(
              "What values of UpdateItem are comes before which parameters it has (observed); Local has"
                  + " it the other way round",
              (request, ours, local) ->
                  request instanceof UpdateItemRequest
                      && ours.text().startsWith("ExpressionAttributeValues contains invalid value")
                      && local.text().contains(" can only be specified when using expressions")),
          new KnownDifference(
              "Local has a text of its own for AttributeUpdates of index keys",
              (request, ours, local) ->
                  local.text().startsWith("Updates on index keys must be of the same data type")),
          new KnownDifference(
              "Local evaluates the condition before it looks at AttributeUpdates, and at keys that"
                  + " an update names; the service does so last (observed)",
              (request, ours, local) ->
                  (ours.text().contains("Cannot update attribute")
                          || request instanceof UpdateItemRequest update
                              && update.hasAttributeUpdates()
                              && ours.error().equals("ValidationException"))
                      && (local.error().equals("ConditionalCheckFailedException")
                          || local.text().startsWith("ConditionalCheckFailed: ")
                          || local.text().contains("; ConditionalCheckFailed: "))),
          new KnownDifference(
              "What is wrong with AttributeUpdates comes before what is wrong with Expected (observed);"
                  + " Local has it the other way round",
              (request, ours, local) ->
                  request instanceof UpdateItemRequest update
                      && update.hasAttributeUpdates()
                      && (update.hasExpected() || update.conditionalOperator() != null)
                      && both("ValidationException", ours, local)),
          new KnownDifference(
              "Local names an index key of a wrong type without its index",
              (request, ours, local) ->
                  ours.text().contains("Type mismatch for Index Key")
                      && local.text().contains("Type mismatch for Index Key")),
          new KnownDifference(
              "Which of several bad index keys is named: the service takes the first index by name",
              (request, ours, local) ->
                  ours.text().contains("secondary index key is not supported")
                      && (local.text().contains("secondary index key is not supported")
                          || local.text().contains("Type mismatch for Index Key"))),
          new KnownDifference(
              "Of three paths, Local names one that does not overlap at all",
              (request, ours, local) ->
                  ours.text().contains("Two document paths overlap")
                      && local.text().contains("Two document paths overlap")),
          new KnownDifference(
              "The order of the types in this text is that of a hash table",
              (request, ours, local) ->
                  ours.text().contains("Invalid attribute type name found")
                      && local.text().contains("Invalid attribute type name found")),
          new KnownDifference(
              "Local reports consumed capacity that nobody asked for on DeleteItem",
              (request, ours, local) ->
                  ours.text().equals("{}") && local.text().startsWith("{ConsumedCapacity=")),
          new KnownDifference(
              "Several things are wrong with the request and Local looks for them in another order:"
                  + " what the service does first was observed on it",
              (request, ours, local) ->
                  both("ValidationException", ours, local)
                      && CheckOrder.isBefore(bare(ours), bare(local))),
          new KnownDifference(
              "Of several things wrong with the meaning of one update or projection Local names one"
                  + " of the last, and overlapping paths before values",
              (request, ours, local) ->
                  MEANING.matcher(bare(ours)).matches()
                      && MEANING.matcher(local.text()).matches()
                      && bare(ours).charAt(8) == local.text().charAt(8)),
          new KnownDifference(
              "Local looks for empty keys and items in batches first, and words them in its own way",
              (request, ours, local) ->
                  (local.text().startsWith("The list of keys in RequestItems for BatchGetItem may")
                          && !ours.error().isEmpty())
                      || (local.text().startsWith("Item to put in PutItem cannot be null")
                          && ours.text().contains("Missing the key "))),
          new KnownDifference(
              "Keys of batches are looked at table by table; Local looks for duplicates in all first",
              (request, ours, local) ->
                  request instanceof BatchWriteItemRequest batch
                      && batch.requestItems().size() > 1
                      && ours.text().contains("key")
                      && local.text().startsWith("Provided list of item keys contains dup")),
          new KnownDifference(
              "Local lists types that the service does not have, in the order of a hash table",
              (request, ours, local) ->
                  ours.text().contains("operator or function: attribute_type, operand type: {")
                      && local.text().contains("operator or function: attribute_type, operand")),
          new KnownDifference(
              "Local words a segment that is too large in its own way",
              (request, ours, local) ->
                  ours.text().startsWith("The Segment parameter is zero-based")
                      && local.text().contains(" at 'segment' failed to satisfy constraint")),
          new KnownDifference(
              "Behind a dot without a name Local names a later token",
              (request, ours, local) ->
                  bare(ours).contains("Expression: Syntax error; ")
                      && local.text().contains("Expression: Syntax error; ")
                      && bare(ours).contains("near: \". ")),
          new KnownDifference(
              "Names and values without an expression are taken in transactions (observed)",
              (request, ours, local) ->
                  request instanceof TransactWriteItemsRequest
                      && local.text().contains(" can only be specified when using expressions")),
          new KnownDifference(
              "Equal numbers are equal keys of a batch; Local compares them as they are written",
              (request, ours, local) ->
                  request instanceof BatchGetItemRequest
                      && ours.text().equals("Provided list of item keys contains duplicates")
                      && local.error().isEmpty()),
          new KnownDifference(
              "Which of several keys in a filter is named: Local takes them in the key's order",
              (request, ours, local) ->
                  ours.text().startsWith("Filter Expression can only contain non-primary key")
                      && local.text().startsWith("Filter Expression can only contain non-primary")),
          new KnownDifference(
              "Local has a sentence of its own in front of a bad start key",
              (request, ours, local) ->
                  local.text().startsWith("The query can return at most one row")
                      && local.text().endsWith(ours.text())),
          new KnownDifference(
              "In batches Local reads the expressions of tables in an order of its own",
              (request, ours, local) ->
                  request instanceof BatchGetItemRequest batch
                      && batch.requestItems().size() > 1
                      && ours.text().startsWith("Invalid ProjectionExpression: ")
                      && local.text().startsWith("Invalid ProjectionExpression: ")),
          new KnownDifference(
              "Which of several paths into keys is named: the service's order is not known",
              (request, ours, local) ->
                  ours.text().startsWith("Key attributes must be scalars")
                      && local.text().startsWith("Key attributes must be scalars")),
          new KnownDifference(
              "Conditions on keys are looked at one by one, in the order of the key",
              (request, ours, local) ->
                  request instanceof QueryRequest
                      && isOfKeyCondition(ours.text())
                      && isOfKeyCondition(local.text())),
          new KnownDifference(
              "Local joins the expressions that are absent in its own way",
              (request, ours, local) ->
                  bare(ours).startsWith("ExpressionAttributeValues can only be specified")
                      && local.text().endsWith(" are null")
                      && bare(ours)
                          .replace(" is null", "")
                          .equals(local.text().replace(" are null", ""))),
          new KnownDifference(
              "Local takes an empty filter of a scan for none if there are values",
              (request, ours, local) ->
                  ours.text().equals("Invalid FilterExpression: The expression can not be empty;")
                      && local.text().endsWith("FilterExpression is null")),
          new KnownDifference(
              "Which of several keys in a legacy filter is named has no order",
              (request, ours, local) ->
                  ours.text().startsWith("QueryFilter can only contain non-primary key")
                      && local.text().startsWith("QueryFilter can only contain non-primary key")),
          new KnownDifference(
              "Local takes an empty parameter for none",
              (request, ours, local) ->
                  (bare(ours).startsWith("Can not use both expression and non-expression")
                          || ours.text().startsWith("ExpressionAttributeNames can only be"))
                      && request.toString().contains("={}")),
          new KnownDifference(
              "Local words an empty index key of AttributeUpdates as that of a put",
              (request, ours, local) ->
                  request instanceof UpdateItemRequest update
                      && update.hasAttributeUpdates()
                      && ours.text()
                          .contains("attempted to update a secondary index key to a value")
                      && local.text().contains("A value specified for a secondary index key")),
          new KnownDifference(
              "Local words these checks in its own way",
              (request, ours, local) ->
                  both("ValidationException", ours, local)
                      && OWN_WORDS.entrySet().stream()
                          .anyMatch(
                              words ->
                                  local.text().startsWith(words.getKey())
                                      && ours.text().contains(words.getValue()))),
          new KnownDifference(
              "Of two things wrong with an update when it meets the item, another one is named",
              (request, ours, local) ->
                  RUN_TIME.contains(reason(ours)) && RUN_TIME.contains(reason(local))),
          new KnownDifference(
              "Local takes the reserved word size for a name; it is in the service's list",
              (request, ours, local) -> ours.text().endsWith("reserved keyword: size")),
          new KnownDifference(
              "In transactions, Local does not look for items named twice if all actions are checks,"
                  + " nor for paths into keys in checks",
              (request, ours, local) ->
                  (local.error().equals("TransactionCanceledException") || local.error().isEmpty())
                      && request instanceof TransactWriteItemsRequest
                      && (ours.text().startsWith("Transaction request cannot include multiple")
                          || ours.text().startsWith("Key attributes must be scalars"))),
          new KnownDifference(
              "Local looks for paths into keys after the condition",
              (request, ours, local) ->
                  local.error().equals("ConditionalCheckFailedException")
                      && ours.text().startsWith("Key attributes must be scalars")),
          new KnownDifference(
              "Local takes the last key of a page that ended with its range for a wrong start",
              (request, ours, local) ->
                  ours.text().contains("ScannedCount=0")
                      && local.text().startsWith("The provided starting key does not match")),
          new KnownDifference(
              "Local filters a scan of an index by attributes that the index does not project",
              (request, ours, local) ->
                  request instanceof ScanRequest scan
                      && ("g-keys".equals(scan.indexName())
                          || "gh-include".equals(scan.indexName())
                          || "l-keys".equals(scan.indexName()))
                      && (scan.filterExpression() != null || scan.hasScanFilter())
                      && scanned(ours).equals(scanned(local))
                      && !scanned(ours).isEmpty()),
          new KnownDifference(
              "What goes wrong with an update cancels a transaction with a reason; Local fails the"
                  + " request",
              (request, ours, local) ->
                  ours.error().equals("TransactionCanceledException")
                      && ours.text().contains("ValidationError: " + local.text())),
          new KnownDifference(
              "For an element of a list, Local returns the whole list of UPDATED_OLD and UPDATED_NEW;"
                  + " for an element of a map, sometimes the whole map",
              (request, ours, local) ->
                  request instanceof UpdateItemRequest update
                      && String.valueOf(update.returnValuesAsString()).startsWith("UPDATED_")
                      && (String.valueOf(update.updateExpression()).contains("[")
                          || (local.text().contains("=M:{")
                              && ours.text().length() < local.text().length()))),
          new KnownDifference(
              "Where there is nothing to take the size of, every comparison is false on the service,"
                  + " the one for difference too",
              (request, ours, local) ->
                  request.toString().contains("size(") && request.toString().contains("<>")),
          new KnownDifference(
              "The attributes in this text have no order",
              (request, ours, local) ->
                  ours.text().contains("does not project ")
                      && letters(ours.text()).equals(letters(local.text()))),
          new KnownDifference(
              "Local creates an item for an update that only removes; the service does not",
              (request, ours, local) ->
                  ours.error().isEmpty()
                      && local.error().isEmpty()
                      && withoutCapacity(ours).replace("{}", "").isEmpty()
                      && withoutCapacity(local)
                          .matches("\\{Attributes=\\{pk=[^,]*(, sk=[^,]*)?\\}(, )?\\}|\\{\\}")),
          new KnownDifference(
              "Local leaves out the last key where nothing follows; the service cannot know that",
              (request, ours, local) ->
                  ours.text()
                      .replaceAll("LastEvaluatedKey=\\{[^}]*\\}, ", "")
                      .equals(local.text())),
          new KnownDifference(
              "Local leaves the attribute out of this text",
              (request, ours, local) ->
                  ours.text().startsWith(local.text())
                      && local.text().equals("Query condition missed key schema element")),
          new KnownDifference(
              "Local ends a text with a full stop for ConditionCheck, and leaves reasons out",
              (request, ours, local) ->
                  both("TransactionCanceledException", ours, local)
                      && (local.text().replace("failed.", "failed").equals(ours.text())
                          || local.text().isEmpty())),
          new KnownDifference(
              "Consumed capacity: Local adds up a batch before it rounds, charges nothing for a page"
                  + " without items, repeats figures of transactions at fewer levels, and charges an"
                  + " index with several key attributes for items that are not in it. The service"
                  + " was measured (2026)",
              (request, ours, local) ->
                  ours.error().isEmpty()
                      && local.error().isEmpty()
                      && withoutCapacity(ours).equals(withoutCapacity(local))));

  private KnownDifferences() {}

  /** All that is known, in words. */
  static List<String> reasons() {
    return RULES.stream().map(KnownDifference::reason).toList();
  }

  static boolean explain(DynamoDbRequest request, Outcome ours, Outcome local) {
    return RULES.stream().anyMatch(rule -> rule.holds().test(request, ours, local));
  }

  /** The number of items that a scan read, if it has a filter on an index. */
  private static String scanned(Outcome outcome) {
    return outcome.text().replaceAll(".*(ScannedCount=\\d+)\\}|.*", "$1");
  }

  /** The text of an error, or of the one reason of a cancelled transaction. */
  private static String reason(Outcome outcome) {
    return outcome.text().replaceAll("None: null|ValidationError: |; ", "");
  }

  private static boolean isOfKeyCondition(String text) {
    return text.equals("Query key condition not supported")
        || text.contains("Condition parameter type does not match");
  }

  /** The characters of a text without their order. */
  private static List<String> letters(String text) {
    return text.chars().sorted().mapToObj(Character::toString).toList();
  }

  /** The text of an error without its envelope. */
  private static String bare(Outcome outcome) {
    return outcome.text().replace(ENVELOPE, "");
  }

  /** Whether a text lists violations of declared constraints by values that the request has. */
  private static boolean isDeclared(DynamoDbRequest request, String text) {
    Matcher list = DECLARED.matcher(text);
    if (!list.matches()) {
      return false;
    }
    String all = request.toString();
    for (String violation : list.group(1).split("; (?=Value )")) {
      Matcher one = VIOLATION.matcher(violation);
      if (!one.matches()) {
        return false;
      }
      String value = one.group(1);
      if (value != null
          && !value.startsWith("[")
          && !value.startsWith("{")
          && !all.contains(value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean both(String error, Outcome ours, Outcome local) {
    return ours.error().equals(error) && local.error().equals(error);
  }

  private static String withoutCapacity(Outcome outcome) {
    return outcome.text().replaceAll("ConsumedCapacity=(\\[.*?\\]|\\{.*?TableName=[\\w-]+\\})", "");
  }
}
