package io.keystonedb.sdk.support;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A place of a request that says which tables and items it is about. Immutable. */
abstract class RequestPlace {
  final SdkMember member;
  private final RequestPlace[] inside; // an array, because it is walked for each item of a batch

  private RequestPlace(String member, RequestPlace... inside) {
    this.member = new SdkMember(member);
    this.inside = inside.clone();
  }

  /**
   * Tells what the place says.
   *
   * @param shape the structure that has the member
   * @param table the table that the structure is about; empty if that is not known yet
   */
  abstract void visit(SdkPojo shape, String table, RequestVisitor visitor);

  final void visitInside(SdkPojo shape, String table, RequestVisitor visitor) {
    for (RequestPlace place : inside) {
      place.visit(shape, table, visitor);
    }
  }

  /** This place and all inside. */
  final Stream<RequestPlace> all() {
    return Stream.concat(Stream.of(this), Stream.of(inside).flatMap(RequestPlace::all));
  }

  /** What is done with the items that it names; null if it names none. */
  @Nullable ItemAccess access() {
    return null;
  }

  /** Whether it occurs any number of times. */
  boolean isRepeated() {
    return false;
  }

  /** The name or ARN of a table, and places of the same structure that are about the table. */
  static RequestPlace table(String member, RequestPlace... inside) {
    return new RequestPlace(member, inside) {
      @Override
      void visit(SdkPojo shape, String outer, RequestVisitor visitor) {
        String sent = this.member.string(shape);
        String table = sent == null ? "" : TableArns.tableName(sent);
        visitor.table(table);
        visitInside(shape, table, visitor);
      }
    };
  }

  /** A map from tables to structures or lists of structures about them. */
  static RequestPlace byTable(String member, RequestPlace... inside) {
    return new RequestPlace(member, inside) {
      @Override
      void visit(SdkPojo shape, String outer, RequestVisitor visitor) {
        for (Map.Entry<String, Object> entry : this.member.map(shape).entrySet()) {
          String table = TableArns.tableName(entry.getKey());
          visitor.table(table);
          if (entry.getValue() instanceof List<?> list) {
            list.forEach(each -> visitInside((SdkPojo) each, table, visitor));
          } else {
            visitInside((SdkPojo) entry.getValue(), table, visitor);
          }
        }
      }

      @Override
      boolean isRepeated() {
        return true;
      }
    };
  }

  /** A list of structures. */
  static RequestPlace each(String member, RequestPlace... inside) {
    return new RequestPlace(member, inside) {
      @Override
      void visit(SdkPojo shape, String table, RequestVisitor visitor) {
        for (SdkPojo each : this.member.structures(shape)) {
          visitInside(each, table, visitor);
        }
      }

      @Override
      boolean isRepeated() {
        return true;
      }
    };
  }

  /** A structure; what it says does not count where it is absent. */
  static RequestPlace in(String member, RequestPlace... inside) {
    return new RequestPlace(member, inside) {
      @Override
      void visit(SdkPojo shape, String table, RequestVisitor visitor) {
        SdkPojo structure = this.member.structure(shape);
        if (structure != null) {
          visitInside(structure, table, visitor);
        }
      }
    };
  }

  /** The name of an index. */
  static RequestPlace index(String member) {
    return new RequestPlace(member) {
      @Override
      void visit(SdkPojo shape, String table, RequestVisitor visitor) {
        String index = this.member.string(shape);
        if (index != null) {
          visitor.index(index);
        }
      }
    };
  }

  /** A key. */
  static RequestPlace key(String member, ItemAccess access) {
    return new RequestPlace(member) {
      @Override
      void visit(SdkPojo shape, String table, RequestVisitor visitor) {
        visitor.key(table, orEmpty(this.member.item(shape)), access);
      }

      @Override
      ItemAccess access() {
        return access;
      }
    };
  }

  /** A list of keys of items that are read. */
  static RequestPlace keys(String member) {
    return new RequestPlace(member) {
      @Override
      void visit(SdkPojo shape, String table, RequestVisitor visitor) {
        for (Map<String, AttributeValue> key : this.member.items(shape)) {
          visitor.key(table, key, ItemAccess.READ);
        }
      }

      @Override
      ItemAccess access() {
        return ItemAccess.READ;
      }
    };
  }

  /** A whole item that is put. */
  static RequestPlace item(String member) {
    return new RequestPlace(member) {
      @Override
      void visit(SdkPojo shape, String table, RequestVisitor visitor) {
        visitor.item(table, orEmpty(this.member.item(shape)));
      }

      @Override
      ItemAccess access() {
        return ItemAccess.PUT;
      }
    };
  }

  /** A statement. */
  static RequestPlace statement(String member) {
    return new RequestPlace(member) {
      @Override
      void visit(SdkPojo shape, String table, RequestVisitor visitor) {
        String text = this.member.string(shape);
        visitor.statement(text == null ? "" : text);
      }
    };
  }

  private static Map<String, AttributeValue> orEmpty(@Nullable Map<String, AttributeValue> item) {
    return item == null ? Map.of() : item;
  }
}
