package io.keystonedb.internal.expression;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The conditions of a query on single attributes, before it is known which of them are keys.
 * Immutable and thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html">Key
 *     condition expressions</a>
 */
public final class KeyConditions {
  private final Map<String, Term> terms;

  /**
   * Conditions on attributes.
   *
   * @param terms one per attribute name
   */
  public KeyConditions(Map<String, Term> terms) {
    this.terms = new LinkedHashMap<>(terms);
  }

  /** A condition on one attribute: equality with a value, or a range. */
  public sealed interface Term permits Equal, Range, Unsupported {}

  /** The attribute equals a value. */
  public record Equal(Value value) implements Term {}

  /** The attribute lies in a range. */
  public record Range(SortRange range) implements Term {}

  /** Something that no key can be searched by; only legacy conditions can say it. */
  public record Unsupported() implements Term {}

  /**
   * Reads the conditions from a bound tree.
   *
   * @throws KeystoneException if the tree is not an AND of supported conditions, one per attribute
   */
  static KeyConditions of(Condition condition) {
    KeyConditionReader reader = new KeyConditionReader();
    condition.accept(reader);
    return new KeyConditions(reader.terms());
  }

  /**
   * What these conditions ask of a key: all partition attributes by equality; sort attributes from
   * left to right without gaps, of which only the last may have a range.
   *
   * @param notEmpty refuses empty values of key attributes
   * @throws KeystoneException if they don't fit the key
   */
  public KeyQuery resolve(KeyAttributes key, BiConsumer<KeyAttribute, Value> notEmpty) {
    if (terms.isEmpty()) {
      throw KeyErrors.noConditions();
    }
    if (terms.size() > key.size()) {
      throw KeyErrors.tooManyConditions(terms.size(), key.size());
    }
    if (key.partition().size() > 1 || key.sort().size() > 1) {
      CompositeKeys.check(key, terms);
    }
    List<Value> partition = new ArrayList<>(key.partition().size());
    for (KeyAttribute attribute : key.partition()) {
      partition.add(checked(attribute, partitionValue(attribute), notEmpty));
    }
    List<Value> prefix = new ArrayList<>(key.sort().size());
    SortRange range = null;
    int used = partition.size();
    for (KeyAttribute attribute : key.sort()) {
      if (used == terms.size()) {
        break;
      }
      Term term = terms.get(attribute.name());
      if (term == null) {
        throw KeyErrors.missedKey(attribute.name());
      }
      used++;
      if (term instanceof Equal equal) {
        prefix.add(checked(attribute, equal.value(), notEmpty));
      } else if (term instanceof Range found) {
        range = found.range();
        checked(attribute, range.first(), notEmpty);
        if (range.second() != null) {
          checked(attribute, range.second(), notEmpty);
        }
      } else {
        throw KeyErrors.notIndexable();
      }
    }
    return new KeyQuery(partition, prefix, range);
  }

  private Value partitionValue(KeyAttribute attribute) {
    Term term = terms.get(attribute.name());
    if (term == null) {
      throw KeyErrors.missedKey(attribute.name());
    }
    if (term instanceof Equal equal) {
      return equal.value();
    }
    throw KeyErrors.notSupported();
  }

  private static Value checked(
      KeyAttribute attribute, Value value, BiConsumer<KeyAttribute, Value> notEmpty) {
    if (value.type() != attribute.type()) {
      throw KeyErrors.typeMismatch();
    }
    notEmpty.accept(attribute, value);
    return value;
  }
}
