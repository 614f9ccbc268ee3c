package io.keystonedb.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.RequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** What requests are about, as far as it matters to two sides. */
class RequestFactsTest {
  private static final String ARN = "arn:aws:dynamodb:eu-west-1:123456789012:table/users";

  @Test
  void theKeysOfATransactionAreKnownWithWhatItDeletes() {
    RequestFacts facts =
        facts(
            TransactWriteItemsRequest.builder()
                .transactItems(
                    TransactWriteItem.builder().delete(d -> d.tableName(ARN).key(key("a"))).build(),
                    TransactWriteItem.builder()
                        .conditionCheck(c -> c.tableName("users").key(key("b")))
                        .build())
                .build());

    assertThat(facts.kind()).isEqualTo(OperationClass.WRITE);
    assertThat(facts.tables()).containsExactly("users");
    assertThat(facts.keys())
        .containsExactly(TableKey.of("users", key("a")), TableKey.of("users", key("b")));
    assertThat(facts.deletedKeys()).containsExactly(TableKey.of("users", key("a")));
    assertThat(facts.allKeys()).isTrue();
  }

  @Test
  void theItemsOfAQueryAreNotKnown() {
    RequestFacts facts =
        facts(QueryRequest.builder().tableName("users").indexName("by-age").build());

    assertThat(facts.kind()).isEqualTo(OperationClass.READ);
    assertThat(facts.index()).isEqualTo("by-age");
    assertThat(facts.allKeys()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT * FROM a, /* why */ select * FROM b, READ",
    "SELECT * FROM a, DELETE FROM b WHERE id = 1, WRITE",
    "'', SELECT * FROM a, WRITE"
  })
  void statementsReadIfAllDo(String one, String other, OperationClass kind) {
    RequestFacts facts =
        facts(
            BatchExecuteStatementRequest.builder()
                .statements(
                    BatchStatementRequest.builder().statement(one).build(),
                    BatchStatementRequest.builder().statement(other).build())
                .build());

    assertThat(facts.kind()).isEqualTo(kind);
  }

  @Test
  void definitionsOfTablesAreForBothAndDescriptionsForThePrimary() {
    assertThat(facts(UpdateTableRequest.builder().tableName("users").build()).kind())
        .isEqualTo(OperationClass.TABLE);
    assertThat(facts(DescribeTableRequest.builder().tableName("users").build()).kind())
        .isEqualTo(OperationClass.OTHER);
  }

  @Test
  void whatIsNotKnownIsForThePrimaryAlone() {
    RequestFacts facts = facts(new NewRequest());

    assertThat(facts.operation()).isEqualTo("New");
    assertThat(facts.kind()).isEqualTo(OperationClass.OTHER);
  }

  private static RequestFacts facts(SdkRequest request) {
    return RequestFacts.of(request, new TableInfos(describe -> new Outcome(null, null)));
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of("id", AttributeValue.builder().s(id).build());
  }

  /** A request of an operation that no release of the SDK has. */
  private static final class NewRequest extends SdkRequest {
    @Override
    public Optional<RequestOverrideConfiguration> overrideConfiguration() {
      return Optional.empty();
    }

    @Override
    public Builder toBuilder() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<SdkField<?>> sdkFields() {
      return List.of();
    }
  }
}
