package io.keystonedb.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.model.ParameterizedStatement;
import io.keystonedb.internal.model.Put;
import io.keystonedb.internal.model.Shapes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentDigestTest {
  private static String of(Value value) {
    return ContentDigest.of(new Shape.AttributeValue(), Decoded.of(value));
  }

  private static String of(Value... parameters) {
    return ContentDigest.of(
        ParameterizedStatement.SHAPE,
        new ParameterizedStatement("s", Arrays.stream(parameters).map(Decoded::of).toList(), null));
  }

  private static void assertDistinct(String... digests) {
    assertThat(new HashSet<>(List.of(digests))).hasSize(digests.length);
  }

  @Test
  void isASha256OfItsContent() {
    assertThat(of(Value.string("x"))).matches("[0-9a-f]{64}").isEqualTo(of(Value.string("x")));
  }

  @Test
  void equalValuesHaveAnEqualDigestHoweverTheyAreWritten() {
    assertThat(of(Value.number("1.50e2"))).isEqualTo(of(Value.number("150")));
    assertThat(of(Value.stringSet("a", "b"))).isEqualTo(of(Value.stringSet("b", "a")));
    assertThat(of(Value.numberSet("10", "9.0"))).isEqualTo(of(Value.numberSet("9", "1e1")));
    assertThat(of(Value.binarySet(new byte[] {-1}, new byte[] {1, 2})))
        .isEqualTo(of(Value.binarySet(new byte[] {1, 2}, new byte[] {-1})));
    assertThat(of(Value.map(Item.builder().bool("a", true).number("b", 1).build())))
        .isEqualTo(of(Value.map(Item.builder().number("b", 1).bool("a", true).build())));
  }

  @Test
  void valuesThatDifferHaveDigestsThatDiffer() {
    Value one = Value.string("1");
    assertDistinct(
        of(one),
        of(Value.string("2")),
        of(Value.string("")),
        of(Value.number(1)),
        of(Value.number(-1)),
        of(Value.binary(new byte[] {'1'})),
        of(Value.binary(new byte[] {'2'})),
        of(Value.bool(true)),
        of(Value.bool(false)),
        of(Value.nul()),
        of(Value.list(one)),
        of(Value.list(one, one)),
        of(Value.list()),
        of(Value.list(Value.list(), one)),
        of(Value.list(one, Value.list())),
        of(Value.list(Value.list(one))),
        of(Value.map(Map.of())),
        of(Value.map(Map.of("a", one))),
        of(Value.map(Map.of("b", one))),
        of(Value.map(Map.of("a", Value.string("2")))),
        of(Value.stringSet("1")),
        of(Value.stringSet("1", "2")),
        of(Value.numberSet(1)),
        of(Value.binarySet(new byte[] {'1'})));
  }

  @Test
  void whatStandsBesideEachOtherDoesNotRunTogether() {
    assertDistinct(
        of(Value.string("ab"), Value.string("c")),
        of(Value.string("a"), Value.string("bc")),
        of(Value.string("abc")),
        of(Value.string("c"), Value.string("ab")));
    // Lone surrogates are different texts, though UTF-8 has no bytes for either.
    assertDistinct(of(Value.string("\ud800")), of(Value.string("\ud801")), of(Value.string("?")));
  }

  @Test
  void largeContentCountsToItsEnd() {
    String large = "x".repeat(100_000);

    assertDistinct(of(Value.string(large)), of(Value.string(large + "y")));
    assertDistinct(
        of(Value.string(large + "y"), Value.binary(new byte[10_000])),
        of(Value.string(large + "z"), Value.binary(new byte[10_000])),
        of(Value.string(large + "y"), Value.binary(new byte[10_001])));
  }

  @Test
  void membersCountByTheirNamesAndMapsByTheirKeys() {
    Decoded<Item> item = Decoded.of(Item.builder().string("id", "a").build());
    Map<String, String> names = new LinkedHashMap<>();
    names.put("#a", "x");
    names.put("#b", "y");
    Map<String, String> reversed = new LinkedHashMap<>();
    reversed.put("#b", "y");
    reversed.put("#a", "x");
    Map<String, String> others = Map.of("#a", "y", "#b", "x");

    assertThat(put(item, null, names)).isEqualTo(put(item, null, reversed));
    assertDistinct(
        put(item, null, names),
        put(item, null, others),
        put(item, null, null),
        put(item, null, Map.of()),
        put(item, "c", null),
        put(null, "c", null));
    assertDistinct(
        ContentDigest.of(Put.SHAPE, new Put(item, "t", "NONE", null, null, null)),
        ContentDigest.of(Put.SHAPE, new Put(item, "t", null, null, null, "NONE")),
        ContentDigest.of(Put.SHAPE, new Put(null, "t", "NONE", null, item, null)),
        ContentDigest.of(Put.SHAPE, new Put(null, "u", "NONE", null, item, null)));
  }

  private static String put(
      Decoded<Item> item, String condition, Map<String, String> expressionAttributeNames) {
    return ContentDigest.of(
        Put.SHAPE, new Put(item, "t", condition, expressionAttributeNames, null, null));
  }

  @Test
  void malformedValuesCountByWhatIsWrong() {
    Set<String> digests = new HashSet<>();
    for (MalformedValue malformed :
        List.of(
            new MalformedValue("a", MalformedValue.Kind.NUMBER, "m"),
            new MalformedValue("b", MalformedValue.Kind.NUMBER, "m"),
            new MalformedValue("a", MalformedValue.Kind.NAME, "m"),
            new MalformedValue("a", MalformedValue.Kind.NUMBER, "n"))) {
      digests.add(ContentDigest.of(Shapes.ATTRIBUTE_MAP, Decoded.<Item>malformed(malformed)));
    }

    assertThat(digests).hasSize(4);
  }
}
