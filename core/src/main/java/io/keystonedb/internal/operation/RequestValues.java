package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.shape.MalformedValue.Kind;
import io.keystonedb.internal.shape.ValidationLayer;
import io.keystonedb.internal.value.ValueDepth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items and keys of requests. */
public final class RequestValues {
  private RequestValues() {}

  /** An item as a request holds it. Its depth is what its values don't check by themselves. */
  public static Decoded<Item> decoded(Item item) {
    try {
      ValueDepth.check(item);
      return Decoded.of(item);
    } catch (KeystoneException e) {
      MalformedValue malformed = new MalformedValue("", Kind.NESTING, e.getMessage());
      return Decoded.malformed(malformed, item.keySet());
    }
  }

  /**
   * Checks what is checked before the table is looked up: the form of a value, but not numbers and
   * nesting.
   */
  static void checkForm(@Nullable Decoded<?> value, ValidationLayer layer) {
    MalformedValue malformed = value == null ? null : value.malformed();
    if (malformed == null || malformed.kind() == Kind.NUMBER || malformed.isNesting()) {
      return;
    }
    throw layer.error(malformed);
  }

  /** The values of a list, or the error of the first that is malformed; none if it is absent. */
  static List<Value> all(@Nullable List<Decoded<Value>> values, ValidationLayer layer) {
    return values == null ? List.of() : values.stream().map(value -> value.get(layer)).toList();
  }

  /**
   * The item of a required member, its key under the names of the table's key attributes, or the
   * error of what was left to check.
   */
  static Item get(@Nullable Decoded<Item> item, TableDefinition table, ValidationLayer layer) {
    return item instanceof PositionalKeyItem positional
        ? positional.named(table.key())
        : require(item, layer).get();
  }

  /** A required member that is well-formed, or the error of what was left to check. */
  static Decoded<Item> require(@Nullable Decoded<Item> item, ValidationLayer layer) {
    if (item == null) {
      throw new IllegalStateException("a required member is absent after its check");
    }
    if (item.malformed() != null) {
      throw layer.error(item.malformed());
    }
    return item;
  }
}
