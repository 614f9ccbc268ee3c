package io.keystonedb;

import io.keystonedb.internal.value.TrustedValues;
import java.math.BigInteger;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reaches the constructors and factories that are not public. */
final class TrustedValuesImpl extends TrustedValues {
  static {
    register(new TrustedValuesImpl());
  }

  @Override
  public Value.@Nullable N decimal(BigInteger digits, long scale) {
    return Value.N.ofDigits(digits, scale);
  }

  @Override
  public Value.B binary(byte[] bytes) {
    return Value.B.wrap(bytes);
  }

  @Override
  public Value.SS stringSet(Set<String> elements) {
    return new Value.SS(new FrozenSet<>(elements));
  }

  @Override
  public Value.NS numberSet(Set<Value.N> elements) {
    return new Value.NS(new FrozenSet<>(elements));
  }

  @Override
  public Value.BS binarySet(Set<Value.B> elements) {
    return new Value.BS(new FrozenSet<>(elements));
  }

  @Override
  public @Nullable Item item(String[] names, Value[] values, int sizeBytes) {
    return Item.ofParts(names, values, sizeBytes);
  }
}
