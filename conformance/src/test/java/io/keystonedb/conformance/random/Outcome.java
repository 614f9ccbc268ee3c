package io.keystonedb.conformance.random;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a request led to.
 *
 * @param error the error's code; empty for an answer
 * @param message the error's text; empty for an answer
 * @param members the members of the answer, or what an error has beside code and text
 * @param effects what the request left behind: items of tables, records of streams
 */
record Outcome(
    String error, String message, Map<String, Object> members, Map<String, Object> effects) {
  private static final String CANCELED = "TransactionCanceledException";

  static Outcome answer(Map<String, Object> members) {
    return new Outcome("", "", members, Map.of());
  }

  /** An error, from the body that the wire protocol has for it. */
  static Outcome error(Map<String, Object> body) {
    Map<String, Object> rest = new TreeMap<>(body);
    String type = String.valueOf(rest.remove("__type"));
    Object small = rest.remove("message");
    Object capital = rest.remove("Message");
    String message = String.valueOf(small == null ? capital : small);
    return new Outcome(type.substring(type.indexOf('#') + 1), message, rest, Map.of());
  }

  boolean isAnswer() {
    return error.isEmpty();
  }

  Outcome withEffects(Map<String, Object> newEffects) {
    return new Outcome(error, message, members, newEffects);
  }

  Outcome withMembers(Map<String, Object> newMembers) {
    return new Outcome(error, message, newMembers, effects);
  }

  /**
   * The outcome in one line without effects: the word answer and its members as JSON, or code and
   * text of an error. A cancelled transaction has its reasons in place of a text.
   */
  String summary() {
    if (isAnswer()) {
      return "answer " + Json.print(members);
    }
    return error + ": " + (error.equals(CANCELED) ? reasons() : message);
  }

  private String reasons() {
    return Json.objects(members, "CancellationReasons").stream()
        .map(reason -> reason.get("Code") + ": " + reason.getOrDefault("Message", ""))
        .map(reason -> reason.equals("None: ") ? "None" : reason)
        .collect(Collectors.joining(" | "));
  }

  /** Everything as one tree, to be compared. */
  Map<String, Object> tree() {
    Map<String, Object> tree = new TreeMap<>(members);
    if (!isAnswer()) {
      tree.put("(error)", error);
      tree.put("(message)", message);
    }
    if (!effects.isEmpty()) {
      tree.put("(effects)", effects);
    }
    return tree;
  }

  @Override
  public String toString() {
    String members = isAnswer() || error.equals(CANCELED) ? " " + Json.print(this.members) : "";
    return (isAnswer() ? "answer" : error + ": " + message) + members;
  }
}
