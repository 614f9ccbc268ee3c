package io.keystonedb;

import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules that all three set types share: not empty, no element twice. */
final class ValueSets {
  private ValueSets() {}

  static <T> Set<T> distinct(ValueType type, Collection<T> values) {
    Set<T> set = new LinkedHashSet<>(values);
    if (set.size() != values.size()) {
      throw KeystoneException.validation(duplicates(type, values));
    }
    return new FrozenSet<>(set);
  }

  static <T> Set<T> checked(ValueType type, Set<T> values) {
    if (values.isEmpty()) {
      throw KeystoneException.validation(empty(type));
    }
    return values instanceof FrozenSet<T> ? values : new FrozenSet<>(new LinkedHashSet<>(values));
  }

  /** The service's text for an empty set, with its two blanks. */
  private static String empty(ValueType type) {
    String what =
        switch (type) {
          case SS -> "An string set  may not be empty";
          case NS -> "An number set  may not be empty";
          default -> "Binary sets should not be empty";
        };
    return "One or more parameter values were invalid: " + what;
  }

  /** The service's text for an element that occurs twice; each type has its own spelling. */
  private static String duplicates(ValueType type, Collection<?> values) {
    return switch (type) {
      case SS ->
          "One or more parameter values were invalid: Input collection "
              + values
              + " contains duplicates.";
      case BS ->
          "One or more parameter values were invalid: Input collection "
              + values.stream()
                  .map(value -> Base64.getEncoder().encodeToString(((Value.B) value).toByteArray()))
                  .collect(Collectors.joining(", ", "[", "]"))
              + "of type BS contains duplicates.";
      default -> "Input collection contains duplicates";
    };
  }
}
