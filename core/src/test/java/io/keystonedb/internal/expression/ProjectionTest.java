package io.keystonedb.internal.expression;

import static io.keystonedb.internal.expression.Requests.errorOf;
import static io.keystonedb.internal.expression.Requests.projection;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {
  private static final Item ITEM =
      Item.builder()
          .string("pk", "p")
          .list(
              "l",
              Value.map(Map.of("a", Value.number(1), "b", Value.number(2), "c", Value.number(3))),
              Value.number(20),
              Value.number(30))
          .map("m", Map.of("x", Value.map(Map.of("y", Value.number(9))), "z", Value.number(8)))
          .build();

  @Test
  void namesSelectAttributesAndAbsentOnesAreDropped() {
    assertThat(projection("pk, gone").apply(ITEM))
        .isEqualTo(Item.builder().string("pk", "p").build());
    assertThat(projection("gone.a, lost[1]").apply(ITEM)).isEmpty();
  }

  @Test
  void listsAreDenseAndInTheOrderOfTheListWhateverTheRequestSays() {
    assertThat(projection("l[2], l[1], l[9]").apply(ITEM))
        .isEqualTo(Item.builder().list("l", Value.number(20), Value.number(30)).build());
  }

  @Test
  void pathsIntoOneElementMerge() {
    assertThat(projection("l[0].b, l[0].a").apply(ITEM))
        .isEqualTo(
            Item.builder()
                .list("l", Value.map(Map.of("a", Value.number(1), "b", Value.number(2))))
                .build());
  }

  @Test
  void mapsKeepOnlyWhatIsAskedFor() {
    assertThat(projection("m.x.y, m.gone").apply(ITEM))
        .isEqualTo(
            Item.builder().map("m", Map.of("x", Value.map(Map.of("y", Value.number(9))))).build());
    assertThat(projection("m.z.y").apply(ITEM)).isEmpty();
  }

  @Test
  void topLevelAttributesAreTheBeginningsOfThePaths() {
    assertThat(projection("m.x.y, pk, m.z").topLevelAttributes()).containsExactly("m", "pk");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a, a | overlap | [a] | [a]",
        "a, b, a.b | overlap | [a] | [a, b]",
        "a.b[0].c, a.b | overlap | [a, b, [0], c] | [a, b]",
        "a[1], a[1] | overlap | [a, [1]] | [a, [1]]",
        "a.b, a[0] | conflict | [a, b] | [a, [0]]",
        "a[0].x, a.y.z | conflict | [a, [0], x] | [a, y, z]",
      })
  void pathsDontStandInEachOthersWay(String text, String what, String one, String two) {
    assertThat(errorOf(() -> projection(text)))
        .isEqualTo(
            "Invalid ProjectionExpression: Two document paths "
                + what
                + " with each other; must remove or rewrite one of these paths; path one: "
                + one
                + ", path two: "
                + two);
  }

  @Test
  void overlapIsJudgedAndPrintedOnResolvedNames() {
    assertThat(errorOf(() -> projection("#a.x, alpha", "#a", "alpha")))
        .endsWith("path one: [alpha, x], path two: [alpha]");
    assertThat(projection("#a.x, #a.y", "#a", "a.b").paths()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a, | <EOF> | ,",
        "!! | ! | !!",
        "a b | b | a b",
        "a,,b | , | ,,b",
        ":v | :v | :v",
        "f(a) | ( | f(a"
      })
  void syntaxErrorsShowTheTokenAndItsNeighbours(String text, String token, String near) {
    assertThat(errorOf(() -> projection(text)))
        .isEqualTo(
            "Invalid ProjectionExpression: Syntax error; token: \""
                + token
                + "\", near: \""
                + near
                + "\"");
  }
}
