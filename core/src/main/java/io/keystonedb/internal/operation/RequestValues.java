package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.shape.MalformedValue.Kind;
import io.keystonedb.internal.shape.ValidationLayer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items and keys of requests. */
final class RequestValues {
  private RequestValues() {}

  /**
   * Checks what is checked before the table is looked up: the form of a value, but not numbers and
   * nesting.
   */
  static void checkForm(@Nullable Decoded<?> value, ValidationLayer layer) {
    MalformedValue malformed = value == null ? null : value.malformed();
    if (malformed == null || malformed.kind() == Kind.NUMBER || malformed.kind() == Kind.NESTING) {
      return;
    }
    throw layer.error(malformed);
  }

  /** The values of a list, or the error of the first that is malformed; none if it is absent. */
  static List<Value> all(@Nullable List<Decoded<Value>> values, ValidationLayer layer) {
    return values == null ? List.of() : values.stream().map(value -> value.get(layer)).toList();
  }

  /** The item of a required member, or the error of what was left to check. */
  static Item get(@Nullable Decoded<Item> item, ValidationLayer layer) {
    if (item == null) {
      throw new IllegalStateException("a required member is absent after its check");
    }
    return item.get(layer);
  }
}
