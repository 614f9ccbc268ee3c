package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.shape.MalformedValue.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items and keys of requests. The service looks at their form at once, but at numbers and nesting
 * only after it has found the table.
 */
final class RequestValues {
  /** What PutItem and UpdateItem write in front of some families of errors since 2026. */
  static final String ENVELOPE = "1 validation error detected: ";

  private RequestValues() {}

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

  /** The item of a required member, or the error of what was left to check. */
  static Item get(@Nullable Decoded<Item> item) {
    if (item == null) {
      throw new IllegalStateException("a required member is absent after its check");
    }
    return item.get();
  }
}
