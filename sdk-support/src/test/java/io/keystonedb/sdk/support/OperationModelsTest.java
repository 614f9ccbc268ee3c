package io.keystonedb.sdk.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Holds the table of operations against the clients of the SDK in use. */
class OperationModelsTest {
  /** What these operations find cannot be compared or followed yet, so the table says nothing. */
  private static final Set<String> UNKNOWN = Set.of("SearchVectors");

  private static Stream<Method> operations() {
    return Stream.of(DynamoDbClient.class, DynamoDbStreamsClient.class)
        .flatMap(client -> ClientOperations.of(client).methods().stream());
  }

  @Test
  void everyOperationOfTheSdkHasAModelOrIsListedAsUnknown() {
    Set<String> unknown = new TreeSet<>();
    operations()
        .map(ClientOperations::name)
        .filter(name -> OperationModels.named(name).kind() == OperationKind.UNKNOWN)
        .forEach(unknown::add);

    assertThat(UNKNOWN).containsAll(unknown);
    assertThat(UNKNOWN)
        .allMatch(name -> OperationModels.named(name).kind() == OperationKind.UNKNOWN);
  }

  @Test
  void noOperationHasTwoRows() {
    assertThat(OperationModels.all()).extracting(OperationModel::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyTableThatARequestNamesIsTold(Method operation) {
    FullRequest full = fullRequest(operation);
    OperationModel model = OperationModels.of(full.request());
    Set<String> told = model.tables(full.request());

    boolean isUnknown = model.kind() == OperationKind.UNKNOWN;
    assertThat(told).isEqualTo(isUnknown ? Set.of() : full.tables());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyKeyAndItemOfARequestIsTold(Method operation) {
    FullRequest full = fullRequest(operation);
    List<Map<String, AttributeValue>> told = new ArrayList<>();
    OperationModels.of(full.request())
        .visit(
            full.request(),
            new RequestVisitor() {
              @Override
              public void key(String table, Map<String, AttributeValue> key, ItemAccess access) {
                told.add(key);
              }

              @Override
              public void item(String table, Map<String, AttributeValue> item) {
                told.add(item);
              }
            });

    assertThat(told).containsExactlyInAnyOrderElementsOf(full.items());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void answersHaveTheMembersOfTheirForm(Method operation) {
    SdkPojo answer =
        (SdkPojo) Reflection.staticCall(ClientOperations.responseType(operation), "builder");
    AnswerForm form = OperationModels.named(ClientOperations.name(operation)).answer();
    Stream<String> members =
        switch (form) {
          case NONE -> Stream.of();
          case ITEM -> Stream.of("Item");
          case ATTRIBUTES -> Stream.of("Attributes");
          case ORDERED_PAGE, UNORDERED_PAGE ->
              Stream.of("Items", "Count", "ScannedCount", "LastEvaluatedKey");
          case STATEMENT_PAGE -> Stream.of("Items", "NextToken");
          case ITEMS_BY_TABLE -> Stream.of("Responses", "UnprocessedKeys");
          case ITEM_RESPONSES, STATEMENT_RESPONSES -> Stream.of("Responses");
        };

    assertThat(members).allMatch(member -> new SdkMember(member).isKnownTo(answer));
  }

  private static FullRequest fullRequest(Method operation) {
    return new FullRequest(
        operation.getParameterTypes()[0],
        operation.getDeclaringClass() == DynamoDbStreamsClient.class);
  }

  @Test
  void onlyWhatReplacesItemsWholeLeavesThemTheSameWhateverTheyWere() {
    assertThat(OperationModels.all())
        .filteredOn(OperationModel::onlyReplaces)
        .extracting(OperationModel::name)
        .containsExactlyInAnyOrder("PutItem", "DeleteItem", "BatchWriteItem");
  }

  @Test
  void anOperationThatIsNotInTheTableIsUnknown() {
    OperationModel model = OperationModels.named("FoldTable");

    assertThat(model.name()).isEqualTo("FoldTable");
    assertThat(model.kind()).isEqualTo(OperationKind.UNKNOWN);
  }
}
