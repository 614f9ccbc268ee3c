package io.keystonedb.internal.legacy;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.expression.Condition;
import io.keystonedb.internal.expression.KeyConditions;
import io.keystonedb.internal.model.ExpectedAttributeValue;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.ValidationLayer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code Expected}, {@code QueryFilter}, {@code ScanFilter} and {@code KeyConditions}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.html">Legacy
 *     conditional parameters</a>
 */
public final class LegacyConditions {
  private LegacyConditions() {}

  /**
   * What a filter says.
   *
   * @param filter {@code QueryFilter} or {@code ScanFilter}
   * @param conditionalOperator {@code AND} or {@code OR}; null means {@code AND}
   * @param layer the words in which the operation refuses them
   * @return null if the request has no such conditions
   * @throws KeystoneException with the first thing that is wrong: values, then numbers and types of
   *     arguments
   */
  public static @Nullable Condition filter(
      @Nullable Map<String, io.keystonedb.internal.model.Condition> filter,
      @Nullable String conditionalOperator,
      ValidationLayer layer) {
    LegacyErrors errors = new LegacyErrors(layer);
    List<LegacyCondition> conditions = read(filter, errors);
    checkOperator(conditions.size(), conditionalOperator, errors);
    return joined(conditions, conditionalOperator);
  }

  /**
   * What {@code KeyConditions} say.
   *
   * @param layer the words in which the operation refuses them
   * @return null if the request has none
   * @throws KeystoneException with the first thing that is wrong with their values and arguments
   */
  public static @Nullable KeyConditions keys(
      @Nullable Map<String, io.keystonedb.internal.model.Condition> keyConditions,
      ValidationLayer layer) {
    if (keyConditions == null) {
      return null;
    }
    Map<String, KeyConditions.Term> terms = new LinkedHashMap<>();
    for (LegacyCondition condition : read(keyConditions, new LegacyErrors(layer))) {
      terms.put(condition.attribute(), condition.toTerm());
    }
    return new KeyConditions(terms);
  }

  private static List<LegacyCondition> read(
      @Nullable Map<String, io.keystonedb.internal.model.Condition> given, LegacyErrors errors) {
    List<LegacyCondition> conditions = new ArrayList<>();
    if (given != null) {
      given.keySet().forEach(errors::requireName);
      given.forEach(
          (attribute, condition) ->
              conditions.add(
                  new LegacyCondition(
                      attribute,
                      LegacyOperator.valueOf(condition.comparisonOperator()),
                      values(condition.attributeValueList(), errors))));
    }
    conditions.forEach(condition -> condition.check(errors));
    return conditions;
  }

  private static List<Value> values(@Nullable List<Decoded<Value>> list, LegacyErrors errors) {
    List<Value> values = new ArrayList<>();
    if (list != null) {
      for (Decoded<Value> value : list) {
        values.add(value.get(errors.layer()));
      }
    }
    return values;
  }

  /**
   * What {@code Expected} says.
   *
   * @param conditionalOperator {@code AND} or {@code OR}; null means {@code AND}
   * @param layer the words in which the operation refuses them
   * @return null if the request expects nothing
   * @throws KeystoneException with the first thing that is wrong
   */
  public static @Nullable Condition expected(
      @Nullable Map<String, ExpectedAttributeValue> expected,
      @Nullable String conditionalOperator,
      ValidationLayer layer) {
    LegacyErrors errors = new LegacyErrors(layer);
    List<LegacyCondition> conditions = new ArrayList<>();
    if (expected != null) {
      expected.keySet().forEach(errors::requireName);
      expected.forEach(
          (attribute, expectation) -> {
            LegacyCondition condition = read(attribute, expectation, errors);
            condition.check(errors);
            conditions.add(condition);
          });
    }
    checkOperator(conditions.size(), conditionalOperator, errors);
    return joined(conditions, conditionalOperator);
  }

  private static LegacyCondition read(
      String attribute, ExpectedAttributeValue expected, LegacyErrors errors) {
    if (expected.exists() != null && expected.comparisonOperator() != null) {
      throw errors.existsWithOperator(attribute);
    }
    if (expected.value() != null && expected.attributeValueList() != null) {
      throw errors.valueWithList(attribute);
    }
    if (expected.comparisonOperator() == null) {
      return withoutOperator(attribute, expected, errors);
    }
    LegacyOperator operator = LegacyOperator.valueOf(expected.comparisonOperator());
    List<Decoded<Value>> arguments = expected.attributeValueList();
    if (expected.value() != null) {
      arguments = List.of(expected.value());
    }
    if (arguments == null && !operator.takes(0)) {
      throw errors.operatorWithoutValue(operator, attribute);
    }
    return new LegacyCondition(attribute, operator, values(arguments, errors));
  }

  /** The oldest form: the attribute has a value, or does not exist. */
  private static LegacyCondition withoutOperator(
      String attribute, ExpectedAttributeValue expected, LegacyErrors errors) {
    if (expected.attributeValueList() != null) {
      throw errors.listWithoutOperator(attribute);
    }
    boolean exists = !Boolean.FALSE.equals(expected.exists());
    if (exists && expected.value() == null) {
      throw errors.existsWithoutValue(String.valueOf(expected.exists()), attribute);
    }
    if (!exists && expected.value() != null) {
      throw errors.absentWithValue(attribute);
    }
    return expected.value() == null
        ? new LegacyCondition(attribute, LegacyOperator.NULL, List.of())
        : new LegacyCondition(
            attribute, LegacyOperator.EQ, values(List.of(expected.value()), errors));
  }

  private static void checkOperator(
      int conditions, @Nullable String conditionalOperator, LegacyErrors errors) {
    if (conditionalOperator == null || conditions > 1) {
      return;
    }
    throw conditions == 0 ? errors.operatorWithoutConditions() : errors.operatorWithOneCondition();
  }

  private static @Nullable Condition joined(
      List<LegacyCondition> conditions, @Nullable String conditionalOperator) {
    if (conditions.isEmpty()) {
      return null;
    }
    List<Condition> parts = conditions.stream().map(LegacyCondition::toCondition).toList();
    return "OR".equals(conditionalOperator) ? new Condition.Or(parts) : new Condition.And(parts);
  }
}
