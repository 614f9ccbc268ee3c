package io.keystonedb.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeedFileTest {
  private static List<Item> items(String text) {
    return SeedFile.readItems(new StringReader(text));
  }

  private static Item item(String text) {
    return items(text).get(0);
  }

  private static Map<String, List<Item>> tables(String text) {
    return SeedFile.readTables(new StringReader(text));
  }

  @Test
  void plainValuesBecomeTheNearestTypes() {
    Item item =
        item("{\"id\":\"a\",\"n\":1.50,\"t\":true,\"z\":null,\"l\":[1,\"x\"],\"m\":{\"S\":\"y\"}}");

    assertThat(item)
        .containsEntry("id", Value.string("a"))
        .containsEntry("n", Value.number("1.5"))
        .containsEntry("t", Value.bool(true))
        .containsEntry("z", Value.nul())
        .containsEntry("l", Value.list(Value.number(1), Value.string("x")))
        .containsEntry("m", Value.map(Map.of("S", Value.string("y"))));
  }

  @Test
  void typedValuesHaveAllTenTypes() {
    Item item =
        item(
            """
            {"s":{"S":"a"},"n":{"N":"1e2"},"b":{"B":"AQI="},"t":{"BOOL":false},"z":{"NULL":true},
             "l":{"L":[{"N":"1"}]},"m":{"M":{"x":{"S":"y"}}},
             "ss":{"SS":["a","b"]},"ns":{"NS":["1","2"]},"bs":{"BS":["AQ=="]}}
            """);

    assertThat(item)
        .containsEntry("s", Value.string("a"))
        .containsEntry("n", Value.number(100))
        .containsEntry("b", Value.binary(new byte[] {1, 2}))
        .containsEntry("t", Value.bool(false))
        .containsEntry("z", Value.nul())
        .containsEntry("l", Value.list(Value.number(1)))
        .containsEntry("m", Value.map(Map.of("x", Value.string("y"))))
        .containsEntry("ss", Value.stringSet("a", "b"))
        .containsEntry("ns", Value.numberSet(1, 2))
        .containsEntry("bs", Value.binarySet(new byte[] {1}));
  }

  @Test
  void anItemWithOneScalarMemberIsPlainWhateverTheOthersLookLike() {
    assertThat(item("{\"id\":\"a\",\"size\":{\"N\":\"1\"}}"))
        .containsEntry("size", Value.map(Map.of("N", Value.string("1"))));
  }

  @Test
  void numbersKeepAllTheirDigits() {
    assertThat(item("{\"n\":12345678901234567890123456789012345678}"))
        .containsEntry("n", Value.number("12345678901234567890123456789012345678"));
  }

  @Test
  void plainAndTypedItemsMayStandInOneFile() {
    assertThat(items("[{\"id\":\"a\"},{\"id\":{\"S\":\"a\"}}]"))
        .containsExactly(
            Item.builder().string("id", "a").build(), Item.builder().string("id", "a").build());
  }

  @Test
  void readsJsonLinesExportsAndScans() {
    Item expected = Item.builder().string("id", "a").build();

    assertThat(items("{\"id\":\"a\"}\n{\"id\":\"a\"}\n")).containsExactly(expected, expected);
    assertThat(items("{\"Item\":{\"id\":{\"S\":\"a\"}}}\n")).containsExactly(expected);
    assertThat(items("{\"Items\":[{\"id\":{\"S\":\"a\"}}],\"Count\":1,\"ScannedCount\":1}"))
        .containsExactly(expected);
    assertThat(items("")).isEmpty();
    assertThat(items("[]")).isEmpty();
  }

  @Test
  void readsTablesAndTheFileOfBatchWriteItem() {
    Item expected = Item.builder().string("id", "a").build();

    assertThat(tables("{\"t\":[{\"id\":\"a\"}],\"u\":[]}"))
        .isEqualTo(Map.of("t", List.of(expected), "u", List.of()));
    assertThat(tables("{\"t\":[{\"PutRequest\":{\"Item\":{\"id\":{\"S\":\"a\"}}}}]}"))
        .isEqualTo(Map.of("t", List.of(expected)));
  }

  @Test
  void errorsSayWhere() {
    assertThatThrownBy(() -> items("[{\"id\":{\"S\":\"a\"}},{\"id\":{\"X\":\"a\"}}]"))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContainingAll("item 2", "attribute id", "there is no type \"X\"");
    assertThatThrownBy(() -> items("{\"id\":{\"M\":{\"x\":{\"L\":[{\"N\":\"one\"}]}}}}"))
        .hasMessageContainingAll("line 1", "attribute id.x[0]", "one");
    assertThatThrownBy(() -> items("{\"id\":{\"B\":\"%\"}}")).hasMessageContaining("attribute id");
    assertThatThrownBy(() -> items("{\"id\":{\"BOOL\":\"yes\"}}"))
        .hasMessageContaining("attribute id: yes is not a value of type BOOL");
    assertThatThrownBy(() -> items("{\"id\":{\"NULL\":false}}")).hasMessageContaining("NULL");
    assertThatThrownBy(() -> items("{\"id\":{}}")).hasMessageContaining("attribute id");
    assertThatThrownBy(() -> items("{\"id\":{\"SS\":[]}}")).hasMessageContaining("attribute id");
    assertThatThrownBy(() -> items("{\"id\":1e999}")).hasMessageContaining("Number overflow");
    assertThatThrownBy(() -> items("[1]")).hasMessageContaining("an item is a JSON object");
    assertThatThrownBy(() -> items("{\"id\":\n oops}")).hasMessageContaining("line 2");
    assertThatThrownBy(() -> items("{\"a\":1,\"a\":2}")).hasMessageContaining("Duplicate");
    assertThatThrownBy(() -> tables("[]")).hasMessageContaining("table name");
    assertThatThrownBy(() -> tables("{\"t\":{\"id\":\"a\"}}")).hasMessageContaining("table t");
    assertThatThrownBy(
            () -> tables("{\"t\":[{\"DeleteRequest\":{\"Key\":{\"id\":{\"S\":\"a\"}}}}]}"))
        .hasMessageContaining("DeleteRequest");
  }

  @Test
  void deepNestingIsRefusedAndNotAStackOverflow() {
    assertThatThrownBy(() -> items("{\"id\":" + "[".repeat(100_000)))
        .isInstanceOf(JsonFormatException.class);
  }
}
