package io.keystonedb.sdk.support;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A place of a request that says which tables and items it is about. Immutable. */
final class RequestPlace {
  private final SdkMember member;
  private final Meaning meaning;
  private final @Nullable ItemAccess access;
  private final boolean isRepeated;
  private final RequestPlace[] inside; // an array, because it is walked for each item of a batch

  /** What a member says. */
  @FunctionalInterface
  private interface Meaning {
    void tell(RequestPlace place, SdkPojo shape, String table, RequestVisitor visitor);
  }

  private RequestPlace(
      String member,
      @Nullable ItemAccess access,
      boolean isRepeated,
      Meaning meaning,
      RequestPlace... inside) {
    this.member = new SdkMember(member);
    this.access = access;
    this.isRepeated = isRepeated;
    this.meaning = meaning;
    this.inside = inside.clone();
  }

  /**
   * Tells what the place says.
   *
   * @param shape the structure that has the member
   * @param table the table that the structure is about; empty if that is not known yet
   */
  void visit(SdkPojo shape, String table, RequestVisitor visitor) {
    meaning.tell(this, shape, table, visitor);
  }

  private void visitInside(SdkPojo shape, String table, RequestVisitor visitor) {
    for (RequestPlace place : inside) {
      place.visit(shape, table, visitor);
    }
  }

  /** This place and all inside. */
  Stream<RequestPlace> all() {
    return Stream.concat(Stream.of(this), Stream.of(inside).flatMap(RequestPlace::all));
  }

  /** What is done with the items that it names; null if it names none. */
  @Nullable ItemAccess access() {
    return access;
  }

  /** Whether there may be any number of what is inside. */
  boolean isRepeated() {
    return isRepeated;
  }

  /** The name or ARN of a table, and places of the same structure that are about the table. */
  static RequestPlace table(String member, RequestPlace... inside) {
    return new RequestPlace(member, null, false, RequestPlace::tellTable, inside);
  }

  private static void tellTable(
      RequestPlace place, SdkPojo shape, String outer, RequestVisitor visitor) {
    String sent = place.member.string(shape);
    String table = sent == null ? "" : TableArns.tableName(sent);
    visitor.table(table);
    place.visitInside(shape, table, visitor);
  }

  /** A map from tables to structures or lists of structures about them. */
  static RequestPlace byTable(String member, RequestPlace... inside) {
    return new RequestPlace(member, null, true, RequestPlace::tellByTable, inside);
  }

  private static void tellByTable(
      RequestPlace place, SdkPojo shape, String outer, RequestVisitor visitor) {
    for (Map.Entry<String, Object> entry : place.member.map(shape).entrySet()) {
      String table = TableArns.tableName(entry.getKey());
      visitor.table(table);
      if (entry.getValue() instanceof List<?> list) {
        list.forEach(each -> place.visitInside((SdkPojo) each, table, visitor));
      } else {
        place.visitInside((SdkPojo) entry.getValue(), table, visitor);
      }
    }
  }

  /** A list of structures. */
  static RequestPlace each(String member, RequestPlace... inside) {
    return new RequestPlace(
        member,
        null,
        true,
        (place, shape, table, visitor) -> {
          for (SdkPojo each : place.member.structures(shape)) {
            place.visitInside(each, table, visitor);
          }
        },
        inside);
  }

  /** A structure; where it is absent, what is inside is not told. */
  static RequestPlace in(String member, RequestPlace... inside) {
    return new RequestPlace(
        member,
        null,
        false,
        (place, shape, table, visitor) -> {
          SdkPojo structure = place.member.structure(shape);
          if (structure != null) {
            place.visitInside(structure, table, visitor);
          }
        },
        inside);
  }

  /** The name of an index. */
  static RequestPlace index(String member) {
    return new RequestPlace(
        member,
        null,
        false,
        (place, shape, table, visitor) -> {
          String index = place.member.string(shape);
          if (index != null) {
            visitor.index(index);
          }
        });
  }

  /** A key. */
  static RequestPlace key(String member, ItemAccess access) {
    return new RequestPlace(
        member,
        access,
        false,
        (place, shape, table, visitor) -> visitor.key(table, place.item(shape), access));
  }

  /** A list of keys of items that are read. */
  static RequestPlace keys(String member) {
    return new RequestPlace(
        member,
        ItemAccess.READ,
        true,
        (place, shape, table, visitor) -> {
          for (Map<String, AttributeValue> key : place.member.items(shape)) {
            visitor.key(table, key, ItemAccess.READ);
          }
        });
  }

  /** A whole item that is put. */
  static RequestPlace item(String member) {
    return new RequestPlace(
        member,
        ItemAccess.PUT,
        false,
        (place, shape, table, visitor) -> visitor.item(table, place.item(shape)));
  }

  /** A statement. */
  static RequestPlace statement(String member) {
    return new RequestPlace(
        member,
        null,
        false,
        (place, shape, table, visitor) -> {
          String text = place.member.string(shape);
          visitor.statement(text == null ? "" : text);
        });
  }

  private Map<String, AttributeValue> item(SdkPojo shape) {
    Map<String, AttributeValue> item = member.item(shape);
    return item == null ? Map.of() : item;
  }
}
