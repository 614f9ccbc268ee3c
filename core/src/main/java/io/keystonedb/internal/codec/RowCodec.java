package io.keystonedb.internal.codec;

import io.keystonedb.internal.engine.RowKind;
import io.keystonedb.storage.Codec;
import io.keystonedb.storage.CorruptRowException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the rows of databases as bytes: each in the form of its kind, which its key says. */
public final class RowCodec implements Codec {
  private static final Map<RowKind<?>, RowFormat<?>> FORMATS =
      Stream.<RowFormat<?>>of(
              new TableFormat(),
              new NextNumberFormat(),
              new JobFormat(),
              new ItemFormat(),
              new MarkerFormat(RowKind.EXPIRY),
              new TokenFormat(),
              new MarkerFormat(RowKind.TOKEN_EXPIRY),
              new StreamFormat(),
              new StreamRecordFormat())
          .collect(Collectors.toUnmodifiableMap(RowFormat::kind, Function.identity()));

  @Override
  public byte[] encode(byte[] key, Object value) {
    return format(RowKind.of(key)).encode(value);
  }

  @Override
  public Object decode(byte[] key, byte[] bytes) {
    RowKind<?> kind;
    try {
      kind = RowKind.of(key);
    } catch (IllegalArgumentException e) {
      throw new CorruptRowException("row of an unknown kind", "no release has such keys", e);
    }
    return format(kind).decode(key, bytes);
  }

  private static RowFormat<?> format(RowKind<?> kind) {
    RowFormat<?> format = FORMATS.get(kind);
    if (format == null) {
      throw new IllegalStateException("no form for rows of the kind " + kind.description());
    }
    return format;
  }
}
