package io.keystonedb.conformance.golden;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What comes back for a request, in the same form from every entry point.
 *
 * @param failed whether it is an error
 * @param body the answer; of an error {@code code}, {@code message} where it has one, and what else
 *     it carries
 */
record Reply(boolean failed, Object body) {
  static Reply answer(Object body) {
    return new Reply(false, body);
  }

  /**
   * An error.
   *
   * @param message null if it has none
   * @param details its other members
   */
  static Reply error(String code, String message, Map<String, Object> details) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code);
    if (message != null) {
      body.put("message", message);
    }
    body.putAll(details);
    return new Reply(true, body);
  }

  /** A body of the protocol. */
  static Reply ofWire(int status, String text) {
    Object body = text.isEmpty() ? Map.of() : Json.parse(text);
    if (status == 200) {
      return answer(body);
    }
    Map<String, Object> members = new LinkedHashMap<>();
    ((Map<?, ?>) body).forEach((name, value) -> members.put((String) name, value));
    String type = (String) members.remove("__type");
    Object message = members.remove("message");
    Object capital = members.remove("Message");
    return error(
        type.substring(type.indexOf('#') + 1),
        (String) (message == null ? capital : message),
        members);
  }

  @Override
  public String toString() {
    return (failed ? "error " : "answer ") + Json.describe(body);
  }
}
