package io.keystonedb.internal.codec;

import io.keystonedb.internal.engine.RowKind;
import java.util.List;

/** The number that the next table, stream, order of expiry or job takes: member 1. */
final class NextNumberFormat extends RowFormat<Integer> {
  private static final int NUMBER = 1;

  NextNumberFormat() {
    super(RowKind.NEXT_NUMBER);
  }

  @Override
  void write(Integer number, RowOutput out) {
    new MemberWriter(out, List.of()).number(NUMBER, number);
  }

  @Override
  Integer read(byte[] key, MemberReader in) {
    return in.smallNumber(NUMBER);
  }
}
