package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import io.keystonedb.internal.expression.Comparator;
import io.keystonedb.internal.expression.Condition;
import io.keystonedb.internal.expression.Operand;
import io.keystonedb.internal.expression.Path;
import io.keystonedb.internal.expression.SortRange;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read of a WHERE clause as a key, rather than tested on each item. */
class WhereClauseTest {
  private static final KeyAttribute PK = new KeyAttribute("pk", ValueType.S);
  private static final KeyAttribute SK = new KeyAttribute("sk", ValueType.S);
  private static final KeyAttributes KEY = new KeyAttributes(List.of(PK), List.of(SK));

  private static final Operand A = text("a");
  private static final Operand B = text("b");
  private static final Operand OTHER = attribute("other");

  @Test
  void keyNamedInFullLeavesTheRestToTheItem() {
    Condition rest = equal(OTHER, A);

    WhereClause.SingleKey found =
        clause(rest, equal(B, attribute("sk")), equal(attribute("pk"), A)).singleKey(KEY);

    assertThat(found.key()).isEqualTo(Item.builder().string("pk", "a").string("sk", "b").build());
    assertThat(found.rest()).containsExactly(rest);
  }

  @Test
  void keyIsNotNamedInFullByARange() {
    Condition range = new Condition.Comparison(Comparator.GE, attribute("sk"), A);

    assertThat(clause(equal(attribute("pk"), A), range).singleKey(KEY)).isNull();
    assertThat(clause(equal(attribute("pk"), A)).singleKey(KEY)).isNull();
  }

  @Test
  void secondEqualityOfAKeyAttributeIsFound() {
    WhereClause twice =
        clause(equal(attribute("pk"), A), equal(attribute("sk"), A), equal(attribute("sk"), B));
    WhereClause once = clause(equal(attribute("pk"), A), equal(attribute("sk"), A));

    assertThat(twice.repeated(KEY, twice.singleKey(KEY))).isEqualTo(SK);
    assertThat(once.repeated(KEY, once.singleKey(KEY))).isNull();
  }

  @Test
  void alternativesAreThoseAtTheTop() {
    Condition or = new Condition.Or(List.of(equal(attribute("pk"), A), equal(OTHER, A)));

    assertThat(clause(or).hasAlternatives()).isTrue();
    assertThat(clause(equal(attribute("pk"), A), or).hasAlternatives()).isTrue();
    assertThat(clause(new Condition.Not(or)).hasAlternatives()).isFalse();
  }

  @Test
  void valuesComeFromEqualityInAndAlternatives() {
    assertThat(clause(equal(attribute("pk"), A)).valuesOf(PK)).containsExactly(value("a"));
    assertThat(clause(in(attribute("pk"), B, A, B)).valuesOf(PK))
        .containsExactly(value("a"), value("b"));
    assertThat(
            clause(new Condition.Or(List.of(equal(attribute("pk"), B), in(attribute("pk"), A))))
                .valuesOf(PK))
        .containsExactly(value("a"), value("b"));
  }

  @Test
  void equalityComesBeforeIn() {
    assertThat(clause(in(attribute("pk"), A, B), equal(attribute("pk"), B)).valuesOf(PK))
        .containsExactly(value("b"));
  }

  @Test
  void anyValueIsPossibleWhereAnAlternativeOrACandidateIsNone() {
    Condition mixed = new Condition.Or(List.of(equal(attribute("pk"), A), equal(OTHER, A)));

    assertThat(clause(mixed).valuesOf(PK)).isNull();
    assertThat(clause(in(attribute("pk"), A, OTHER)).valuesOf(PK)).isNull();
    assertThat(clause(in(OTHER, A)).valuesOf(PK)).isNull();
    assertThat(clause(new Condition.AttributeExists(path("pk"))).valuesOf(PK)).isNull();
    assertThat(clause().valuesOf(PK)).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"LT", "LE", "GT", "GE"})
  void rangesComeFromComparisonsWrittenEitherWay(Comparator comparator) {
    SortRange expected =
        new SortRange(SortRange.Operator.valueOf(comparator.name()), value("a"), null);

    assertThat(clause(new Condition.Comparison(comparator, attribute("sk"), A)).rangeOf(SK))
        .isEqualTo(expected);
    assertThat(
            clause(new Condition.Comparison(comparator.mirrored(), A, attribute("sk"))).rangeOf(SK))
        .isEqualTo(expected);
  }

  @Test
  void rangesComeFromBetweenAndBeginsWith() {
    assertThat(clause(new Condition.Between(attribute("sk"), A, B)).rangeOf(SK))
        .isEqualTo(new SortRange(SortRange.Operator.BETWEEN, value("a"), value("b")));
    assertThat(clause(new Condition.BeginsWith(attribute("sk"), A)).rangeOf(SK))
        .isEqualTo(new SortRange(SortRange.Operator.BEGINS_WITH, value("a"), null));
  }

  @Test
  void noRangeComesFromOtherAttributesOtherOperandsOrEquality() {
    assertThat(clause(new Condition.Between(OTHER, A, B)).rangeOf(SK)).isNull();
    assertThat(clause(new Condition.Between(attribute("sk"), OTHER, B)).rangeOf(SK)).isNull();
    assertThat(clause(new Condition.Between(attribute("sk"), A, OTHER)).rangeOf(SK)).isNull();
    assertThat(clause(new Condition.BeginsWith(OTHER, A)).rangeOf(SK)).isNull();
    assertThat(clause(new Condition.BeginsWith(attribute("sk"), OTHER)).rangeOf(SK)).isNull();
    assertThat(clause(new Condition.Comparison(Comparator.LT, OTHER, A)).rangeOf(SK)).isNull();
    assertThat(clause(new Condition.Comparison(Comparator.LT, A, OTHER)).rangeOf(SK)).isNull();
    assertThat(clause(new Condition.Comparison(Comparator.LT, attribute("sk"), OTHER)).rangeOf(SK))
        .isNull();
    assertThat(clause(new Condition.Comparison(Comparator.LT, OTHER, attribute("sk"))).rangeOf(SK))
        .isNull();
    assertThat(clause(new Condition.Comparison(Comparator.NE, attribute("sk"), A)).rangeOf(SK))
        .isNull();
    assertThat(clause(equal(attribute("sk"), A)).rangeOf(SK)).isNull();
    assertThat(clause(new Condition.Comparison(Comparator.LT, nested("sk"), A)).rangeOf(SK))
        .isNull();
  }

  @Test
  void firstOfSeveralRangesCounts() {
    WhereClause two =
        clause(
            new Condition.Comparison(Comparator.GT, attribute("sk"), A),
            new Condition.Comparison(Comparator.LT, attribute("sk"), B));

    assertThat(two.rangeOf(SK)).isEqualTo(new SortRange(SortRange.Operator.GT, value("a"), null));
  }

  @Test
  void valuesOfAnotherTypeAreRefusedInKeysAndRanges() {
    Operand number = new Operand.Literal(Value.number(1));
    String text = "Key attribute's data type should match its data type in table's schema: Key ";

    assertThatThrownBy(() -> clause(equal(attribute("pk"), number)).valuesOf(PK))
        .isInstanceOf(KeystoneException.class)
        .hasMessage(text + "pk");
    assertThatThrownBy(
            () -> clause(equal(attribute("pk"), A), equal(attribute("sk"), number)).singleKey(KEY))
        .isInstanceOf(KeystoneException.class)
        .hasMessage(text + "sk");
    assertThatThrownBy(
            () ->
                clause(
                        new Condition.Comparison(Comparator.GT, attribute("sk"), A),
                        new Condition.Comparison(Comparator.LT, attribute("sk"), number))
                    .rangeOf(SK))
        .isInstanceOf(KeystoneException.class)
        .hasMessage(text + "sk");
  }

  private static WhereClause clause(Condition... parts) {
    return parts.length == 0
        ? WhereClause.of(null)
        : WhereClause.of(parts.length == 1 ? parts[0] : new Condition.And(List.of(parts)));
  }

  private static Condition equal(Operand left, Operand right) {
    return new Condition.Comparison(Comparator.EQ, left, right);
  }

  private static Condition in(Operand operand, Operand... candidates) {
    return new Condition.In(operand, List.of(candidates));
  }

  private static Path path(String name) {
    return new Path(name, List.of());
  }

  private static Operand attribute(String name) {
    return new Operand.Attribute(path(name));
  }

  private static Operand nested(String name) {
    return new Operand.Attribute(new Path(name, List.of(new Path.Index(0))));
  }

  private static Value value(String text) {
    return Value.string(text);
  }

  private static Operand text(String text) {
    return new Operand.Literal(value(text));
  }
}
