package io.keystonedb.internal.codec;

import io.keystonedb.Item;
import io.keystonedb.internal.engine.Job;
import io.keystonedb.internal.engine.RowKind;
import io.keystonedb.internal.engine.RowRange;
import java.util.List;

/**
 * Jobs. A release that cannot read all of a job must not do a part of it, so there are no further
 * members: what is another job has another type.
 */
final class JobFormat extends RowFormat<Job> {
  private static final int TYPE = 1;
  private static final int FROM = 2;
  private static final int TO = 3;
  private static final int TABLE_NAME = 4;
  private static final int TABLE = 5;

  /** The number of the index or of the order of expiry. */
  private static final int NUMBER = 6;

  /** The types of jobs, by their numbers in member {@link #TYPE}. */
  private enum Type {
    REMOVAL,
    INDEX_FILL,
    EXPIRY_FILL
  }

  private static final List<Type> TYPES = List.of(Type.REMOVAL, Type.INDEX_FILL, Type.EXPIRY_FILL);

  JobFormat() {
    super(RowKind.JOB);
  }

  @Override
  void write(Job job, RowOutput out) {
    MemberWriter members = new MemberWriter(out, List.of());
    if (job instanceof Job.Removal removal) {
      write(Type.REMOVAL, removal.range(), members);
    } else if (job instanceof Job.IndexFill fill) {
      write(Type.INDEX_FILL, fill.items(), members);
      write(fill.tableName(), fill.table(), fill.index(), members);
    } else if (job instanceof Job.ExpiryFill fill) {
      write(Type.EXPIRY_FILL, fill.items(), members);
      write(fill.tableName(), fill.table(), fill.order(), members);
    }
  }

  private static void write(Type type, RowRange<?> range, MemberWriter members) {
    members.oneOf(TYPE, type, TYPES);
    members.bytes(FROM, range.from());
    members.bytes(TO, range.to());
  }

  private static void write(String tableName, int table, int number, MemberWriter members) {
    members.text(TABLE_NAME, tableName);
    members.number(TABLE, table);
    members.number(NUMBER, number);
  }

  @Override
  Job read(byte[] key, MemberReader in) {
    Type type = in.oneOf(TYPE, TYPES);
    byte[] from = in.bytes(FROM);
    byte[] to = in.bytes(TO);
    Job job = read(type, from, to, in);
    in.requireEnd();
    return job;
  }

  private static Job read(Type type, byte[] from, byte[] to, MemberReader in) {
    if (type == Type.REMOVAL) {
      return new Job.Removal(new RowRange<>(RowKind.of(from), from, to));
    }
    RowRange<Item> items = new RowRange<>(RowKind.ITEM, from, to);
    String tableName = in.text(TABLE_NAME);
    int table = in.smallNumber(TABLE);
    int number = in.smallNumber(NUMBER);
    return type == Type.INDEX_FILL
        ? new Job.IndexFill(tableName, table, number, items)
        : new Job.ExpiryFill(tableName, table, number, items);
  }
}
