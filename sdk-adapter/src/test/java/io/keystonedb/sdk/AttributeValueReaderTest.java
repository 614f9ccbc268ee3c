package io.keystonedb.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.shape.MalformedValue.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AttributeValueReaderTest {

  @Test
  void readsEveryDatatype() {
    assertThat(read(value().s("text"))).isEqualTo(Value.string("text"));
    assertThat(read(value().s(""))).isEqualTo(Value.string(""));
    assertThat(read(value().n("1.50"))).isEqualTo(Value.number("1.5"));
    assertThat(read(value().b(bytes(1, 2)))).isEqualTo(Value.binary(new byte[] {1, 2}));
    assertThat(read(value().bool(false))).isEqualTo(Value.bool(false));
    assertThat(read(value().nul(true))).isEqualTo(Value.nul());
    assertThat(read(value().ss("a", "b"))).isEqualTo(Value.stringSet("b", "a"));
    assertThat(read(value().ns("1", "2"))).isEqualTo(Value.numberSet(2, 1));
    assertThat(read(value().bs(bytes(1), bytes(2))))
        .isEqualTo(Value.binarySet(new byte[] {2}, new byte[] {1}));
    assertThat(read(value().l(value().s("x").build(), value().n("1").build())))
        .isEqualTo(Value.list(Value.string("x"), Value.number(1)));
    assertThat(read(value().m(Map.of("k", value().s("v").build()))))
        .isEqualTo(Value.map(Map.of("k", Value.string("v"))));
  }

  @Test
  void readsEmptyListsAndMapsAsValues() {
    assertThat(read(value().l(List.of()))).isEqualTo(Value.list());
    assertThat(read(value().m(Map.of()))).isEqualTo(Value.map(Map.of()));
  }

  @Test
  void copiesBytesSoThatTheCallerCanReuseTheArray() {
    byte[] array = {1};
    AttributeValue sdkValue = value().b(SdkBytes.fromByteArrayUnsafe(array)).build();

    Value read = AttributeValueReader.read(sdkValue, "a").get();
    array[0] = 2;

    assertThat(read).isEqualTo(Value.binary(new byte[] {1}));
  }

  @Test
  void keepsTheOrderOfAttributes() {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    attributes.put("z", value().s("1").build());
    attributes.put("a", value().s("2").build());

    Item item = AttributeValueReader.readItem(attributes).get();

    assertThat(item.keySet()).containsExactly("z", "a");
  }

  @Test
  void takesEntriesWithoutAValueForAbsentAsTheSdkDoesWhenItSends() {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    attributes.put("null", null);
    attributes.put("a", value().s("x").build());

    assertThat(AttributeValueReader.readItem(attributes).get())
        .isEqualTo(Map.of("a", Value.string("x")));
    assertThat(read(value().m(attributes))).isEqualTo(Value.map(Map.of("a", Value.string("x"))));
  }

  @Test
  void refusesAValueWithoutDatatype() {
    String text =
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";

    assertThat(malformed(value())).isEqualTo(new MalformedValue("a", Kind.DATATYPE, text));
    assertThat(AttributeValueReader.read(null, "a").malformed())
        .isEqualTo(new MalformedValue("a", Kind.DATATYPE, text));
    assertThat(malformed(value().l(value().build())).message()).isEqualTo(text);
  }

  @Test
  void refusesTwoDatatypes() {
    assertThat(malformed(value().s("x").n("1")))
        .isEqualTo(
            new MalformedValue(
                "a",
                Kind.DATATYPE,
                "Supplied AttributeValue has more than one datatypes set, "
                    + "must contain exactly one of the supported datatypes"));
  }

  @Test
  void reportsABadNumberBeforeASecondDatatype() {
    assertThat(malformed(value().s("x").n("one")).message())
        .isEqualTo("The parameter cannot be converted to a numeric value: one");
    assertThat(malformed(value().s("x").ns("1", "two")).message())
        .isEqualTo("The parameter cannot be converted to a numeric value: two");
  }

  @Test
  void refusesNullThatIsFalse() {
    assertThat(malformed(value().nul(false)))
        .isEqualTo(
            new MalformedValue(
                "a",
                Kind.NULL_FALSE,
                "One or more parameter values were invalid: "
                    + "Null attribute value types must have the value of true"));
  }

  @Test
  void refusesEmptySets() {
    String prefix = "One or more parameter values were invalid: ";

    assertThat(malformed(value().ss(List.of())))
        .isEqualTo(
            new MalformedValue("a", Kind.EMPTY_SET, prefix + "An string set  may not be empty"));
    assertThat(malformed(value().ns(List.of())))
        .isEqualTo(
            new MalformedValue(
                "a", Kind.EMPTY_NUMBER_SET, prefix + "An number set  may not be empty"));
    assertThat(malformed(value().bs(List.of())))
        .isEqualTo(
            new MalformedValue("a", Kind.EMPTY_SET, prefix + "Binary sets should not be empty"));
  }

  @Test
  void refusesElementsThatOccurTwice() {
    String prefix = "One or more parameter values were invalid: ";

    MalformedValue texts = malformed(value().ss("a", "a"));
    assertThat(texts.kind()).isEqualTo(Kind.DUPLICATES);
    assertThat(texts.message())
        .isEqualTo(prefix + "Input collection [\"a\", \"a\"] contains duplicates.");
    assertThat(texts.olderMessage())
        .isEqualTo(prefix + "Input collection [a, a] contains duplicates.");

    MalformedValue numbers = malformed(value().ns("1", "1.0"));
    assertThat(numbers.message()).isEqualTo(prefix + "Input collection contains duplicates.");
    assertThat(numbers.olderMessage()).isEqualTo("Input collection contains duplicates");

    MalformedValue binaries =
        malformed(value().bs(SdkBytes.fromUtf8String("b"), SdkBytes.fromUtf8String("b")));
    assertThat(binaries.olderMessage())
        .isEqualTo(prefix + "Input collection [Yg==, Yg==]of type BS contains duplicates.");
  }

  @Test
  void refusesNullElementsOfSetsWithoutFailing() {
    AttributeValue withNull = value().ss("a", null).build();

    assertThat(AttributeValueReader.read(withNull, "a").malformed()).isNotNull();
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThat(malformed(value().n("1E126")).kind()).isEqualTo(Kind.NUMBER);
    assertThat(malformed(value().n("")).message())
        .isEqualTo("The parameter cannot be converted to a numeric value: ");
    assertThat(malformed(value().n("")).olderMessage())
        .isEqualTo("The parameter cannot be converted to a numeric value");
    assertThat(malformed(value().n("1E-131")).message()).startsWith("Number underflow.");
  }

  @Test
  void acceptsAScalarInside31ListsAndRefusesItInside32() {
    AttributeValue nested = nested(31);
    assertThat(AttributeValueReader.read(nested, "a").malformed()).isNull();

    MalformedValue malformed = AttributeValueReader.read(nested(32), "a").malformed();

    assertThat(malformed)
        .isEqualTo(
            new MalformedValue(
                "a",
                Kind.NESTING,
                "Nesting Levels have exceeded supported limits: "
                    + "Attributes in the item have nested levels beyond supported limit"));
  }

  @Test
  void stopsAtTheLimitHoweverDeepAValueIs() {
    assertThat(AttributeValueReader.read(nested(2_000), "a").malformed().kind())
        .isEqualTo(Kind.FAR_NESTING);
  }

  @Test
  void namesTheAttributeOfTheFirstThingThatIsWrong() {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    attributes.put("fine", value().s("x").build());
    attributes.put("first", value().m(Map.of("deep", value().n("x").build())).build());
    attributes.put("second", value().build());

    assertThat(AttributeValueReader.readItem(attributes).malformed().attribute())
        .isEqualTo("first");
  }

  private static AttributeValue nested(int lists) {
    AttributeValue value = value().s("leaf").build();
    for (int i = 0; i < lists; i++) {
      value = value().l(value).build();
    }
    return value;
  }

  private static AttributeValue.Builder value() {
    return AttributeValue.builder();
  }

  private static SdkBytes bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return SdkBytes.fromByteArray(bytes);
  }

  private static Value read(AttributeValue.Builder builder) {
    return AttributeValueReader.read(builder.build(), "a").get();
  }

  private static MalformedValue malformed(AttributeValue.Builder builder) {
    return AttributeValueReader.read(builder.build(), "a").malformed();
  }
}
