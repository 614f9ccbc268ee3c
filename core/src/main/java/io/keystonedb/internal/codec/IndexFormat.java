package io.keystonedb.internal.codec;

import io.keystonedb.internal.engine.IndexDefinition;
import io.keystonedb.internal.model.Projection;
import io.keystonedb.internal.value.KeyAttributes;

/** Definitions of indexes inside of those of their tables. */
final class IndexFormat {
  private static final int NAME = 1;
  private static final int NUMBER = 2;
  private static final int GLOBAL = 3;
  private static final int KEY = 4;
  private static final int PROJECTION = 5;
  private static final int THROUGHPUT = 6;
  private static final int THROUGHPUT_HISTORY = 7;
  private static final int ON_DEMAND_THROUGHPUT = 8;
  private static final int WARM_THROUGHPUT = 9;
  private static final int PENDING = 10;

  private IndexFormat() {}

  static void write(IndexDefinition index, MemberWriter members) {
    members.text(NAME, index.name());
    members.number(NUMBER, index.number());
    members.flag(GLOBAL, index.global());
    members.structure(KEY, index.key(), Structures::key);
    members.structure(PROJECTION, index.projection(), Structures::projection);
    members.structureOrNull(THROUGHPUT, index.throughput(), Structures::provisioned);
    members.structure(THROUGHPUT_HISTORY, index.throughputHistory(), Structures::history);
    members.structureOrNull(ON_DEMAND_THROUGHPUT, index.onDemandThroughput(), Structures::onDemand);
    members.structureOrNull(WARM_THROUGHPUT, index.warmThroughput(), Structures::warm);
    members.structureOrNull(PENDING, index.pending(), Structures::pending);
  }

  /**
   * Reads an index.
   *
   * @param tableKey the key of its table
   */
  static IndexDefinition read(MemberReader in, KeyAttributes tableKey) {
    String name = in.text(NAME);
    int number = in.smallNumber(NUMBER);
    boolean global = in.flag(GLOBAL);
    KeyAttributes key = in.structure(KEY, Structures::key);
    Projection projection = in.structure(PROJECTION, Structures::projection);
    return new IndexDefinition(
        name,
        number,
        global,
        key,
        projection,
        IndexDefinition.projected(key, tableKey, projection),
        in.structureOrNull(THROUGHPUT, Structures::provisioned),
        in.structure(THROUGHPUT_HISTORY, Structures::history),
        in.structureOrNull(ON_DEMAND_THROUGHPUT, Structures::onDemand),
        in.structureOrNull(WARM_THROUGHPUT, Structures::warm),
        in.structureOrNull(PENDING, Structures::pending),
        in.end());
  }
}
