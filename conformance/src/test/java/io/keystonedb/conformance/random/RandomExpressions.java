package io.keystonedb.conformance.random;

import io.keystonedb.conformance.TestTables;
import io.keystonedb.conformance.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Random expressions with the names and values they use; one in a while is broken on purpose. */
final class RandomExpressions {
  private final Random random;
  private final RandomRequests requests;
  private Map<String, String> names = new HashMap<>();
  private Map<String, AttributeValue> values = new HashMap<>();

  RandomExpressions(Random random, RandomRequests requests) {
    this.random = random;
    this.requests = requests;
  }

  void reset() {
    names = new HashMap<>();
    values = new HashMap<>();
    if (requests.oneIn(80)) {
      names.put("#unused", "a");
    }
    if (requests.oneIn(80)) {
      values.put(":unused", requests.value(1));
    }
  }

  Map<String, String> names() {
    return names.isEmpty() ? null : names;
  }

  Map<String, AttributeValue> values() {
    return values.isEmpty() ? null : values;
  }

  private String path() {
    String name = requests.attribute();
    if (requests.oneIn(3)) {
      names.put("#" + name, name);
      name = "#" + name;
    }
    if (requests.oneIn(60)) {
      name = requests.oneOf("size", "#undefined", "pk", "sk", "1x", "status");
    }
    StringBuilder path = new StringBuilder(name);
    while (requests.oneIn(4)) {
      path.append(
          random.nextBoolean() ? "." + requests.attribute() : "[" + random.nextInt(4) + "]");
    }
    return path.toString();
  }

  private String literal(AttributeValue value) {
    if (requests.oneIn(100)) {
      return ":undefined";
    }
    String name = ":v" + values.size();
    values.put(name, value);
    return name;
  }

  private String literal() {
    return literal(requests.value(1));
  }

  private String operand() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> path();
      case 3 -> "size(" + path() + ")";
      default -> literal();
    };
  }

  String condition() {
    return broken(condition(2));
  }

  private String condition(int depth) {
    if (depth > 0 && requests.oneIn(3)) {
      return switch (random.nextInt(3)) {
        case 0 -> condition(depth - 1) + " AND " + condition(depth - 1);
        case 1 -> "(" + condition(depth - 1) + " OR " + condition(depth - 1) + ")";
        default -> "NOT (" + condition(depth - 1) + ")";
      };
    }
    return switch (random.nextInt(9)) {
      case 0 -> "attribute_exists(" + path() + ")";
      case 1 -> "attribute_not_exists(" + path() + ")";
      case 2 ->
          "attribute_type("
              + path()
              + ", "
              + literal(Values.s(requests.oneOf("S", "N", "SS", "L", "M", "BOOL", "X")))
              + ")";
      case 3 -> "begins_with(" + path() + ", " + literal() + ")";
      case 4 -> "contains(" + path() + ", " + operand() + ")";
      case 5 -> operand() + " BETWEEN " + operand() + " AND " + operand();
      case 6 -> operand() + " IN (" + operand() + ", " + operand() + ")";
      default ->
          operand() + requests.oneOf(" = ", " <> ", " < ", " <= ", " > ", " >= ") + operand();
    };
  }

  String keyCondition(String table, String index) {
    List<String> key = TestTables.keyOf(table, index);
    StringBuilder text = new StringBuilder();
    text.append(key.get(0)).append(" = ").append(literal(keyValue(key.get(0))));
    if (key.size() > 1 && random.nextBoolean()) {
      String sort = key.get(1);
      text.append(" AND ")
          .append(
              switch (random.nextInt(4)) {
                case 0 -> "begins_with(" + sort + ", " + literal(keyValue(sort)) + ")";
                case 1 ->
                    sort
                        + " BETWEEN "
                        + literal(keyValue(sort))
                        + " AND "
                        + literal(keyValue(sort));
                default ->
                    sort
                        + requests.oneOf(" = ", " < ", " <= ", " > ", " >= ")
                        + literal(keyValue(sort));
              });
    }
    if (requests.oneIn(40)) {
      text.append(" AND a = ").append(literal());
    }
    return broken(text.toString());
  }

  private AttributeValue keyValue(String attribute) {
    if (requests.oneIn(40)) {
      return requests.value(0);
    }
    return switch (attribute) {
      case "pk" -> Values.s("p" + random.nextInt(3));
      case "g" -> Values.s("g" + random.nextInt(3));
      default -> Values.n(random.nextInt(6));
    };
  }

  String projection() {
    List<String> paths = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      paths.add(path());
    }
    return broken(String.join(", ", paths));
  }

  String update() {
    List<String> sections = new ArrayList<>(List.of("SET", "REMOVE", "ADD", "DELETE"));
    java.util.Collections.shuffle(sections, random);
    StringBuilder text = new StringBuilder();
    for (String section : sections.subList(0, 1 + random.nextInt(2))) {
      text.append(section).append(' ');
      int actions = 1 + random.nextInt(2);
      for (int i = 0; i < actions; i++) {
        text.append(i == 0 ? "" : ", ").append(action(section));
      }
      text.append(' ');
    }
    return broken(text.toString());
  }

  private String action(String section) {
    return switch (section) {
      case "SET" -> path() + " = " + setValue();
      case "REMOVE" -> path();
      case "ADD" ->
          path() + " " + literal(requests.oneIn(2) ? requests.number() : requests.value(0));
      default -> path() + " " + literal(requests.value(0));
    };
  }

  private String setValue() {
    return switch (random.nextInt(8)) {
      case 0 -> setOperand() + " + " + setOperand();
      case 1 -> setOperand() + " - " + literal(requests.number());
      case 2 -> "if_not_exists(" + path() + ", " + setOperand() + ")";
      case 3 -> "list_append(" + setOperand() + ", " + setOperand() + ")";
      default -> setOperand();
    };
  }

  private String setOperand() {
    return requests.oneIn(3) ? path() : literal();
  }

  /** Usually leaves a text alone; else drops, doubles or replaces a piece of it. */
  private String broken(String text) {
    if (!requests.oneIn(25) || text.length() < 4) {
      return text;
    }
    int at = random.nextInt(text.length() - 1);
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at);
      case 2 ->
          text.substring(0, at)
              + requests.oneOf("(", ")", "=", ",", "$", " AND ")
              + text.substring(at);
      default -> "(" + text + ")";
    };
  }
}
