package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.KeyRange;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.value.KeyAttribute;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code ExclusiveStartKey} of a query or scan: the last key of the page before. */
final class StartKey {
  private static final String INVALID = "The provided starting key is invalid: ";

  private StartKey() {}

  /** Checks what is checked before the table is looked up. */
  static void checkForm(@Nullable Decoded<Item> startKey) {
    if (startKey != null) {
      startKey.get(StartKey::text);
    }
  }

  private static String text(MalformedValue malformed) {
    return switch (malformed.kind()) {
      case DUPLICATES, EMPTY_NUMBER_SET -> malformed.message();
      case DATATYPE, NUMBER, NULL_FALSE, EMPTY_SET, NESTING -> INVALID + malformed.message();
    };
  }

  /** The start key, which has exactly the key attributes of index and table; null if absent. */
  static @Nullable Item require(ReadTarget target, @Nullable Decoded<Item> startKey) {
    if (startKey == null) {
      return null;
    }
    Item key = startKey.get();
    Map<String, KeyAttribute> expected = new HashMap<>();
    for (KeyAttribute attribute : target.key().all()) {
      expected.put(attribute.name(), attribute);
    }
    for (KeyAttribute attribute : target.table().key().all()) {
      if (!target.table().key().isOptional(attribute) || key.containsKey(attribute.name())) {
        expected.put(attribute.name(), attribute);
      }
    }
    boolean matches = key.size() == expected.size();
    for (KeyAttribute attribute : expected.values()) {
      Value value = key.get(attribute.name());
      matches &= value != null && value.type() == attribute.type();
    }
    if (!matches) {
      throw KeystoneException.validation(
          INVALID + "The provided key element does not match the schema");
    }
    try {
      KeyChecks.notEmpty(target.table().key(), key);
      if (target.index() != null) {
        KeyChecks.notEmpty(target.index(), key);
      }
    } catch (KeystoneException e) {
      throw KeystoneException.validation(INVALID + e.getMessage());
    }
    return key;
  }

  /** What a query still has to read behind its start key. */
  static KeyRange behind(ReadTarget target, Item startKey, KeyRange range, boolean descending) {
    byte[] key = target.rowKey(startKey);
    if (!range.contains(key)) {
      throw KeystoneException.validation(
          "The provided starting key is outside query boundaries based on provided conditions");
    }
    return range.behind(key, descending);
  }
}
