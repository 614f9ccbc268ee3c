package io.keystonedb.internal.codec;

import io.keystonedb.internal.engine.RowKind;
import io.keystonedb.internal.engine.TransactionTokens.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tokens of transactions. Units are pairs of a table's name and the bits of a floating-point number
 * of 64 bits, as an unsigned number with its bytes in reverse order: those at its end are mostly
 * zero.
 */
final class TokenFormat extends RowFormat<Entry> {
  private static final int CONTENT_DIGEST = 1;
  private static final int UNITS = 2;
  private static final int EXPIRES_MILLIS = 3;

  TokenFormat() {
    super(RowKind.TOKEN);
  }

  @Override
  void write(Entry token, RowOutput out) {
    MemberWriter members = new MemberWriter(out, List.of());
    members.text(CONTENT_DIGEST, token.contentDigest());
    members.list(UNITS, List.copyOf(token.units().entrySet()), TokenFormat::units);
    members.number(EXPIRES_MILLIS, token.expiresMillis());
  }

  @Override
  Entry read(byte[] key, MemberReader in) {
    String contentDigest = in.text(CONTENT_DIGEST);
    Map<String, Double> units = new LinkedHashMap<>();
    in.list(UNITS, TokenFormat::units)
        .forEach(entry -> units.put(entry.getKey(), entry.getValue()));
    return new Entry(contentDigest, units, in.number(EXPIRES_MILLIS));
  }

  private static void units(Map.Entry<String, Double> units, RowOutput out) {
    out.text(units.getKey());
    out.unsigned(Long.reverseBytes(Double.doubleToLongBits(units.getValue())));
  }

  private static Map.Entry<String, Double> units(RowInput in) {
    String table = in.text();
    return Map.entry(table, Double.longBitsToDouble(Long.reverseBytes(in.unsigned())));
  }
}
