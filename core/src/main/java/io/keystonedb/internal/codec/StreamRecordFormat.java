package io.keystonedb.internal.codec;

import io.keystonedb.Change;
import io.keystonedb.ChangeType;
import io.keystonedb.internal.engine.RowKeys;
import io.keystonedb.internal.engine.RowKind;
import io.keystonedb.internal.engine.StreamEntry;
import java.util.List;

/** Records of streams. Their sequence is in their keys. */
final class StreamRecordFormat extends RowFormat<StreamEntry> {
  private static final int SHARD_ID = 1;
  private static final int TYPE = 2;
  private static final int TABLE_NAME = 3;
  private static final int KEYS = 4;
  private static final int OLD_IMAGE = 5;
  private static final int NEW_IMAGE = 6;
  private static final int CREATED_AT = 7;
  private static final int EXPIRED = 8;

  /** By their numbers in member {@link #TYPE}. */
  private static final List<ChangeType> TYPES =
      List.of(ChangeType.INSERT, ChangeType.MODIFY, ChangeType.REMOVE);

  StreamRecordFormat() {
    super(RowKind.STREAM_RECORD);
  }

  @Override
  void write(StreamEntry record, RowOutput out) {
    Change change = record.change();
    MemberWriter members = new MemberWriter(out, List.of());
    members.text(SHARD_ID, record.shardId());
    members.oneOf(TYPE, change.type(), TYPES);
    members.text(TABLE_NAME, change.tableName());
    members.part(KEYS, change.keys(), ValueWriter::write);
    members.partOrNull(OLD_IMAGE, change.oldImage(), ValueWriter::write);
    members.partOrNull(NEW_IMAGE, change.newImage(), ValueWriter::write);
    members.instant(CREATED_AT, change.createdAt());
    members.flag(EXPIRED, change.expired());
  }

  @Override
  StreamEntry read(byte[] key, MemberReader in) {
    String shardId = in.text(SHARD_ID);
    ChangeType type = in.oneOf(TYPE, TYPES);
    return new StreamEntry(
        shardId,
        new Change(
            type,
            in.text(TABLE_NAME),
            in.part(KEYS, ValueReader::item),
            in.partOrNull(OLD_IMAGE, ValueReader::item),
            in.partOrNull(NEW_IMAGE, ValueReader::item),
            RowKeys.sequence(key),
            in.instant(CREATED_AT),
            in.flag(EXPIRED)));
  }
}
