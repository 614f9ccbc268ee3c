package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.value.Sizes;
import java.util.Map;

/**
 * How large names and values of a request may be: 2 MB, placeholders included, each map and both
 * together; a document no larger than an item, its containers not counted.
 *
 * <p>Limits as documented, texts as in DynamoDB Local and in the clients of DynamoDB Accelerator.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-expression-parameters">Expression
 *     parameters</a>
 */
final class SubstitutionSizes {
  private SubstitutionSizes() {}

  /**
   * The bytes of all names.
   *
   * @throws KeystoneException if they are too many
   */
  static int checkNames(Map<String, String> names) {
    int bytes = 0;
    for (Map.Entry<String, String> name : names.entrySet()) {
      bytes += Sizes.utf8Length(name.getKey()) + Sizes.utf8Length(name.getValue());
    }
    if (bytes > Limits.SUBSTITUTION_BYTES) {
      throw ExpressionErrors.mapTooLarge(Substitutions.NAMES);
    }
    return bytes;
  }

  /**
   * Checks all values.
   *
   * @param nameBytes the bytes of all names
   * @throws KeystoneException if they are too large, by themselves or together with the names
   */
  static void checkValues(Item values, int nameBytes) {
    int bytes = values.sizeBytes();
    if (bytes > Sizes.MAX_ITEM_BYTES) {
      checkDocuments(values);
    }
    if (bytes > Limits.SUBSTITUTION_BYTES) {
      throw ExpressionErrors.mapTooLarge(Substitutions.VALUES);
    }
    if (bytes + nameBytes > Limits.SUBSTITUTION_BYTES) {
      throw ExpressionErrors.mapsTooLarge();
    }
  }

  private static void checkDocuments(Item values) {
    for (int i = 0; i < values.size(); i++) {
      Value value = values.valueAt(i);
      boolean isDocument = value instanceof Value.L || value instanceof Value.M;
      if (isDocument && bytesWithin(value) > Sizes.MAX_ITEM_BYTES) {
        throw ExpressionErrors.invalidValue(
            Substitutions.VALUES,
            "Item size has exceeded the maximum allowed size",
            values.nameAt(i));
      }
    }
  }

  private static int bytesWithin(Value value) {
    if (value instanceof Value.L list) {
      return list.values().stream().mapToInt(SubstitutionSizes::bytesWithin).sum();
    }
    if (!(value instanceof Value.M map)) {
      return Sizes.of(value);
    }
    int bytes = 0;
    for (int i = 0; i < map.values().size(); i++) {
      bytes += Sizes.utf8Length(map.values().nameAt(i)) + bytesWithin(map.values().valueAt(i));
    }
    return bytes;
  }
}
