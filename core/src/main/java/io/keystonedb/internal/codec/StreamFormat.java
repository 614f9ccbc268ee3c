package io.keystonedb.internal.codec;

import io.keystonedb.internal.engine.RowKind;
import io.keystonedb.internal.engine.Shard;
import io.keystonedb.internal.engine.StreamDefinition;

/** Definitions of streams, with their shards. */
final class StreamFormat extends RowFormat<StreamDefinition> {
  private static final int TABLE_NAME = 1;
  private static final int LABEL = 2;
  private static final int NUMBER = 3;
  private static final int VIEW_TYPE = 4;
  private static final int KEY = 5;
  private static final int CREATED_AT = 6;
  private static final int SETTLED_AT = 7;
  private static final int DISABLED_AT = 8;
  private static final int SHARDS = 9;

  private static final int SHARD_ID = 1;
  private static final int PARENT_ID = 2;
  private static final int FIRST_SEQUENCE = 3;
  private static final int LAST_SEQUENCE = 4;
  private static final int OPENED_AT = 5;
  private static final int CLOSED_AT = 6;
  private static final int FROM_HASH = 7;
  private static final int TO_HASH = 8;

  StreamFormat() {
    super(RowKind.STREAM);
  }

  @Override
  void write(StreamDefinition stream, RowOutput out) {
    MemberWriter members = new MemberWriter(out, stream.unknown());
    members.text(TABLE_NAME, stream.tableName());
    members.text(LABEL, stream.label());
    members.number(NUMBER, stream.number());
    members.text(VIEW_TYPE, stream.viewType());
    members.structure(KEY, stream.key(), Structures::key);
    members.instant(CREATED_AT, stream.createdAt());
    members.instant(SETTLED_AT, stream.settledAt());
    members.instantOrNull(DISABLED_AT, stream.disabledAt());
    members.definitions(SHARDS, stream.shards(), Shard::unknown, StreamFormat::shard);
    members.end();
  }

  private static void shard(Shard shard, MemberWriter members) {
    members.text(SHARD_ID, shard.id());
    members.textOrNull(PARENT_ID, shard.parentId());
    members.number(FIRST_SEQUENCE, shard.firstSequence());
    members.numberOrNull(LAST_SEQUENCE, shard.lastSequence());
    members.instant(OPENED_AT, shard.openedAt());
    members.instantOrNull(CLOSED_AT, shard.closedAt());
    members.number(FROM_HASH, shard.fromHash());
    members.number(TO_HASH, shard.toHash());
  }

  @Override
  StreamDefinition read(byte[] key, MemberReader in) {
    return new StreamDefinition(
        in.text(TABLE_NAME),
        in.text(LABEL),
        in.smallNumber(NUMBER),
        in.text(VIEW_TYPE),
        in.structure(KEY, Structures::key),
        in.instant(CREATED_AT),
        in.instant(SETTLED_AT),
        in.instantOrNull(DISABLED_AT),
        in.definitions(SHARDS, StreamFormat::shard),
        in.end());
  }

  private static Shard shard(MemberReader in) {
    return new Shard(
        in.text(SHARD_ID),
        in.textOrNull(PARENT_ID),
        in.number(FIRST_SEQUENCE),
        in.numberOrNull(LAST_SEQUENCE),
        in.instant(OPENED_AT),
        in.instantOrNull(CLOSED_AT),
        in.number(FROM_HASH),
        in.number(TO_HASH),
        in.end());
  }
}
