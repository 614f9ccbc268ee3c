package io.keystonedb.internal.expression;

import io.keystonedb.KeystoneException;
import java.util.Collection;

/**
 * The service's texts about one expression. Each begins with the parameter it is about, and on
 * PutItem and UpdateItem most have the envelope of a declared constraint in front.
 *
 * <p>The texts are what the service has been observed to answer.
 */
final class ExpressionErrors {
  private static final String ENVELOPE = "1 validation error detected: ";

  private final ExpressionKind kind;
  private final boolean enveloped;

  ExpressionErrors(ExpressionKind kind, boolean enveloped) {
    this.kind = kind;
    this.enveloped = enveloped;
  }

  /** An error without parameter and envelope. */
  static KeystoneException bare(String text) {
    return KeystoneException.validation(text);
  }

  static KeystoneException inEnvelope(boolean enveloped, String text) {
    return KeystoneException.validation((enveloped ? ENVELOPE : "") + text);
  }

  private KeystoneException invalid(String text) {
    return inEnvelope(enveloped, "Invalid " + kind.parameter() + ": " + text);
  }

  KeystoneException empty() {
    return bare("Invalid " + kind.parameter() + ": The expression can not be empty;");
  }

  KeystoneException tooLong(int bytes) {
    return invalid(
        "Expression size has exceeded the maximum allowed size; expression size: " + bytes);
  }

  KeystoneException syntax(String token, String near) {
    return invalid("Syntax error; token: \"" + token + "\", near: \"" + near + "\"");
  }

  KeystoneException reservedWord(String word) {
    return invalid("Attribute name is a reserved keyword; reserved keyword: " + word);
  }

  KeystoneException redundantParentheses() {
    return invalid("The expression has redundant parentheses;");
  }

  KeystoneException tooManyOperators(int count) {
    return invalid(
        "The expression contains too many operators or functions; operator count: " + count);
  }

  KeystoneException undefinedName(String name) {
    return invalid(
        "An expression attribute name used in the document path is not defined; attribute name: "
            + name);
  }

  KeystoneException undefinedValue(String value) {
    return invalid(
        "An expression attribute value used in expression is not defined; attribute value: "
            + value);
  }

  KeystoneException unknownFunction(String function) {
    return invalid("Invalid function name; function: " + function);
  }

  KeystoneException misplacedFunction(String function) {
    return invalid(
        "The function is not allowed to be used this way in an expression; function: " + function);
  }

  KeystoneException updateFunctionInCondition(String function) {
    return invalid("The function is not allowed in a condition expression; function: " + function);
  }

  KeystoneException conditionFunctionInUpdate(String function) {
    return invalid("The function is not allowed in an update expression; function: " + function);
  }

  KeystoneException operandCount(String operator, int count) {
    return invalid(
        "Incorrect number of operands for operator or function; operator or function: "
            + operator
            + ", number of operands: "
            + count);
  }

  KeystoneException requiresPath(String function) {
    return invalid(
        "Operator or function requires a document path; operator or function: " + function);
  }

  KeystoneException operandType(String operator, String type) {
    return invalid(
        "Incorrect operand type for operator or function; operator or function: "
            + operator
            + ", operand type: "
            + type);
  }

  /** ADD and DELETE have a form of their own. */
  KeystoneException actionOperandType(String action, String longType) {
    return invalid(
        "Incorrect operand type for operator or function; operator: "
            + action
            + ", operand type: "
            + longType
            + ", typeSet: ALLOWED_FOR_"
            + action
            + "_OPERAND");
  }

  KeystoneException unknownAttributeType(String type) {
    return invalid(
        "Invalid attribute type name found; type: "
            + type
            + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
  }

  KeystoneException sameOperands(String operator, Path path) {
    return invalid(
        "The first operand must be distinct from the remaining operands for this operator or function; operator: "
            + operator
            + ", first operand: "
            + path);
  }

  KeystoneException betweenTypes(String lower, String upper) {
    return invalid(
        "The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: "
            + lower
            + ", upper bound operand: AttributeValue: "
            + upper);
  }

  KeystoneException betweenOrder(String lower, String upper) {
    return invalid(
        "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: "
            + lower
            + ", upper bound operand: AttributeValue: "
            + upper);
  }

  KeystoneException overlap(Path one, Path two) {
    return invalid(
        "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: "
            + one
            + ", path two: "
            + two);
  }

  KeystoneException conflict(Path one, Path two) {
    return invalid(
        "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: "
            + one
            + ", path two: "
            + two);
  }

  KeystoneException repeatedSection(String section) {
    return invalid(
        "The \"" + section + "\" section can only be used once in an update expression;");
  }

  KeystoneException listIndex(String index) {
    return invalid("List index is not within the allowable range; index: [" + index + "]");
  }

  KeystoneException pathTooDeep(int levels) {
    return invalid("The document path has too many nesting elements; nesting level: " + levels);
  }

  static KeystoneException unused(String parameter, Collection<String> keys) {
    return bare(
        "Value provided in "
            + parameter
            + " unused in expressions: keys: "
            + "{"
            + String.join(", ", keys)
            + "}");
  }
}
