package io.keystonedb.internal.expression;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rules for conditions on keys that have several partition or sort attributes. Which they are
 * is documented; their texts and their order, before all other checks, are DynamoDB Local's.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.MultiAttributeKeys">Multi-attribute
 *     key schema</a>
 */
final class CompositeKeys {
  private CompositeKeys() {}

  /**
   * Checks that all partition attributes have an equality, and all sort attributes before the last
   * that has a condition.
   *
   * @throws KeystoneException that names the attributes of one key type that lack one
   */
  static void check(KeyAttributes key, Map<String, KeyConditions.Term> terms) {
    List<String> missing = without(key.partition(), terms);
    List<String> unequal = missing.isEmpty() ? unequal(key.partition(), terms) : missing;
    if (!unequal.isEmpty()) {
      throw KeyErrors.partitionWithoutEquality(unequal);
    }
    int last = -1;
    for (int i = 0; i < key.sort().size(); i++) {
      if (terms.containsKey(key.sort().get(i).name())) {
        requireAll(without(key.sort().subList(0, i), terms), key.sort().get(i));
        last = i;
      }
    }
    if (last > 0) {
      requireAll(unequal(key.sort().subList(0, last), terms), key.sort().get(last));
    }
  }

  private static void requireAll(List<String> lacking, KeyAttribute later) {
    if (!lacking.isEmpty()) {
      throw KeyErrors.sortWithoutEquality(lacking, later.name());
    }
  }

  private static List<String> without(
      List<KeyAttribute> attributes, Map<String, KeyConditions.Term> terms) {
    List<String> names = new ArrayList<>();
    for (KeyAttribute attribute : attributes) {
      if (!terms.containsKey(attribute.name())) {
        names.add(attribute.name());
      }
    }
    return names;
  }

  private static List<String> unequal(
      List<KeyAttribute> attributes, Map<String, KeyConditions.Term> terms) {
    List<String> names = new ArrayList<>();
    for (KeyAttribute attribute : attributes) {
      if (!(terms.get(attribute.name()) instanceof KeyConditions.Equal)) {
        names.add(attribute.name());
      }
    }
    return names;
  }
}
