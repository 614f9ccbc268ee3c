package io.keystonedb.internal.codec;

import io.keystonedb.Item;
import io.keystonedb.internal.engine.RowKind;
import java.util.List;

/** Items, and entries of indexes: member 1 is the item, see {@link ValueWriter}. */
final class ItemFormat extends RowFormat<Item> {
  private static final int ITEM = 1;

  ItemFormat() {
    super(RowKind.ITEM);
  }

  @Override
  int expectedBytes(Item item) {
    // Most attributes have two bytes beside what counts towards the size.
    return item.sizeBytes() + 4 * item.size() + 16;
  }

  @Override
  void write(Item item, RowOutput out) {
    new MemberWriter(out, List.of()).part(ITEM, item, ValueWriter::write);
  }

  @Override
  Item read(byte[] key, MemberReader in) {
    return in.part(ITEM, ValueReader::item);
  }
}
