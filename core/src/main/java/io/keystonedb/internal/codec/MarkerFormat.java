package io.keystonedb.internal.codec;

import io.keystonedb.internal.engine.RowKind;
import io.keystonedb.internal.engine.RowKind.Marker;

/** Rows whose keys say all there is to say: no members. */
final class MarkerFormat extends RowFormat<Marker> {
  MarkerFormat(RowKind<Marker> kind) {
    super(kind);
  }

  @Override
  void write(Marker marker, RowOutput out) {}

  @Override
  Marker read(byte[] key, MemberReader in) {
    return Marker.PRESENT;
  }
}
