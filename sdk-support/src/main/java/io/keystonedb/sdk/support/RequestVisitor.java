package io.keystonedb.sdk.support;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Is told what a request is about, in the order in which the request names it. Tables are told by
 * their names, also where the request has an ARN.
 */
public interface RequestVisitor {
  /** A table; empty if the request lacks the name. May be told more than once. */
  default void table(String name) {}

  /** An index of the table told last. */
  default void index(String name) {}

  /** An item by its key; empty if the request lacks it. */
  default void key(String table, Map<String, AttributeValue> key, ItemAccess access) {}

  /** An item that is put; empty if the request lacks it. */
  default void item(String table, Map<String, AttributeValue> item) {}

  /** A statement of PartiQL; empty if the request lacks it. */
  default void statement(String text) {}
}
