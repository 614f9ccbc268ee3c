package io.keystonedb.migration;

import io.keystonedb.ValueType;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The datatype of the SDK's values, which old SDKs don't tell. */
final class ValueTypes {
  private ValueTypes() {}

  /** The first datatype that is set; null if there is none, which no service sends. */
  static @Nullable ValueType of(AttributeValue value) {
    if (value.s() != null) {
      return ValueType.S;
    }
    if (value.n() != null) {
      return ValueType.N;
    }
    if (value.b() != null) {
      return ValueType.B;
    }
    if (value.bool() != null) {
      return ValueType.BOOL;
    }
    if (value.nul() != null) {
      return ValueType.NULL;
    }
    if (value.hasM()) {
      return ValueType.M;
    }
    if (value.hasL()) {
      return ValueType.L;
    }
    if (value.hasSs()) {
      return ValueType.SS;
    }
    if (value.hasNs()) {
      return ValueType.NS;
    }
    return value.hasBs() ? ValueType.BS : null;
  }

  /** An empty string, binary, list, map or set. */
  static boolean isEmpty(AttributeValue value) {
    ValueType type = of(value);
    if (type == null) {
      return true;
    }
    return switch (type) {
      case S -> value.s().isEmpty();
      case B -> value.b().asByteArrayUnsafe().length == 0;
      case L -> value.l().isEmpty();
      case M -> value.m().isEmpty();
      case SS -> value.ss().isEmpty();
      case NS -> value.ns().isEmpty();
      case BS -> value.bs().isEmpty();
      case N, BOOL, NULL -> false;
    };
  }
}
