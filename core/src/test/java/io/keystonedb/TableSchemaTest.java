package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.testing.Databases;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TableSchemaTest {
  private static final TableSchema SONGS =
      TableSchema.create().partitionKey("artist").sortKey("title");

  @RegisterExtension final Databases databases = new Databases();

  private static Item song(String title, String year, String label) {
    return Item.builder()
        .string("artist", "A")
        .string("title", title)
        .string("year", year)
        .string("label", label)
        .build();
  }

  private static List<Value> titles(Table table, Query query) {
    return table.query(query).items().stream().map(item -> item.get("title")).toList();
  }

  private static Value[] texts(String... texts) {
    Value[] values = new Value[texts.length];
    for (int i = 0; i < texts.length; i++) {
      values[i] = Value.string(texts[i]);
    }
    return values;
  }

  private static void addSongs(Table table) {
    table.put(song("x", "1990", "l2"));
    table.put(song("y", "1980", "l2"));
    table.put(song("z", "1970", "l1"));
  }

  @Test
  void keysAreStringsUnlessToldOtherwise() {
    Table songs = databases.open().createTable("songs", SONGS);

    songs.put("A", "x", Item.empty());

    assertThat(songs.get("A", "x"))
        .contains(Item.builder().string("artist", "A").string("title", "x").build());
    assertThatThrownBy(
            () -> songs.put(Item.builder().string("artist", "A").number("title", 1).build()))
        .isInstanceOf(KeystoneException.class)
        .hasMessage(
            "One or more parameter values were invalid: Type mismatch for key title expected: S"
                + " actual: N");
  }

  @Test
  void aGlobalIndexByOneStringFindsItemsByIt() {
    Table songs = databases.open().createTable("songs", SONGS.globalIndex("by-label", "label"));
    addSongs(songs);

    assertThat(titles(songs, Query.of("l2").index("by-label")))
        .containsExactlyInAnyOrder(texts("x", "y"));
    assertThat(titles(songs, Query.of("A").index("by-label"))).isEmpty();
  }

  @Test
  void aGlobalIndexByTwoStringsOrdersItemsByTheSecond() {
    Table songs =
        databases.open().createTable("songs", SONGS.globalIndex("by-label", "label", "year"));
    addSongs(songs);

    assertThat(titles(songs, Query.of("l2").index("by-label"))).containsExactly(texts("y", "x"));
    assertThat(titles(songs, Query.of("l2").index("by-label").skBeginsWith("199")))
        .containsExactly(texts("x"));
  }

  @Test
  void aLocalIndexOrdersThePartitionByAString() {
    Table songs = databases.open().createTable("songs", SONGS.localIndex("by-year", "year"));
    addSongs(songs);
    songs.put("A", "without year", Item.empty());

    assertThat(titles(songs, Query.of("A").index("by-year"))).containsExactly(texts("z", "y", "x"));
    assertThatThrownBy(() -> songs.put("A", "x", Item.builder().number("year", 1990).build()))
        .isInstanceOf(KeystoneException.class)
        .hasMessageContaining("Type mismatch for Index Key year Expected: S Actual: N");
  }

  @Test
  void anIndexByNameAndKeyHoldsAllAttributes() {
    Table songs =
        databases
            .open()
            .createTable(
                "songs",
                SONGS
                    .globalIndex("one", "label")
                    .globalIndex("two", "label", "year")
                    .localIndex("local", "year"));
    songs.put(song("x", "1990", "l2").with("more", Value.bool(true)));

    assertThat(List.of("one", "two", "local"))
        .allSatisfy(
            index ->
                assertThat(songs.scan(Scan.create().index(index)).items())
                    .containsExactly(song("x", "1990", "l2").with("more", Value.bool(true))));
  }

  @Test
  void aSchemaStaysAsItIsWhenAnotherIsMadeFromIt() {
    TableSchema users = TableSchema.create().partitionKey("id");
    TableSchema more = users.sortKey("at").globalIndex("by-name", "name").localIndex("by-x", "x");
    Database db = databases.open();

    Table plain = db.createTable("plain", users);
    db.createTable("more", more);

    plain.put("alice", Item.empty());
    assertThat(plain.get("alice")).isPresent();
    assertThatThrownBy(() -> plain.scan(Scan.create().index("by-name")))
        .isInstanceOf(KeystoneException.class);
  }
}
