package io.keystonedb.conformance.random;

import io.keystonedb.conformance.TestTables;
import io.keystonedb.conformance.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Random expressions with the names and values they use; one in a while is broken on purpose. */
final class RandomExpressions {
  private final Random random;
  private final RandomRequests requests;
  private Map<String, String> names = new HashMap<>();
  private Map<String, AttributeValue> values = new HashMap<>();

  /** The attributes that paths of the current expression begin with. */
  private final Set<String> targets = new HashSet<>();

  RandomExpressions(Random random, RandomRequests requests) {
    this.random = random;
    this.requests = requests;
  }

  void reset() {
    names = new HashMap<>();
    values = new HashMap<>();
    if (requests.oneIn(400)) {
      names.put("#unused", "a");
    }
    if (requests.oneIn(400)) {
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
    return path(requests.attribute(), 4);
  }

  /** A path that begins with an attribute; some paths have further steps. */
  private String path(String attribute, int steps) {
    String name = attribute;
    if (requests.oneIn(300)) {
      name = requests.oneOf("size", "#undefined", "pk", "sk", "1x", "status");
    } else if (requests.oneIn(3)) {
      names.put("#" + name, name);
      name = "#" + name;
    }
    StringBuilder path = new StringBuilder(name);
    // Paths into key attributes are refused.
    while (requests.oneIn(name.matches("#?[gh]") ? 100 : steps)) {
      path.append(
          random.nextBoolean() ? "." + requests.attribute() : "[" + random.nextInt(4) + "]");
    }
    return path.toString();
  }

  private String literal(AttributeValue value) {
    if (requests.oneIn(200)) {
      return ":undefined";
    }
    String name = ":v" + values.size();
    values.put(name, value);
    return name;
  }

  private String literal() {
    return literal(requests.value(1));
  }

  /** A value that has an order; one in a while any value. */
  private AttributeValue ordered() {
    return requests.oneIn(25) ? requests.value(1) : requests.key();
  }

  private String operand() {
    return random.nextInt(5) < 2 ? target(4) : literal();
  }

  private String comparison() {
    String operator = requests.oneOf(" = ", " <> ", " < ", " <= ", " > ", " >= ");
    boolean equality = operator.equals(" = ") || operator.equals(" <> ");
    return switch (random.nextInt(6)) {
      case 0 -> "size(" + path() + ") >= " + literal(Values.n(random.nextInt(4)));
      case 1 -> target(4) + operator + target(4);
      default -> {
        String value = equality ? literal() : literal(ordered());
        yield switch (random.nextInt(5)) {
          case 0 -> value + operator + path();
          case 1 -> value + operator.replace("<>", "=") + "size(" + path() + ")";
          default -> path() + operator + value;
        };
      }
    };
  }

  private String between() {
    return switch (random.nextInt(8)) {
      case 0 -> target(4) + " BETWEEN " + target(4) + " AND " + literal(ordered());
      case 1 -> literal(ordered()) + " BETWEEN " + target(4) + " AND " + target(4);
      case 2 -> "size(" + path() + ")" + bounds();
      case 3 ->
          requests.oneIn(20)
              ? path() + " BETWEEN " + literal(ordered()) + " AND " + literal(ordered())
              : path() + bounds();
      default -> path() + bounds();
    };
  }

  private String bounds() {
    return " BETWEEN "
        + literal(Values.n(random.nextInt(3)))
        + " AND "
        + literal(Values.n(3 + random.nextInt(3)));
  }

  String condition() {
    return broken(condition(2));
  }

  private String condition(int depth) {
    targets.clear();
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
              + literal(Values.s(requests.oneOf("S", "N", "SS", "L", "M", "BOOL")))
              + ")";
      case 3 ->
          "begins_with("
              + path()
              + ", "
              + literal(
                  requests.oneIn(25) ? requests.value(1) : Values.s(requests.oneOf("", "x", "z")))
              + ")";
      case 4 -> "contains(" + target(4) + ", " + operand() + ")";
      case 5 -> between();
      case 6 -> target(4) + " IN (" + operand() + ", " + operand() + ")";
      default -> comparison();
    };
  }

  /**
   * A condition on keys.
   *
   * @param start a key; mostly the condition is about the same partition
   */
  String keyCondition(String table, String index, Map<String, AttributeValue> start) {
    List<String> key = TestTables.keyOf(table, index);
    AttributeValue partition = start.get(key.get(0));
    StringBuilder text = new StringBuilder();
    text.append(key.get(0))
        .append(" = ")
        .append(
            literal(partition == null || requests.oneIn(40) ? keyValue(key.get(0)) : partition));
    if (key.size() > 1 && random.nextBoolean()) {
      String sort = key.get(1);
      text.append(" AND ")
          .append(
              switch (random.nextInt(4)) {
                case 0 ->
                    requests.oneIn(20)
                        ? "begins_with(" + sort + ", " + literal(keyValue(sort)) + ")"
                        : sort + " >= " + literal(keyValue(sort));
                case 1 -> {
                  int low = random.nextInt(4) - (requests.oneIn(25) ? -4 : 0);
                  yield sort
                      + " BETWEEN "
                      + literal(Values.n(low))
                      + " AND "
                      + literal(Values.n(4 + random.nextInt(2)));
                }
                default ->
                    sort
                        + requests.oneOf(" = ", " < ", " <= ", " > ", " >= ")
                        + literal(keyValue(sort));
              });
    }
    if (requests.oneIn(100)) {
      text.append(" AND a = ").append(literal());
    }
    return broken(text.toString());
  }

  private AttributeValue keyValue(String attribute) {
    if (requests.oneIn(100)) {
      return requests.value(0);
    }
    return switch (attribute) {
      case "pk" -> Values.s("p" + random.nextInt(3));
      case "g" -> Values.s("g" + random.nextInt(3));
      default -> Values.n(random.nextInt(6));
    };
  }

  String projection() {
    targets.clear();
    List<String> paths = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      paths.add(target(4));
    }
    return broken(String.join(", ", paths));
  }

  /** A path that mostly does not overlap with those before, which would be refused. */
  private String target(int steps) {
    String attribute = requests.attribute();
    while (targets.contains(attribute) && !requests.oneIn(30)) {
      attribute = requests.attribute();
    }
    targets.add(attribute);
    return path(attribute, steps);
  }

  String update() {
    targets.clear();
    List<String> sections = new ArrayList<>(List.of("SET", "REMOVE", "ADD", "DELETE"));
    java.util.Collections.shuffle(sections, random);
    StringBuilder text = new StringBuilder();
    // Alone, removals often change nothing.
    if (!requests.oneIn(25)) {
      sections.remove("SET");
      sections.add(0, "SET");
    }
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
      case "SET" ->
          switch (random.nextInt(6)) {
            case 0 -> only("n") + " = " + counted() + requests.oneOf(" + ", " - ") + number();
            case 1 -> only("l") + " = list_append(" + list() + ", " + list() + ")";
            default -> target(10) + " = " + setValue();
          };
      case "REMOVE" -> target(60);
      case "ADD" -> target(60) + " " + literal(addend());
      default ->
          target(60) + " " + literal(requests.oneIn(80) ? requests.value(1) : requests.set());
    };
  }

  /** An attribute that no other action of the update is about; another one if there is such. */
  private String only(String attribute) {
    return targets.add(attribute) ? attribute : target(10);
  }

  private String setValue() {
    return switch (random.nextInt(8)) {
      case 0 -> counted() + " + " + number();
      case 1 -> counted() + " - " + number();
      case 2 -> "if_not_exists(" + path() + ", " + literal() + ")";
      case 3 -> "list_append(" + list() + ", " + list() + ")";
      default -> setOperand();
    };
  }

  private String number() {
    return literal(requests.oneIn(60) ? requests.value(1) : requests.number());
  }

  private String counted() {
    return switch (random.nextInt(12)) {
      case 0 -> path();
      case 1, 2, 3 -> "n";
      default -> "if_not_exists(n, " + number() + ")";
    };
  }

  private String list() {
    return switch (random.nextInt(8)) {
      case 0 -> requests.oneIn(4) ? path() : "l";
      case 1, 2, 3 -> "if_not_exists(l, " + literal(requests.list(1)) + ")";
      case 4 -> requests.oneIn(8) ? literal() : literal(requests.list(1));
      default -> literal(requests.list(1));
    };
  }

  private AttributeValue addend() {
    if (requests.oneIn(80)) {
      return requests.value(1);
    }
    return random.nextBoolean() ? requests.number() : requests.set();
  }

  private String setOperand() {
    return requests.oneIn(5) ? path() : literal();
  }

  /** Usually leaves a text alone; else drops, doubles or replaces a piece of it. */
  private String broken(String text) {
    if (!requests.oneIn(150) || text.length() < 4) {
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
