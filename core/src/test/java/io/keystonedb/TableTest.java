package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.testing.Databases;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms in which a key can be given, in the methods of {@link Table} and {@link Database}. */
class TableTest {
  @RegisterExtension final Databases databases = new Databases();

  /** The methods that take a key in one form, and which of {@link #KEYS} the form names. */
  private record Form(
      String name,
      Item key,
      BiFunction<Database, Item, Optional<Item>> put,
      Function<Database, Optional<Item>> get,
      Function<Database, Optional<Item>> delete) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** The methods that begin an update in one form of a key, which is that of {@link #P}. */
  private record UpdateForm(String name, Function<Database, UpdateBuilder> update) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final byte[] PB = bytes("p");
  private static final byte[] SB = bytes("s");
  private static final Item P = key("p");
  private static final Item P_S = key("p", "s");

  /** The keys of the items in the table; a form that names another than its own is found out. */
  private static final List<Item> KEYS =
      List.of(P, P_S, key("p", "p"), key("s"), key("s", "p"), key("s", "s"));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Item key(String partition) {
    return Item.builder().binary("pk", bytes(partition)).build();
  }

  private static Item key(String partition, String sort) {
    return key(partition).with("sk", Value.binary(bytes(sort)));
  }

  static Stream<Form> formsOfKeys() {
    return Stream.of(
        new Form(
            "Database, Key",
            P_S,
            (db, item) -> db.put(Key.of("p", "s"), item),
            db -> db.get(Key.of("p", "s")),
            db -> db.delete(Key.of("p", "s"))),
        new Form(
            "Database, String",
            P,
            (db, item) -> db.put("p", item),
            db -> db.get("p"),
            db -> db.delete("p")),
        new Form(
            "Database, byte[]",
            P,
            (db, item) -> db.put(PB, item),
            db -> db.get(PB),
            db -> db.delete(PB)),
        new Form(
            "Database, String, String",
            P_S,
            (db, item) -> db.put("p", "s", item),
            db -> db.get("p", "s"),
            db -> db.delete("p", "s")),
        new Form(
            "Database, byte[], byte[]",
            P_S,
            (db, item) -> db.put(PB, SB, item),
            db -> db.get(PB, SB),
            db -> db.delete(PB, SB)),
        new Form(
            "Table, Key",
            P_S,
            (db, item) -> table(db).put(Key.of("p", "s"), item),
            db -> table(db).get(Key.of("p", "s")),
            db -> table(db).delete(Key.of("p", "s"))),
        new Form(
            "Table, String",
            P,
            (db, item) -> table(db).put("p", item),
            db -> table(db).get("p"),
            db -> table(db).delete("p")),
        new Form(
            "Table, byte[]",
            P,
            (db, item) -> table(db).put(PB, item),
            db -> table(db).get(PB),
            db -> table(db).delete(PB)),
        new Form(
            "Table, String, String",
            P_S,
            (db, item) -> table(db).put("p", "s", item),
            db -> table(db).get("p", "s"),
            db -> table(db).delete("p", "s")),
        new Form(
            "Table, byte[], byte[]",
            P_S,
            (db, item) -> table(db).put(PB, SB, item),
            db -> table(db).get(PB, SB),
            db -> table(db).delete(PB, SB)));
  }

  private static Table table(Database db) {
    return db.table(Database.DEFAULT_TABLE);
  }

  /** A database with an item under each of {@link #KEYS}. */
  private Database filled() {
    Database db = databases.open();
    KEYS.forEach(key -> db.put(stored(key, "old")));
    return db;
  }

  private static Item stored(Item key, String version) {
    return key.with("version", Value.string(version));
  }

  @ParameterizedTest
  @MethodSource("formsOfKeys")
  void aPutReplacesTheItemThatTheKeyNamesAndReturnsIt(Form form) {
    Database db = filled();

    Optional<Item> before = form.put.apply(db, Item.builder().string("version", "new").build());

    assertThat(before).contains(stored(form.key, "old"));
    assertThat(db.scan().items())
        .containsExactlyInAnyOrderElementsOf(
            KEYS.stream().map(key -> stored(key, key.equals(form.key) ? "new" : "old")).toList());
  }

  @ParameterizedTest
  @MethodSource("formsOfKeys")
  void aGetReturnsTheItemThatTheKeyNames(Form form) {
    Database db = filled();

    assertThat(form.get.apply(db)).contains(stored(form.key, "old"));
    assertThat(form.get.apply(databases.open())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("formsOfKeys")
  void aDeleteRemovesTheItemThatTheKeyNamesAndReturnsIt(Form form) {
    Database db = filled();

    assertThat(form.delete.apply(db)).contains(stored(form.key, "old"));

    List<Item> left = new ArrayList<>(KEYS);
    left.remove(form.key);
    assertThat(db.scan().items())
        .containsExactlyInAnyOrderElementsOf(left.stream().map(key -> stored(key, "old")).toList());
    assertThat(form.delete.apply(db)).isEmpty();
  }

  static Stream<UpdateForm> formsOfUpdates() {
    return Stream.of(
        new UpdateForm("Database, Key", db -> db.update(Key.of("p"))),
        new UpdateForm("Database, String", db -> db.update("p")),
        new UpdateForm("Database, byte[]", db -> db.update(PB)),
        new UpdateForm("Table, Key", db -> table(db).update(Key.of("p"))),
        new UpdateForm("Table, String", db -> table(db).update("p")),
        new UpdateForm("Table, byte[]", db -> table(db).update(PB)));
  }

  @ParameterizedTest
  @MethodSource("formsOfUpdates")
  void anUpdateChangesTheItemThatTheKeyNames(UpdateForm form) {
    Database db = filled();

    form.update
        .apply(db)
        .expression("SET version = :new")
        .value(":new", Value.string("new"))
        .execute();

    assertThat(db.scan().items())
        .containsExactlyInAnyOrderElementsOf(
            KEYS.stream().map(key -> stored(key, key.equals(P) ? "new" : "old")).toList());
  }

  @Test
  void anItemThatHasItsKeyAmongItsAttributesNeedsNoOther() {
    Database db = filled();

    assertThat(db.put(stored(P_S, "new"))).contains(stored(P_S, "old"));

    assertThat(db.get("p", "s")).contains(stored(P_S, "new"));
  }

  @Test
  void anItemMayRepeatItsKeyButNotContradictIt() {
    Database db = databases.open();

    db.put("p", stored(P, "new"));

    assertThat(db.get("p")).contains(stored(P, "new"));
    assertThatThrownBy(() -> db.put("p", key("s")))
        .isInstanceOf(KeystoneException.class)
        .hasMessage("The item has another value for its key attribute pk than the key");
    assertThat(db.get("s")).isEmpty();
  }
}
