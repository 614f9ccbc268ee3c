package io.keystonedb.conformance.random;

import io.keystonedb.conformance.TestTables;
import io.keystonedb.conformance.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.AttributeValueUpdate;
import software.amazon.awssdk.services.dynamodb.model.Condition;
import software.amazon.awssdk.services.dynamodb.model.ExpectedAttributeValue;

/** Random parameters from before expressions: most of them valid, some wrong on purpose. */
final class RandomLegacy {
  private static final String[] OPERATORS = {
    "EQ",
    "NE",
    "IN",
    "LE",
    "LT",
    "GE",
    "GT",
    "BETWEEN",
    "NOT_NULL",
    "NULL",
    "CONTAINS",
    "NOT_CONTAINS",
    "BEGINS_WITH"
  };

  private final Random random;
  private final RandomRequests requests;

  RandomLegacy(Random random, RandomRequests requests) {
    this.random = random;
    this.requests = requests;
  }

  /** {@code AttributesToGet}. */
  List<String> attributes() {
    List<String> attributes = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String attribute = requests.attribute();
      if (!attributes.contains(attribute) || requests.oneIn(20)) {
        attributes.add(attribute);
      }
    }
    return attributes;
  }

  /** {@code QueryFilter} or {@code ScanFilter}. */
  Map<String, Condition> filter() {
    Map<String, Condition> filter = new LinkedHashMap<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      filter.put(attribute(), condition());
    }
    return filter;
  }

  private String attribute() {
    return requests.oneIn(30) ? requests.oneOf("pk", "sk", "a.b") : requests.attribute();
  }

  /** {@code ConditionalOperator} for so many conditions. */
  String operatorFor(int conditions) {
    boolean allowed = conditions > 1;
    return allowed == !requests.oneIn(15) ? requests.oneOf("AND", "OR") : null;
  }

  private Condition condition() {
    String operator = requests.oneOf(OPERATORS);
    return Condition.builder()
        .comparisonOperator(operator)
        .attributeValueList(arguments(operator))
        .build();
  }

  private List<AttributeValue> arguments(String operator) {
    int count =
        switch (operator) {
          case "NULL", "NOT_NULL" -> 0;
          case "BETWEEN" -> 2;
          case "IN" -> 1 + random.nextInt(3);
          default -> 1;
        };
    if (requests.oneIn(15)) {
      count = random.nextInt(3);
    }
    List<AttributeValue> arguments = new ArrayList<>();
    boolean numbers = random.nextBoolean();
    for (int i = 0; i < count; i++) {
      arguments.add(
          requests.oneIn(12)
              ? requests.value(1)
              : numbers ? requests.number() : Values.s(requests.oneOf("x", "xy", "zebra")));
    }
    return arguments;
  }

  /** {@code KeyConditions} for a table or an index. */
  Map<String, Condition> keyConditions(String table, String index) {
    List<String> key = TestTables.keyOf(table, index);
    Map<String, Condition> conditions = new LinkedHashMap<>();
    conditions.put(
        key.get(0),
        keyCondition(requests.oneIn(25) ? requests.oneOf(OPERATORS) : "EQ", key.get(0)));
    if (key.size() > 1 && random.nextBoolean()) {
      String operator =
          requests.oneIn(15)
              ? requests.oneOf(OPERATORS)
              : requests.oneOf("EQ", "LE", "LT", "GE", "GT", "BETWEEN");
      conditions.put(key.get(1), keyCondition(operator, key.get(1)));
    }
    if (requests.oneIn(30)) {
      conditions.put(requests.attribute(), condition());
    }
    return conditions;
  }

  private Condition keyCondition(String operator, String attribute) {
    List<AttributeValue> arguments = new ArrayList<>(arguments(operator));
    if (!requests.oneIn(20)) {
      arguments.replaceAll(argument -> keyValue(attribute));
    }
    return Condition.builder().comparisonOperator(operator).attributeValueList(arguments).build();
  }

  private AttributeValue keyValue(String attribute) {
    return switch (attribute) {
      case "pk" -> Values.s("p" + random.nextInt(3));
      case "g" -> Values.s("g" + random.nextInt(3));
      default -> Values.n(random.nextInt(6));
    };
  }

  /** {@code Expected}. */
  Map<String, ExpectedAttributeValue> expected() {
    Map<String, ExpectedAttributeValue> expected = new LinkedHashMap<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      expected.put(attribute(), expectation());
    }
    return expected;
  }

  private ExpectedAttributeValue expectation() {
    ExpectedAttributeValue.Builder expectation = ExpectedAttributeValue.builder();
    switch (random.nextInt(4)) {
      case 0 -> expectation.exists(false);
      case 1 -> expectation.value(requests.value(1));
      case 2 -> expectation.exists(true).value(requests.value(1));
      default -> {
        String operator = requests.oneOf(OPERATORS);
        expectation.comparisonOperator(operator).attributeValueList(arguments(operator));
      }
    }
    if (requests.oneIn(20)) {
      expectation.exists(random.nextBoolean());
    }
    if (requests.oneIn(20)) {
      expectation.value(requests.value(0));
    }
    return expectation.build();
  }

  /** {@code AttributeUpdates}. */
  Map<String, AttributeValueUpdate> updates() {
    Map<String, AttributeValueUpdate> updates = new HashMap<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      updates.put(attribute(), update());
    }
    return updates;
  }

  private AttributeValueUpdate update() {
    AttributeValueUpdate.Builder update = AttributeValueUpdate.builder();
    switch (random.nextInt(5)) {
      case 0 -> update.action("DELETE");
      case 1 -> update.action("DELETE").value(requests.set());
      case 2 ->
          update.action("ADD").value(random.nextBoolean() ? requests.number() : requests.set());
      case 3 -> update.action("PUT").value(requests.value(1));
      default -> update.value(requests.value(1));
    }
    if (requests.oneIn(20)) {
      update.value(requests.value(1));
    }
    if (requests.oneIn(30)) {
      update.value((AttributeValue) null);
    }
    return update.build();
  }
}
