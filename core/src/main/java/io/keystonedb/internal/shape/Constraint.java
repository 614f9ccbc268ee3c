package io.keystonedb.internal.shape;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A declared constraint of a member and the words the service uses for it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/Welcome.html">service
 *     model</a>
 */
public sealed interface Constraint {
  /** Whether a value (of the Java form of the shape) keeps the constraint. */
  boolean holds(Object value);

  /** The service's words, such as {@code Member must have length less than or equal to 36}. */
  String text();

  /** A smallest length of a string, list or map. */
  record MinLength(int length) implements Constraint {
    @Override
    public boolean holds(Object value) {
      return lengthOf(value) >= length;
    }

    @Override
    public String text() {
      return "Member must have length greater than or equal to " + length;
    }
  }

  /** A largest length of a string, list or map. */
  record MaxLength(int length) implements Constraint {
    @Override
    public boolean holds(Object value) {
      return lengthOf(value) <= length;
    }

    @Override
    public String text() {
      return "Member must have length less than or equal to " + length;
    }
  }

  /** A smallest number. */
  record Min(long value) implements Constraint {
    @Override
    public boolean holds(Object number) {
      return ((Number) number).longValue() >= value;
    }

    @Override
    public String text() {
      return "Member must have value greater than or equal to " + value;
    }
  }

  /** A largest number. */
  record Max(long value) implements Constraint {
    @Override
    public boolean holds(Object number) {
      return ((Number) number).longValue() <= value;
    }

    @Override
    public String text() {
      return "Member must have value less than or equal to " + value;
    }
  }

  /** The characters of table and index names: {@code [a-zA-Z0-9_.-]+}. */
  record NamePattern() implements Constraint {
    @Override
    public boolean holds(Object value) {
      String name = (String) value;
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        boolean allowed =
            (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '.'
                || c == '-';
        if (!allowed) {
          return false;
        }
      }
      return !name.isEmpty();
    }

    @Override
    public String text() {
      return "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+";
    }
  }

  /**
   * A constraint on a name where an ARN is taken as well. It leaves ARNs and the empty string to
   * other constraints, as the service does.
   */
  record OrArn(Constraint ofName) implements Constraint {
    @Override
    public boolean holds(Object value) {
      String text = (String) value;
      return text.isEmpty() || text.startsWith("arn:") || ofName.holds(value);
    }

    @Override
    public String text() {
      return ofName.text();
    }
  }

  /** One of a set of words, printed in the service's order. */
  record OneOf(List<String> words) implements Constraint {
    public OneOf {
      words = List.copyOf(words);
    }

    @Override
    public boolean holds(Object value) {
      return words.contains((String) value);
    }

    @Override
    public String text() {
      return "Member must satisfy enum value set: " + words;
    }
  }

  private static int lengthOf(Object value) {
    if (value instanceof String text) {
      return text.length();
    }
    if (value instanceof Collection<?> collection) {
      return collection.size();
    }
    return ((Map<?, ?>) value).size();
  }
}
