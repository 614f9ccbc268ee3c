package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.engine.RowRange;
import io.keystonedb.internal.expression.KeyQuery;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.shape.ValidationLayer;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The {@code ExclusiveStartKey} of a query or scan: the last key of the page before. */
final class StartKey {
  private static final String INVALID = "The provided starting key is invalid: ";

  private static final String NO_MATCH = INVALID + KeyChecks.NO_MATCH;

  /** What a query says of a key with other attributes, as observed. */
  static final String OTHER_ATTRIBUTES_IN_QUERY = "The provided starting key is invalid";

  /** What a scan says of the same, as observed. */
  static final String OTHER_ATTRIBUTES_IN_SCAN = NO_MATCH;

  private StartKey() {}

  /** Checks what is checked before the table is looked up. */
  static void checkForm(@Nullable Decoded<Item> startKey, ValidationLayer layer) {
    if (startKey != null) {
      startKey.get(malformed -> text(malformed, layer));
    }
  }

  private static String text(MalformedValue malformed, ValidationLayer layer) {
    String text = malformed.message(layer);
    return switch (malformed.kind()) {
      case DUPLICATES, EMPTY_NUMBER_SET -> text;
      case NUMBER -> layer.isOlder() ? INVALID + text : text;
      case DATATYPE, NAME, NULL_FALSE, EMPTY_SET, NESTING, FAR_NESTING -> INVALID + text;
    };
  }

  /**
   * The start key, which has exactly the key attributes of index and table; null if absent.
   *
   * @param otherAttributes what is said of one that has others
   */
  static @Nullable Item require(
      ReadTarget target, @Nullable Decoded<Item> startKey, String otherAttributes) {
    if (startKey == null) {
      return null;
    }
    Item key = startKey.get();
    Map<String, KeyAttribute> expected = new HashMap<>();
    for (KeyAttributes attributes : List.of(target.key(), target.table().key())) {
      for (KeyAttribute attribute : attributes.all()) {
        if (!attributes.isOptional(attribute) || key.containsKey(attribute.name())) {
          expected.put(attribute.name(), attribute);
        }
      }
    }
    if (!key.keySet().equals(expected.keySet())) {
      throw KeystoneException.validation(otherAttributes);
    }
    for (KeyAttribute attribute : expected.values()) {
      if (Objects.requireNonNull(key.get(attribute.name())).type() != attribute.type()) {
        throw KeystoneException.validation(NO_MATCH);
      }
    }
    try {
      KeyChecks.notEmpty(target.table().key(), key);
      for (KeyAttribute attribute : target.key().all()) {
        Value value = key.get(attribute.name());
        if (value != null) {
          target.checkNotEmpty(attribute, value);
        }
      }
    } catch (KeystoneException e) {
      throw KeystoneException.validation(INVALID + e.getMessage());
    }
    return key;
  }

  /** Refuses to start a query behind the only item of a partition (observed). */
  static void checkQueryable(ReadTarget target, Item startKey) {
    if (target.index() == null && target.key().sort().isEmpty()) {
      throw KeystoneException.validation(
          "The provided exclusive start key is invalid: ExclusiveStartKey: "
              + startKey.keySet().stream()
                  .map(name -> name + "=AttributeValue: {" + shown(startKey, name) + "}")
                  .collect(Collectors.joining(", ", "{", "}")));
    }
  }

  private static String shown(Item key, String name) {
    Value value = Objects.requireNonNull(key.get(name));
    String content =
        value instanceof Value.S text
            ? text.value()
            : value instanceof Value.N number
                ? number.text()
                : Base64.getEncoder().encodeToString(((Value.B) value).toByteArray());
    return value.type() + ":" + content;
  }

  /**
   * What a query still has to read behind its start key, which meets all of its conditions.
   *
   * @see <a href="https://github.com/aws/aws-sdk-ruby/issues/2456">The text about sort keys</a>
   */
  static RowRange<Item> behind(
      ReadTarget target, Item startKey, KeyQuery query, RowRange<Item> range, boolean descending) {
    RowKey<Item> key = target.rowKey(startKey);
    if (!range.contains(key)) {
      throw KeystoneException.validation(
          isInPartition(target.key().partition(), startKey, query.partition())
              ? "The provided starting key does not match the range key predicate"
              : "The provided starting key is outside query boundaries based on provided conditions");
    }
    return range.behind(key, descending);
  }

  private static boolean isInPartition(
      List<KeyAttribute> attributes, Item startKey, List<Value> partition) {
    for (int i = 0; i < attributes.size(); i++) {
      if (!partition.get(i).equals(startKey.get(attributes.get(i).name()))) {
        return false;
      }
    }
    return true;
  }
}
