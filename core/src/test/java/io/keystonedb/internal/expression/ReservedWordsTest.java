package io.keystonedb.internal.expression;

import static io.keystonedb.internal.expression.Requests.condition;
import static io.keystonedb.internal.expression.Requests.errorOf;
import static io.keystonedb.internal.expression.Requests.projection;
import static io.keystonedb.internal.expression.Requests.update;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReservedWordsTest {

  @Test
  void thereAre573() {
    assertThat(ReservedWords.count()).isEqualTo(573);
  }

  @Test
  void theCaseDoesNotMatter() {
    assertThat(ReservedWords.isReserved("status")).isTrue();
    assertThat(ReservedWords.isReserved("Status")).isTrue();
    assertThat(ReservedWords.isReserved("ABORT")).isTrue();
    assertThat(ReservedWords.isReserved("zone")).isTrue();
    assertThat(ReservedWords.isReserved("state1")).isFalse();
    assertThat(ReservedWords.isReserved("remove")).isFalse();
  }

  @Test
  void anUnaliasedReservedWordIsRefusedInEveryKindOfExpressionAsItWasWritten() {
    String text = "Attribute name is a reserved keyword; reserved keyword: ";

    assertThat(errorOf(() -> condition("Status = :v", ":v", 1)))
        .isEqualTo("Invalid ConditionExpression: " + text + "Status");
    assertThat(errorOf(() -> update("SET a.name = :v", ":v", 1)))
        .isEqualTo("Invalid UpdateExpression: " + text + "name");
    assertThat(errorOf(() -> projection("a, b[0].Size")))
        .isEqualTo("Invalid ProjectionExpression: " + text + "Size");
  }

  @Test
  void anAliasMakesAReservedWordUsable() {
    assertThat(condition("#s = :v", "#s", "status", ":v", 1).paths())
        .containsExactly(Path.of("status"));
  }
}
