package io.keystonedb.internal.codec;

import io.keystonedb.ValueType;
import io.keystonedb.internal.engine.PendingChange;
import io.keystonedb.internal.engine.TableStream;
import io.keystonedb.internal.engine.ThroughputHistory;
import io.keystonedb.internal.engine.TimeToLive;
import io.keystonedb.internal.model.AttributeDefinition;
import io.keystonedb.internal.model.OnDemandThroughput;
import io.keystonedb.internal.model.Projection;
import io.keystonedb.internal.model.ProvisionedThroughput;
import io.keystonedb.internal.model.SSESpecification;
import io.keystonedb.internal.model.Tag;
import io.keystonedb.internal.model.WarmThroughput;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;

/**
 * The structures inside of definitions. No release adds a member to one of them: a new member goes
 * to the definition, which keeps members that it does not know.
 */
final class Structures {
  private static final ValueType[] KEY_TYPES = {ValueType.S, ValueType.N, ValueType.B};

  private Structures() {}

  static void key(KeyAttributes key, MemberWriter out) {
    out.list(1, key.partition(), Structures::keyAttribute);
    out.list(2, key.sort(), Structures::keyAttribute);
    out.flag(3, key.sortOptional());
  }

  static KeyAttributes key(MemberReader in) {
    return new KeyAttributes(
        in.list(1, Structures::keyAttribute), in.list(2, Structures::keyAttribute), in.flag(3));
  }

  private static void keyAttribute(KeyAttribute attribute, RowOutput out) {
    out.text(attribute.name());
    out.raw(
        switch (attribute.type()) {
          case S -> 0;
          case N -> 1;
          default -> 2;
        });
  }

  private static KeyAttribute keyAttribute(RowInput in) {
    String name = in.text();
    int type = in.raw();
    if (type >= KEY_TYPES.length) {
      throw in.corrupt("a key attribute of the unknown type " + type);
    }
    return new KeyAttribute(name, KEY_TYPES[type]);
  }

  static void attribute(AttributeDefinition attribute, MemberWriter out) {
    out.textOrNull(1, attribute.attributeName());
    out.textOrNull(2, attribute.attributeType());
  }

  static AttributeDefinition attribute(MemberReader in) {
    return new AttributeDefinition(in.textOrNull(1), in.textOrNull(2));
  }

  static void tag(Tag tag, MemberWriter out) {
    out.textOrNull(1, tag.key());
    out.textOrNull(2, tag.value());
  }

  static Tag tag(MemberReader in) {
    return new Tag(in.textOrNull(1), in.textOrNull(2));
  }

  static void pending(PendingChange pending, MemberWriter out) {
    out.text(1, pending.status());
    out.instant(2, pending.until());
  }

  static PendingChange pending(MemberReader in) {
    return new PendingChange(in.text(1), in.instant(2));
  }

  static void timeToLive(TimeToLive timeToLive, MemberWriter out) {
    out.text(1, timeToLive.attribute());
    out.flag(2, timeToLive.enabled());
    out.instantOrNull(3, timeToLive.changedAt());
    out.number(4, timeToLive.order());
  }

  static TimeToLive timeToLive(MemberReader in) {
    return new TimeToLive(in.text(1), in.flag(2), in.instantOrNull(3), in.smallNumber(4));
  }

  static void provisioned(ProvisionedThroughput throughput, MemberWriter out) {
    out.numberOrNull(1, throughput.readCapacityUnits());
    out.numberOrNull(2, throughput.writeCapacityUnits());
  }

  static ProvisionedThroughput provisioned(MemberReader in) {
    Long read = in.numberOrNull(1);
    return new ProvisionedThroughput(in.numberOrNull(2), read);
  }

  static void history(ThroughputHistory history, MemberWriter out) {
    out.instantOrNull(1, history.lastIncrease());
    out.instantOrNull(2, history.lastDecrease());
    out.number(3, history.decreases());
  }

  static ThroughputHistory history(MemberReader in) {
    return new ThroughputHistory(in.instantOrNull(1), in.instantOrNull(2), in.number(3));
  }

  static void onDemand(OnDemandThroughput throughput, MemberWriter out) {
    out.numberOrNull(1, throughput.maxReadRequestUnits());
    out.numberOrNull(2, throughput.maxWriteRequestUnits());
  }

  static OnDemandThroughput onDemand(MemberReader in) {
    return new OnDemandThroughput(in.numberOrNull(1), in.numberOrNull(2));
  }

  static void warm(WarmThroughput throughput, MemberWriter out) {
    out.numberOrNull(1, throughput.readUnitsPerSecond());
    out.numberOrNull(2, throughput.writeUnitsPerSecond());
  }

  static WarmThroughput warm(MemberReader in) {
    return new WarmThroughput(in.numberOrNull(1), in.numberOrNull(2));
  }

  static void stream(TableStream stream, MemberWriter out) {
    out.number(1, stream.number());
    out.text(2, stream.label());
    out.text(3, stream.viewType());
    out.flag(4, stream.enabled());
  }

  static TableStream stream(MemberReader in) {
    return new TableStream(in.smallNumber(1), in.text(2), in.text(3), in.flag(4));
  }

  static void encryption(SSESpecification encryption, MemberWriter out) {
    out.flagOrNull(1, encryption.enabled());
    out.textOrNull(2, encryption.sseType());
    out.textOrNull(3, encryption.kmsMasterKeyId());
  }

  static SSESpecification encryption(MemberReader in) {
    return new SSESpecification(in.flagOrNull(1), in.textOrNull(2), in.textOrNull(3));
  }

  static void projection(Projection projection, MemberWriter out) {
    out.textOrNull(1, projection.projectionType());
    out.listOrNull(2, projection.nonKeyAttributes(), (name, part) -> part.text(name));
  }

  static Projection projection(MemberReader in) {
    return new Projection(in.textOrNull(1), in.listOrNull(2, RowInput::text));
  }
}
