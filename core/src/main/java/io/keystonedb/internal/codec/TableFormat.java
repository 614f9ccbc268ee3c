package io.keystonedb.internal.codec;

import io.keystonedb.internal.engine.IndexDefinition;
import io.keystonedb.internal.engine.RowKind;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableSettings;
import io.keystonedb.internal.value.KeyAttributes;
import java.time.Instant;
import java.util.UUID;

/** Definitions of tables. Settings are members of the definition, so that there can be more. */
final class TableFormat extends RowFormat<TableDefinition> {
  private static final int NAME = 1;
  private static final int NUMBER = 2;
  private static final int ID = 3;
  private static final int CREATED_AT = 4;
  private static final int KEY = 5;
  private static final int ATTRIBUTES = 6;
  private static final int INDEXES = 7;
  private static final int LAST_INDEX_NUMBER = 8;
  private static final int THROUGHPUT = 9;
  private static final int THROUGHPUT_HISTORY = 10;
  private static final int ON_DEMAND_SINCE = 11;
  private static final int ON_DEMAND_SWITCHES = 12;
  private static final int ON_DEMAND_THROUGHPUT = 13;
  private static final int WARM_THROUGHPUT = 14;
  private static final int STREAM = 15;
  private static final int ENCRYPTION = 16;
  private static final int TABLE_CLASS = 17;
  private static final int TABLE_CLASS_CHANGED_AT = 18;
  private static final int DELETION_PROTECTION = 19;
  private static final int EXPIRY = 20;
  private static final int TAGS = 21;
  private static final int PENDING = 22;

  TableFormat() {
    super(RowKind.TABLE);
  }

  @Override
  void write(TableDefinition table, RowOutput out) {
    MemberWriter members = new MemberWriter(out, table.unknown());
    members.text(NAME, table.name());
    members.number(NUMBER, table.number());
    members.text(ID, table.id().toString());
    members.instant(CREATED_AT, table.createdAt());
    members.structure(KEY, table.key(), Structures::key);
    members.structures(ATTRIBUTES, table.attributes(), Structures::attribute);
    members.definitions(INDEXES, table.indexes(), IndexDefinition::unknown, IndexFormat::write);
    members.number(LAST_INDEX_NUMBER, table.lastIndexNumber());
    write(table.settings(), members);
    members.structureOrNull(EXPIRY, table.expiry(), Structures::timeToLive);
    members.structures(TAGS, table.tags(), Structures::tag);
    members.structureOrNull(PENDING, table.pending(), Structures::pending);
    members.end();
  }

  private static void write(TableSettings settings, MemberWriter members) {
    members.structureOrNull(THROUGHPUT, settings.throughput(), Structures::provisioned);
    members.structure(THROUGHPUT_HISTORY, settings.throughputHistory(), Structures::history);
    members.instantOrNull(ON_DEMAND_SINCE, settings.onDemandSince());
    members.list(ON_DEMAND_SWITCHES, settings.onDemandSwitches(), MemberWriter::instant);
    members.structureOrNull(
        ON_DEMAND_THROUGHPUT, settings.onDemandThroughput(), Structures::onDemand);
    members.structureOrNull(WARM_THROUGHPUT, settings.warmThroughput(), Structures::warm);
    members.structureOrNull(STREAM, settings.stream(), Structures::stream);
    members.structureOrNull(ENCRYPTION, settings.encryption(), Structures::encryption);
    members.textOrNull(TABLE_CLASS, settings.tableClass());
    members.instantOrNull(TABLE_CLASS_CHANGED_AT, settings.tableClassChangedAt());
    members.flag(DELETION_PROTECTION, settings.deletionProtection());
  }

  @Override
  TableDefinition read(byte[] key, MemberReader in) {
    String name = in.text(NAME);
    int number = in.smallNumber(NUMBER);
    UUID id = UUID.fromString(in.text(ID));
    Instant createdAt = in.instant(CREATED_AT);
    KeyAttributes attributes = in.structure(KEY, Structures::key);
    return new TableDefinition(
        name,
        number,
        id,
        createdAt,
        attributes,
        in.structures(ATTRIBUTES, Structures::attribute),
        in.definitions(INDEXES, index -> IndexFormat.read(index, attributes)),
        in.smallNumber(LAST_INDEX_NUMBER),
        settings(in),
        in.structureOrNull(EXPIRY, Structures::timeToLive),
        in.structures(TAGS, Structures::tag),
        in.structureOrNull(PENDING, Structures::pending),
        in.end());
  }

  private static TableSettings settings(MemberReader in) {
    return new TableSettings(
        in.structureOrNull(THROUGHPUT, Structures::provisioned),
        in.structure(THROUGHPUT_HISTORY, Structures::history),
        in.instantOrNull(ON_DEMAND_SINCE),
        in.list(ON_DEMAND_SWITCHES, MemberReader::instant),
        in.structureOrNull(ON_DEMAND_THROUGHPUT, Structures::onDemand),
        in.structureOrNull(WARM_THROUGHPUT, Structures::warm),
        in.structureOrNull(STREAM, Structures::stream),
        in.structureOrNull(ENCRYPTION, Structures::encryption),
        in.textOrNull(TABLE_CLASS),
        in.instantOrNull(TABLE_CLASS_CHANGED_AT),
        in.flag(DELETION_PROTECTION));
  }
}
