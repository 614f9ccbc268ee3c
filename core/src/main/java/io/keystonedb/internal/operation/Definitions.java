package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.model.AttributeDefinition;
import io.keystonedb.internal.model.KeySchemaElement;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that a request defines: exactly those that are part of a key. Texts and the order
 * of names in them were observed in October 2026; the order is that of the service's hash sets.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeDefinition.html">AttributeDefinition</a>
 */
final class Definitions {
  private final List<String> names;

  Definitions(@Nullable List<AttributeDefinition> definitions) {
    names =
        definitions == null
            ? List.of()
            : definitions.stream()
                .map(definition -> Objects.requireNonNull(definition.attributeName()))
                .toList();
  }

  /** There are definitions, and each is there once, whatever its type. */
  void checkDistinct() {
    if (names.isEmpty()) {
      throw KeySchemas.undefined();
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw KeystoneException.validation("Attribute Name is duplicated: " + name);
      }
    }
  }

  /** Every attribute of a key is defined. */
  void checkContain(List<KeySchemaElement> schema) {
    List<String> keys = namesIn(schema);
    if (!names.containsAll(keys)) {
      throw TableSchemaChecks.invalid(
          "Some index key attributes are not defined in AttributeDefinitions. Keys: "
              + keys
              + ", AttributeDefinitions: "
              + printed());
    }
  }

  /** The keys of indexes are defined, and every definition is used by some key. */
  void checkUsed(List<KeySchemaElement> schema, List<List<KeySchemaElement>> indexKeys) {
    indexKeys.forEach(this::checkContain);
    Set<String> used = new HashSet<>(namesIn(schema));
    indexKeys.forEach(key -> used.addAll(namesIn(key)));
    if (used.size() == names.size()) {
      return;
    }
    throw TableSchemaChecks.invalid(
        indexKeys.isEmpty()
            ? "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions"
            : "Some AttributeDefinitions are not used. AttributeDefinitions: "
                + printed()
                + ", keys used: "
                + used);
  }

  private Set<String> printed() {
    Set<String> printed = new HashSet<>(names.size());
    printed.addAll(names);
    return printed;
  }

  private static List<String> namesIn(List<KeySchemaElement> schema) {
    return List.copyOf(
        new LinkedHashSet<>(
            schema.stream()
                .map(element -> Objects.requireNonNull(element.attributeName()))
                .toList()));
  }
}
