package io.keystonedb.internal.expression;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import java.util.Collection;

/**
 * The service's texts about expressions, all in one place. Unless a method says otherwise its text
 * stands behind the prefix {@code Invalid <parameter>: }, which {@link #invalid} adds.
 *
 * <p>The wordings are those seen on the service in 2026. Not certain are the texts about path depth
 * and list indexes, and operand types of {@code +} and {@code -}.
 */
final class ExpressionErrors {

  private ExpressionErrors() {}

  static KeystoneException invalid(ExpressionKind kind, String text) {
    return KeystoneException.validation("Invalid " + kind.parameter() + ": " + text);
  }

  // The text as a whole.

  static String empty() {
    return "The expression can not be empty;";
  }

  /** Only conditions of all kinds say how large they are, as observed. */
  static String tooLong(ExpressionKind kind, int bytes) {
    String text = "Expression size has exceeded the maximum allowed size;";
    return switch (kind) {
      case CONDITION, FILTER, KEY_CONDITION -> text + " expression size: " + bytes;
      case UPDATE, PROJECTION -> text;
    };
  }

  static String syntax(String token, String near) {
    return "Syntax error; token: \"" + token + "\", near: \"" + near + "\"";
  }

  static String redundantParentheses() {
    return "The expression has redundant parentheses;";
  }

  /** The service stops counting at the first one too many, as observed. */
  static String tooManyOperators() {
    return "The expression contains too many operators; operator count: " + (Limits.OPERATORS + 1);
  }

  static String repeatedSection(String section) {
    return "The \"" + section + "\" section can only be used once in an update expression;";
  }

  // Names, values and paths.

  static String reservedWord(String word) {
    return "Attribute name is a reserved keyword; reserved keyword: " + word;
  }

  static String undefinedName(String name) {
    return "An expression attribute name used in the document path is not defined; attribute name: "
        + name;
  }

  static String undefinedValue(String name) {
    return "An expression attribute value used in expression is not defined; attribute value: "
        + name;
  }

  static String listIndexOutOfRange(String index) {
    return "List index is not within the allowable range; index: [" + index + "]";
  }

  static String pathTooDeep(int elements) {
    return "The document path has too many nesting levels; nesting levels: " + elements;
  }

  static String overlap(Path one, Path two) {
    return "Two document paths overlap with each other; must remove or rewrite one of these paths;"
        + " path one: "
        + one
        + ", path two: "
        + two;
  }

  static String conflict(Path one, Path two) {
    return "Two document paths conflict with each other; must remove or rewrite one of these paths;"
        + " path one: "
        + one
        + ", path two: "
        + two;
  }

  // Functions and operands.

  static String unknownFunction(String function) {
    return "Invalid function name; function: " + function;
  }

  static String misplacedFunction(String function) {
    return "The function is not allowed to be used this way in an expression; function: "
        + function;
  }

  static String notInCondition(String function) {
    return "The function is not allowed in a condition expression; function: " + function;
  }

  static String notInUpdate(String function) {
    return "The function is not allowed in an update expression; function: " + function;
  }

  static String operandCount(String function, int count) {
    return "Incorrect number of operands for operator or function; operator or function: "
        + function
        + ", number of operands: "
        + count;
  }

  static String tooManyInOperands(int count) {
    return "The IN operator is provided with too many operands; number of operands: " + count;
  }

  static String needsPath(String function) {
    return "Operator or function requires a document path; operator or function: " + function;
  }

  static String operandType(String operator, String type) {
    return "Incorrect operand type for operator or function; operator or function: "
        + operator
        + ", operand type: "
        + type;
  }

  /** ADD and DELETE say "operator" only, print the long names of types, and what they take. */
  static String actionOperandType(String action, ValueType type) {
    return "Incorrect operand type for operator or function; operator: "
        + action
        + ", operand type: "
        + type.longName()
        + ", typeSet: ALLOWED_FOR_"
        + action
        + "_OPERAND";
  }

  static String unknownType(String name) {
    return "Invalid attribute type name found; type: "
        + name
        + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}";
  }

  static String notDistinct(String operator, Path first) {
    return "The first operand must be distinct from the remaining operands for this operator or"
        + " function; operator: "
        + operator
        + ", first operand: "
        + first;
  }

  static String boundTypes(Value lower, Value upper) {
    return "The BETWEEN operator requires same data type for lower and upper bounds; "
        + bounds(lower, upper);
  }

  static String boundOrder(Value lower, Value upper) {
    return "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
        + bounds(lower, upper);
  }

  private static String bounds(Value lower, Value upper) {
    return "lower bound operand: AttributeValue: "
        + print(lower)
        + ", upper bound operand: AttributeValue: "
        + print(upper);
  }

  /** As the service's own classes print an S, N or B value. */
  private static String print(Value value) {
    if (value instanceof Value.S text) {
      return "{S:" + text.value() + "}";
    }
    if (value instanceof Value.N number) {
      return "{N:" + number.text() + "}";
    }
    int length = ((Value.B) value).length();
    return "{B:java.nio.HeapByteBuffer[pos=0 lim=" + length + " cap=" + length + "]}";
  }

  // The parameters; these have no prefix.

  static KeystoneException namesWithoutExpression() {
    return KeystoneException.validation(
        "ExpressionAttributeNames can only be specified when using expressions");
  }

  /**
   * @param parameters which expressions could have used the values
   */
  static KeystoneException valuesWithoutExpression(Collection<String> parameters) {
    StringBuilder text =
        new StringBuilder("ExpressionAttributeValues can only be specified when using expressions");
    String separator = ": ";
    for (String parameter : parameters) {
      text.append(separator).append(parameter).append(" is null");
      separator = " and ";
    }
    return KeystoneException.validation(text.toString());
  }

  static KeystoneException mixed(Collection<String> legacy, Collection<String> expressions) {
    return KeystoneException.validation(
        "Can not use both expression and non-expression parameters in the same request:"
            + " Non-expression parameters: {"
            + String.join(", ", legacy)
            + "} Expression parameters: {"
            + String.join(", ", expressions)
            + "}");
  }

  static KeystoneException emptyMap(String parameter) {
    return KeystoneException.validation(parameter + " must not be empty");
  }

  static KeystoneException badToken(String parameter, String token) {
    return KeystoneException.validation(
        parameter + " contains invalid key: Syntax error; key: \"" + token + "\"");
  }

  static KeystoneException emptyToken(String parameter) {
    return KeystoneException.validation(
        parameter + " contains invalid key: The expression attribute map contains an empty key;");
  }

  static KeystoneException tokenTooLong(String parameter, int bytes) {
    return KeystoneException.validation(
        parameter
            + " contains invalid key: The expression attribute map contains a key that is too long;"
            + " size of key: "
            + bytes);
  }

  static KeystoneException mapTooLarge(String parameter) {
    return KeystoneException.validation(parameter + " exceeds max size");
  }

  static KeystoneException mapsTooLarge() {
    return KeystoneException.validation(
        "Combined size of ExpressionAttributeNames and ExpressionAttributeValues exceeds max size");
  }

  static KeystoneException invalidValue(String parameter, String text, String token) {
    return KeystoneException.validation(
        parameter + " contains invalid value: " + text + " for key " + token);
  }

  static KeystoneException unused(String parameter, Collection<String> tokens) {
    return KeystoneException.validation(
        "Value provided in "
            + parameter
            + " unused in expressions: keys: {"
            + String.join(", ", tokens)
            + "}");
  }

  // Updates as they run; these have no prefix.

  static KeystoneException pathNotInItem() {
    return KeystoneException.validation(
        "The document path provided in the update expression is invalid for update");
  }

  static KeystoneException attributeNotInItem() {
    return KeystoneException.validation(
        "The provided expression refers to an attribute that does not exist in the item");
  }

  static final String WRONG_TYPE_IN_ITEM =
      "An operand in the update expression has an incorrect data type";

  static KeystoneException nestedTooDeep() {
    return KeystoneException.validation(
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels"
            + " beyond supported limit");
  }
}
