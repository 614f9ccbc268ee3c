package io.keystonedb.internal.partiql;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes values of what is written as a constant, with the parameters of a request in place. */
final class ValueTranslator {
  private static final String ROOT = "root";

  private final List<Value> parameters;

  ValueTranslator(List<Value> parameters) {
    this.parameters = parameters;
  }

  /**
   * Whether something is written as a constant: it may still be one the service has no type for.
   */
  static boolean isConstant(Syntax syntax) {
    return syntax instanceof Syntax.Literal
        || syntax instanceof Syntax.Parameter
        || syntax instanceof Syntax.Sequence
        || syntax instanceof Syntax.Bag
        || syntax instanceof Syntax.Struct
        || syntax instanceof Syntax.IonLiteral;
  }

  /**
   * The value of a constant.
   *
   * @throws KeystoneException if the service has no such value
   */
  Value value(Syntax syntax) {
    return value(syntax, ROOT);
  }

  /**
   * The item that an INSERT writes.
   *
   * @throws KeystoneException if it is not written as a map of constants
   */
  Item item(Syntax syntax) {
    if (syntax instanceof Syntax.Struct struct) {
      return entries(struct, ROOT, true);
    }
    throw StatementErrors.at(
        "Unsupported format in item expression. Please use struct format {...} to express item values for insert statement.",
        syntax.position());
  }

  private Value value(Syntax syntax, String under) {
    if (syntax instanceof Syntax.Literal literal) {
      return literal.value();
    }
    if (syntax instanceof Syntax.Parameter parameter) {
      return parameter(parameter);
    }
    if (syntax instanceof Syntax.Sequence sequence) {
      List<Value> elements = new ArrayList<>();
      for (Syntax element : sequence.elements()) {
        elements.add(value(element, under + "." + elements.size()));
      }
      return Value.list(elements);
    }
    if (syntax instanceof Syntax.Struct struct) {
      return Value.map(entries(struct, under, false));
    }
    if (syntax instanceof Syntax.Bag bag) {
      return set(bag);
    }
    if (syntax instanceof Syntax.IonLiteral) {
      throw StatementErrors.at(
          "Ion Literals are not supported: SYMBOL under key " + under, syntax.position());
    }
    throw StatementErrors.at(
        "Unsupported data type: "
            + (under.equals(ROOT) ? syntax.shownAs() : syntax.kind())
            + " under key "
            + under,
        syntax.position());
  }

  private Value parameter(Syntax.Parameter parameter) {
    if (parameter.index() >= parameters.size()) {
      throw StatementErrors.parameterCount();
    }
    return parameters.get(parameter.index());
  }

  /**
   * The entries of a map.
   *
   * @param asItem whether it is a whole item, whose attributes are each a root to messages
   */
  private Item entries(Syntax.Struct struct, String under, boolean asItem) {
    Map<String, Value> entries = new LinkedHashMap<>();
    for (Syntax.Entry entry : struct.entries()) {
      String key = key(entry.key(), under);
      if (entries.containsKey(key)) {
        throw StatementErrors.at(
            "Duplicate keys in tuple. Key: " + key + " under " + under, entry.key().position());
      }
      entries.put(key, value(entry.value(), asItem ? ROOT : under + "." + key));
    }
    return Item.copyOf(entries);
  }

  private static String key(Syntax key, String under) {
    if (key instanceof Syntax.Literal literal && literal.value() instanceof Value.S name) {
      if (name.value().isEmpty()) {
        throw StatementErrors.emptyName();
      }
      return name.value();
    }
    throw StatementErrors.at(
        "Tuple keys must be of type String. Actual type: " + key.kind() + " under " + under,
        key.position());
  }

  private Value set(Syntax.Bag bag) {
    if (bag.elements().isEmpty()) {
      throw KeystoneException.validation("Empty bags are not supported");
    }
    List<Value> elements = new ArrayList<>();
    for (Syntax element : bag.elements()) {
      Value value = isConstant(element) ? value(element, ROOT) : null;
      if (value == null || !value.type().isKeyType()) {
        throw StatementErrors.at(wrongElement(), element.position());
      }
      elements.add(value);
    }
    return set(elements);
  }

  private static String wrongElement() {
    return "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags";
  }

  private static Value set(List<Value> elements) {
    Set<Value> distinct = new LinkedHashSet<>(elements);
    if (distinct.size() < elements.size()) {
      throw KeystoneException.validation(
          "One or more parameter values were invalid: Input collection ["
              + elements.stream().map(ValueTranslator::text).collect(Collectors.joining(", "))
              + "] contains duplicates.");
    }
    Set<String> texts = all(elements, Value.S.class, Value.S::value);
    if (texts != null) {
      return new Value.SS(texts);
    }
    Set<Value.N> numbers = all(elements, Value.N.class, n -> n);
    if (numbers != null) {
      return new Value.NS(numbers);
    }
    Set<Value.B> bytes = all(elements, Value.B.class, b -> b);
    if (bytes != null) {
      return new Value.BS(bytes);
    }
    throw KeystoneException.validation(wrongElement());
  }

  private static String text(Value element) {
    return element instanceof Value.S text ? text.value() : element.toString();
  }

  private static <V extends Value, T> @Nullable Set<T> all(
      List<Value> elements, Class<V> type, Function<V, T> content) {
    Set<T> contents = new LinkedHashSet<>();
    for (Value element : elements) {
      if (!type.isInstance(element)) {
        return null;
      }
      contents.add(content.apply(type.cast(element)));
    }
    return contents;
  }
}
