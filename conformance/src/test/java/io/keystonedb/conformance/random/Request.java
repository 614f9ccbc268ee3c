package io.keystonedb.conformance.random;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request of the wire protocol.
 *
 * @param operation the operation, such as {@code PutItem}
 * @param body the body's members, sorted by name
 */
record Request(String operation, Map<String, Object> body) {
  private static final Set<String> OF_STREAMS =
      Set.of("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams");

  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

  /** A request in the form that {@link #toString} prints: the operation, a blank, the body. */
  static Request parse(String text) {
    int blank = text.indexOf(' ');
    return new Request(text.substring(0, blank), Json.parseObject(text.substring(blank + 1)));
  }

  static Request of(String operation, Map<String, Object> body) {
    return new Request(operation, new TreeMap<>(body));
  }

  /** The value of the header that names the operation. */
  String target() {
    return (OF_STREAMS.contains(operation) ? "DynamoDBStreams_20120810." : "DynamoDB_20120810.")
        + operation;
  }

  boolean isWrite() {
    return WRITES.contains(operation);
  }

  /** Whether it creates, changes or describes a table. */
  boolean isAboutTables() {
    return operation.endsWith("Table") || operation.endsWith("TimeToLive");
  }

  /** The given tables that this request names. */
  List<String> tablesOf(Set<String> names) {
    String text = Json.print(body);
    return names.stream().filter(name -> text.contains('"' + name + '"')).sorted().toList();
  }

  /** This request with another value for one member; null removes it. */
  Request with(String member, Object value) {
    Map<String, Object> changed = new TreeMap<>(body);
    if (value == null) {
      changed.remove(member);
    } else {
      changed.put(member, value);
    }
    return new Request(operation, changed);
  }

  @Override
  public String toString() {
    return operation + " " + Json.print(body);
  }
}
