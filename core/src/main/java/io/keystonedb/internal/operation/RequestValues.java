package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.ItemCollections;
import io.keystonedb.internal.engine.ItemStore;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.model.ItemCollectionMetrics;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.shape.MalformedValue.Kind;
import io.keystonedb.internal.value.ValueDepth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items and keys of requests. The service looks at their form at once, but at numbers and nesting
 * only after it has found the table.
 */
public final class RequestValues {
  /** What PutItem and UpdateItem write in front of some families of errors since 2026. */
  static final String ENVELOPE = "1 validation error detected: ";

  private RequestValues() {}

  /** An item as a request holds it. Its depth is what its values don't check by themselves. */
  public static Decoded<Item> decoded(Item item) {
    try {
      ValueDepth.check(item);
      return Decoded.of(item);
    } catch (KeystoneException e) {
      return Decoded.malformed(new MalformedValue("", Kind.NESTING, e.getMessage()), item.keySet());
    }
  }

  /** Checks what is checked before the table is looked up. */
  static void checkForm(@Nullable Decoded<?> value, String envelope) {
    MalformedValue malformed = value == null ? null : value.malformed();
    if (malformed == null || malformed.kind() == Kind.NUMBER || malformed.kind() == Kind.NESTING) {
      return;
    }
    throw KeystoneException.validation(malformed.enveloped(envelope));
  }

  /** The values of a list, or the error of the first that is malformed; none if it is absent. */
  static List<Value> all(@Nullable List<Decoded<Value>> values) {
    return values == null ? List.of() : values.stream().map(Decoded::get).toList();
  }

  /**
   * The item of a required member, with the names of the table's key attributes, or the error of
   * what was left to check.
   */
  static Item get(@Nullable Decoded<Item> item, TableDefinition table) {
    if (item instanceof PositionalKeyItem positional) {
      return positional.named(table.key()).get();
    }
    if (item == null) {
      throw new IllegalStateException("a required member is absent after its check");
    }
    return item.get();
  }

  /**
   * The metrics of the collection of an item that was written, for an answer.
   *
   * @param item the item or its key, from a required member
   * @return null if the request does not ask for them or the table has no local index
   */
  static @Nullable ItemCollectionMetrics metrics(
      ItemStore store,
      TableDefinition table,
      @Nullable Decoded<Item> item,
      @Nullable String option) {
    return option == null
        ? null
        : ItemCollections.metrics(store.reader(), table, get(item, table), option);
  }
}
