package io.keystonedb.internal.expression;

import static io.keystonedb.internal.expression.Requests.errorOf;
import static io.keystonedb.internal.expression.Requests.keyConditions;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyConditionsTest {
  private static final KeyAttributes HASH_ONLY = key(List.of("pk"), List.of());
  private static final KeyAttributes HASH_AND_RANGE = key(List.of("pk"), List.of("sk"));
  private static final KeyAttributes WIDE = key(List.of("p1", "p2"), List.of("s1", "s2", "s3"));
  private static final Value A = Value.string("a");
  private static final Value B = Value.string("b");

  @Test
  void equalityOnThePartitionKeyIsEnough() {
    assertThat(resolve(HASH_ONLY, "pk = :a")).isEqualTo(new KeyQuery(List.of(A), List.of(), null));
    assertThat(resolve(HASH_AND_RANGE, ":a = pk"))
        .isEqualTo(new KeyQuery(List.of(A), List.of(), null));
  }

  @ParameterizedTest
  @CsvSource({
    "sk < :b,LT",
    "sk <= :b,LE",
    "sk > :b,GT",
    "sk >= :b,GE",
    "begins_with(sk; :b),BEGINS_WITH",
    ":b > sk,LT",
    ":b >= sk,LE",
    ":b < sk,GT",
    ":b <= sk,GE"
  })
  void sortConditionsMakeRangesAndAreMirroredIfTheValueIsOnTheLeft(
      String sort, SortRange.Operator operator) {
    KeyQuery expected = new KeyQuery(List.of(A), List.of(), new SortRange(operator, B, null));

    assertThat(resolve(HASH_AND_RANGE, "pk = :a AND " + sort.replace(';', ',')))
        .isEqualTo(expected);
    assertThat(resolve(HASH_AND_RANGE, "(" + sort.replace(';', ',') + ") AND (pk = (:a))"))
        .isEqualTo(expected);
  }

  @Test
  void betweenHasTwoBoundsAndEqualityIsPartOfThePrefix() {
    assertThat(resolve(HASH_AND_RANGE, "pk = :a AND sk BETWEEN :a AND :b"))
        .isEqualTo(
            new KeyQuery(List.of(A), List.of(), new SortRange(SortRange.Operator.BETWEEN, A, B)));
    assertThat(resolve(HASH_AND_RANGE, "pk = :a AND sk = :b"))
        .isEqualTo(new KeyQuery(List.of(A), List.of(B), null));
  }

  @Test
  void keysOfSeveralAttributesAreFilledFromLeftToRight() {
    assertThat(resolve(WIDE, "p2 = :b AND p1 = :a"))
        .isEqualTo(new KeyQuery(List.of(A, B), List.of(), null));
    assertThat(resolve(WIDE, "p1 = :a AND p2 = :b AND s1 = :a AND s2 > :b"))
        .isEqualTo(
            new KeyQuery(List.of(A, B), List.of(A), new SortRange(SortRange.Operator.GT, B, null)));
    assertThat(resolve(WIDE, "p1 = :a AND p2 = :b AND s3 = :b AND s2 = :b AND s1 = :a"))
        .isEqualTo(new KeyQuery(List.of(A, B), List.of(A, B, B), null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p1 = :a | HASH key attributes p2 must have equality conditions specified in the query",
        "s1 = :a | HASH key attributes p1, p2 must have equality conditions specified in the query",
        "p1 > :a | HASH key attributes p2 must have equality conditions specified in the query",
        "p1 = :a AND p2 > :b | HASH key attributes p2 must have equality conditions specified in the query",
        "p1 > :a AND p2 > :b | HASH key attributes p1, p2 must have equality conditions specified in the query",
        "p1 = :n AND s1 = :a | HASH key attributes p2 must have equality conditions specified in the query",
        "p1 = :a AND p2 = :b AND s2 = :a | RANGE key attributes s1 must have equality conditions specified in the query because a condition is present on key attribute s2",
        "p1 = :a AND p2 = :b AND s3 = :a | RANGE key attributes s1, s2 must have equality conditions specified in the query because a condition is present on key attribute s3",
        "p1 = :a AND p2 = :b AND s1 = :a AND s3 = :a | RANGE key attributes s2 must have equality conditions specified in the query because a condition is present on key attribute s3",
        "p1 = :a AND p2 = :b AND s1 > :a AND s3 = :a | RANGE key attributes s2 must have equality conditions specified in the query because a condition is present on key attribute s3",
        "p1 = :a AND p2 = :b AND s1 > :a AND s2 = :n | RANGE key attributes s1 must have equality conditions specified in the query because a condition is present on key attribute s2",
        "p1 = :a AND p2 = :b AND s1 > :a AND s2 > :a AND s3 = :a | RANGE key attributes s1, s2 must have equality conditions specified in the query because a condition is present on key attribute s3",
        "p1 = :a AND p2 = :b AND s1 > :a AND s2 = :a AND s3 = :a | RANGE key attributes s1 must have equality conditions specified in the query because a condition is present on key attribute s3",
        "p1 = :a AND p2 = :b AND s2 = :a AND foo = :a | RANGE key attributes s1 must have equality conditions specified in the query because a condition is present on key attribute s2",
        "p1 = :a AND p2 = :b AND foo = :a | Query condition missed key schema element: s1",
        "p1 = :a AND p2 = :b AND s1 > :a AND foo = :a | Query condition missed key schema element: s2",
        "p1 = :a AND p2 = :b AND s1 = :a AND s2 = :a AND s3 = :a AND foo = :a | The number of query conditions (6) exceeds the number of key attributes defined in the schema (5)",
        "p1 = :n AND p2 = :b | One or more parameter values were invalid: Condition parameter type does not match schema type",
      })
  void gapsAndRangesBeforeTheLastAreRefused(String text, String error) {
    assertThat(errorOf(() -> resolve(WIDE, text))).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sk = :a | Query condition missed key schema element: pk",
        "pk = :a AND foo = :b | Query condition missed key schema element: sk",
        "pk > :a | Query key condition not supported",
        "begins_with(pk, :a) | Query key condition not supported",
        "pk <> :a | Invalid operator used in KeyConditionExpression: <>",
        "pk = :a AND sk IN (:a, :b) | Invalid operator used in KeyConditionExpression: IN",
        "pk = :a AND contains(sk, :b) | Invalid operator used in KeyConditionExpression: contains",
        "pk = :a AND attribute_not_exists(sk) | Invalid operator used in KeyConditionExpression: attribute_not_exists",
        "pk = :a AND attribute_type(sk, :type) | Invalid operator used in KeyConditionExpression: attribute_type",
        "pk = :a AND :b BETWEEN sk AND :b | Invalid condition in KeyConditionExpression: BETWEEN operator must have the key attribute as its first operand",
        "pk = :a AND begins_with(:b, sk) | Invalid condition in KeyConditionExpression: begins_with operator must have the key attribute as its first operand",
        "pk = :a AND attribute_exists(sk) | Invalid operator used in KeyConditionExpression: attribute_exists",
        "pk = :a OR sk = :b | Invalid operator used in KeyConditionExpression: OR",
        "pk = :a AND NOT sk = :b | Invalid operator used in KeyConditionExpression: NOT",
        "pk = :a AND pk = :b | Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key",
        "pk = :a AND sk > :a AND sk < :b | Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key",
        "pk = :a AND sk = :b AND foo = :b | The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)",
        "pk = :a AND sk.x = :b | Invalid KeyConditionExpression: KeyConditionExpressions cannot have conditions on nested attributes",
        "pk = :a AND sk[0] = :b | Invalid KeyConditionExpression: KeyConditionExpressions cannot have conditions on nested attributes",
        "pk = :a AND sk = :n | One or more parameter values were invalid: Condition parameter type does not match schema type",
        "pk = :n | One or more parameter values were invalid: Condition parameter type does not match schema type",
        "pk = :empty | empty pk",
        "pk = :a AND sk > :empty | empty sk",
        "begins_with(sk, :n) | Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
        "pk = :a AND sk BETWEEN :b AND :a | Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}",
        "((pk = :a)) | Invalid KeyConditionExpression: The expression has redundant parentheses;",
        "pk = sk | Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition",
        "pk = :a AND size(sk) = :n | Invalid KeyConditionExpression: KeyConditionExpressions cannot contain nested operations",
      })
  void whatIsNoKeyConditionIsRefused(String text, String error) {
    assertThat(errorOf(() -> resolve(HASH_AND_RANGE, text))).isEqualTo(error);
  }

  @Test
  void aTableWithoutSortKeyTakesNoSecondCondition() {
    assertThat(errorOf(() -> resolve(HASH_ONLY, "pk = :a AND sk = :b")))
        .isEqualTo(
            "The number of query conditions (2) exceeds the number of key attributes defined in the schema (1)");
    assertThat(errorOf(() -> resolve(HASH_ONLY, "pk = :n AND foo = :b")))
        .isEqualTo(
            "The number of query conditions (2) exceeds the number of key attributes defined in the schema (1)");
  }

  private static KeyQuery resolve(KeyAttributes key, String text) {
    Item all =
        Item.builder()
            .string(":a", "a")
            .string(":b", "b")
            .number(":n", 1)
            .string(":empty", "")
            .string(":type", "S")
            .build();
    return keyConditions(text, ConditionTest.used(text, all))
        .resolve(key, KeyConditionsTest::notEmpty);
  }

  private static void notEmpty(KeyAttribute attribute, Value value) {
    if (value.equals(Value.string(""))) {
      throw KeystoneException.validation("empty " + attribute.name());
    }
  }

  private static KeyAttributes key(List<String> partition, List<String> sort) {
    return new KeyAttributes(attributes(partition), attributes(sort));
  }

  private static List<KeyAttribute> attributes(List<String> names) {
    return names.stream().map(name -> new KeyAttribute(name, ValueType.S)).toList();
  }
}
