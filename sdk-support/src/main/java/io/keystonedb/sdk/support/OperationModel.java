package io.keystonedb.sdk.support;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;

/** What an operation reads and writes, and where its request and its answer say so. Immutable. */
public final class OperationModel {
  private final String name;
  private final OperationKind kind;
  private final AnswerForm answer;
  private final RequestPlace[] places;
  private final boolean takesSeveral;
  private final boolean onlyReplaces;

  OperationModel(String name, OperationKind kind, AnswerForm answer, RequestPlace... places) {
    this.name = name;
    this.kind = kind;
    this.answer = answer;
    this.places = places.clone();
    List<RequestPlace> all = Stream.of(places).flatMap(RequestPlace::all).toList();
    takesSeveral = all.stream().anyMatch(RequestPlace::isRepeated);
    List<ItemAccess> accesses =
        all.stream().map(RequestPlace::access).filter(Objects::nonNull).toList();
    onlyReplaces =
        !accesses.isEmpty()
            && accesses.stream().allMatch(a -> a == ItemAccess.PUT || a == ItemAccess.DELETE);
  }

  /** The service's name of the operation, such as {@code PutItem}. */
  public String name() {
    return name;
  }

  /** What it does. */
  public OperationKind kind() {
    return kind;
  }

  /** Where its answer has items. */
  public AnswerForm answer() {
    return answer;
  }

  /** Whether a request takes any number of items or statements. */
  public boolean takesSeveral() {
    return takesSeveral;
  }

  /**
   * Whether the items that it writes are the same afterwards, whatever they were before. Not so for
   * a transaction: one whose token was used already is answered and not applied.
   */
  public boolean onlyReplaces() {
    return onlyReplaces;
  }

  /**
   * Tells what a request of the operation is about. Nothing is told of an {@linkplain
   * OperationKind#UNKNOWN unknown} operation.
   */
  public void visit(SdkRequest request, RequestVisitor visitor) {
    for (RequestPlace place : places) {
      place.visit(request, "", visitor);
    }
  }

  /** The names of the tables that a request of the operation is about, also those in statements. */
  public Set<String> tables(SdkRequest request) {
    Set<String> tables = new LinkedHashSet<>();
    visit(
        request,
        new RequestVisitor() {
          @Override
          public void table(String table) {
            if (!table.isEmpty()) {
              tables.add(table);
            }
          }

          @Override
          public void statement(String text) {
            tables.addAll(PartiQlStatement.tables(text));
          }
        });
    return tables;
  }

  @Override
  public String toString() {
    return name;
  }
}
