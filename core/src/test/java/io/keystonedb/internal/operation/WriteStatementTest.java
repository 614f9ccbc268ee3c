package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.ErrorCode;
import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.Music;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * INSERT, UPDATE and DELETE.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.statements.html">Statements</a>
 */
class WriteStatementTest {
  private static final String A1 = " WHERE Artist = 'A' AND SongTitle = '1'";

  @RegisterExtension private final Databases databases = new Databases();
  private Music music;

  @BeforeEach
  void oneSong() {
    music = new Music(databases.open()).songs("A", 1);
    music.run(
        "UPDATE Music SET l=[1,2] SET m={'k':'v','q':{'z':1}} SET s=<<'x','y'>> SET b=true" + A1);
  }

  private Item stored() {
    return music.run("SELECT * FROM Music" + A1).get(0);
  }

  private Item returned(String update, String returning) {
    return music.run("UPDATE Music " + update + A1 + " RETURNING " + returning + " *").get(0);
  }

  @Test
  void insertWritesEveryKindOfValue() {
    music.run(
        """
        INSERT INTO "Music" VALUE {'Artist':'N','SongTitle':?,'t':'it''s','n':-1.50,'e':1e3,
          'b':true,'nul':null,'l':[1,'a',[?]],'m':{'k':{'z':<<1,2>>}},'ss':<<'a','b'>>,'el':[],'em':{}}
        """,
        Value.string("x"),
        Value.binary(new byte[] {1}));

    assertThat(music.run("SELECT * FROM Music WHERE Artist = 'N'"))
        .containsExactly(
            Item.builder()
                .string("Artist", "N")
                .string("SongTitle", "x")
                .string("t", "it's")
                .number("n", -1.5)
                .number("e", 1000)
                .bool("b", true)
                .nul("nul")
                .value(
                    "l",
                    Value.list(
                        Value.number(1),
                        Value.string("a"),
                        Value.list(Value.binary(new byte[] {1}))))
                .value(
                    "m",
                    Value.map(
                        Item.empty()
                            .with("k", Value.map(Item.empty().with("z", Value.numberSet(1, 2))))))
                .value("ss", Value.stringSet("a", "b"))
                .value("el", Value.list())
                .value("em", Value.map(Item.empty()))
                .build());
  }

  @Test
  void insertNeverReplacesAnItem() {
    String again = "INSERT INTO Music VALUE {'Artist':'A','SongTitle':'1'}";

    assertThat(music.failure(again).code()).isEqualTo(ErrorCode.DUPLICATE_ITEM);
    assertThat(music.error(again)).isEqualTo("Duplicate primary key exists in table");
    assertThat(stored()).containsKey("l");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "Music VALUE {'Artist':'Z'} | Key attribute should be present in the item: Key SongTitle",
        "Music VALUE {'Artist':1,'SongTitle':'x'} | Key attribute's data type should match its data type in table's schema: Key Artist",
        "Music VALUE {'Artist':'','SongTitle':'x'} | One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: Artist",
        "Music VALUE 'x' | Unsupported format in item expression. Please use struct format {...} to express item values for insert statement. at 1:25:3",
        "Music VALUE ? | Unsupported format in item expression. Please use struct format {...} to express item values for insert statement. at 1:25:1",
        "Music VALUE {Artist:'A'} | Tuple keys must be of type String. Actual type: VariableReference under root at 1:26:6",
        "Music VALUE {'a':1,'a':2} | Duplicate keys in tuple. Key: a under root at 1:32:3",
        "Music VALUE {'a':foo} | Unsupported data type: foo under key root at 1:30:3",
        "Music VALUE {'a':missing} | Unsupported data type: MISSING under key root at 1:30:7",
        "Music VALUE {'a':[1,foo]} | Unsupported data type: VariableReference under key root.1 at 1:33:3",
        "Music VALUE {'a':{'b':1+1}} | Unsupported data type: Operation under key root.b at 1:36:1",
        "Music VALUE {'a':f(1)} | Unsupported data type: f under key root at 1:30:1",
        "Music VALUE {'a':[f(1)]} | Unsupported data type: Call under key root.0 at 1:31:1",
        "Music VALUE {'a':n is null} | Unsupported data type: is under key root at 1:32:2",
        "Music VALUE {'a':[n is null]} | Unsupported data type: Operation under key root.0 at 1:33:2",
        "Music VALUE {'a':[missing]} | Unsupported data type: LiteralMissing under key root.0 at 1:31:7",
        "Music VALUE {'a':(SELECT * FROM t)} | Unsupported data type: SELECT under key root at 1:31:6",
        "Music VALUE {'a':CASE WHEN true THEN 1 ELSE 2 END} | Unsupported data type: CASE under key root at 1:30:4",
        "Music VALUE {'a':CAST(1 AS STRING)} | Unsupported data type: cast under key root at 1:30:4",
        "Music VALUE {?:1} | Tuple keys must be of type String. Actual type: Parameter under root at 1:26:1",
        "Music VALUE {[1]:1} | Tuple keys must be of type String. Actual type: Seq under root at 1:26:1",
        "Music VALUE {{}:1} | Tuple keys must be of type String. Actual type: Struct under root at 1:26:1",
        "Music VALUE {`x`:1} | Tuple keys must be of type String. Actual type: Literal under root at 1:26:3",
        "Music VALUE {'a':`x`} | Ion Literals are not supported: SYMBOL under key root at 1:30:3",
        "Music VALUE {'':1} | Path component cannot be an empty string",
        "Music VALUE {'a':1} RETURNING ALL OLD * | RETURNING is not supported in INSERT",
        "Music.x VALUE {'a':1} | FROM clause may only contain a single table name in data manipulation statements at 1:13:5",
        "Music << {'a':1} >> | Unsupported operation: InsertOp",
        "Music VALUE {'Artist':'A','SongTitle':'2','Year':'x'} | One or more parameter values were invalid: Type mismatch for Index Key Year Expected: N Actual: S IndexName: by-year"
      })
  void insertTakesOneWellFormedItem(String rest, String text) {
    assertThat(music.error("INSERT INTO " + rest)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SET n = n + 4 | n | 5",
        "SET n = n + 4 - 1 | n | 4",
        "SET n = (n + 4), b = false | n | 5",
        "SET n = if_not_exists(gone, 7) | n | 7",
        "SET m.q.z = m.q.z + 1 | m | {k=v, q={z=2}}",
        "SET m.\"new\" = ? | m | {k=v, q={z=1}, new=p}",
        "SET l[0] = 9 SET l[7] = 8 | l | [9, 2, 8]",
        "SET l = list_append(l, [3]) | l | [1, 2, 3]",
        "SET l = list_append(if_not_exists(gone, []), l) | l | [1, 2]",
        "SET s = set_add(s, <<'z'>>) | s | [x, y, z]",
        "SET s = set_delete(s, <<'x'>>) | s | [y]",
        "SET fresh = set_add(fresh, <<1>>) | fresh | [1]",
        "REMOVE l[0] | l | [2]",
        "REMOVE m.q REMOVE b | m | {k=v}",
        "SET copy = m.q REMOVE m.q | copy | {z=1}"
      })
  void updateChangesWhatItNames(String update, String attribute, String value) {
    Value[] parameters = update.contains("?") ? new Value[] {Value.string("p")} : new Value[0];

    music.run("UPDATE \"Music\" " + update + A1, parameters);

    assertThat(print(stored().get(attribute))).isEqualTo(value);
  }

  private static String print(Value value) {
    if (value instanceof Value.S text) {
      return text.value();
    }
    if (value instanceof Value.N number) {
      return number.text();
    }
    if (value instanceof Value.L list) {
      return list.values().stream().map(WriteStatementTest::print).toList().toString();
    }
    if (value instanceof Value.SS set) {
      return set.values().stream().sorted().toList().toString();
    }
    if (value instanceof Value.NS set) {
      return set.values().stream().map(WriteStatementTest::print).sorted().toList().toString();
    }
    StringBuilder map = new StringBuilder();
    ((Value.M) value)
        .values()
        .forEach(
            (name, entry) ->
                map.append(map.length() == 0 ? "" : ", ").append(name + "=" + print(entry)));
    return "{" + map + "}";
  }

  @Test
  void clausesOfAllKindsStandInOneStatement() {
    music.run(
        """
        UPDATE Music
        SET n = n + 100
        SET m.more = [2020, 'text', 2.4]
        SET l = LIST_APPEND(l, [4, <<'x', 'y'>>])
        SET s = SET_ADD(s, <<'z'>>)
        REMOVE m.q
        REMOVE b
        WHERE Artist = 'A' AND SongTitle = '1'
        """);

    Item stored = stored();
    assertThat(print(stored.get("n"))).isEqualTo("101");
    assertThat(print(stored.get("m"))).isEqualTo("{k=v, more=[2020, text, 2.4]}");
    assertThat(print(stored.get("l"))).isEqualTo("[1, 2, 4, [x, y]]");
    assertThat(print(stored.get("s"))).isEqualTo("[x, y, z]");
    assertThat(stored).doesNotContainKey("b");
  }

  @Test
  void deletingTheLastElementRemovesTheSet() {
    assertThat(returned("SET s = set_delete(s, <<'x','y'>>)", "ALL NEW")).doesNotContainKey("s");
  }

  @Test
  void returningGivesTheWholeItemOrTheChangedLeaves() {
    assertThat(returned("SET n = 2", "ALL OLD").get("n")).isEqualTo(Value.number(1));
    assertThat(returned("SET n = 3", "ALL NEW")).containsKeys("Artist", "l");
    assertThat(returned("SET n = 4", "MODIFIED OLD"))
        .isEqualTo(Item.builder().number("n", 3).build());
    assertThat(returned("SET m.q.z = 5", "MODIFIED NEW"))
        .isEqualTo(
            Item.empty()
                .with(
                    "m",
                    Value.map(
                        Item.empty().with("q", Value.map(Item.builder().number("z", 5).build())))));
    assertThat(music.run("UPDATE Music SET n = 1" + A1)).isEmpty();
  }

  @Test
  void updateNeverCreatesAnItem() {
    String absent = "UPDATE Music SET n = 1 WHERE Artist = 'A' AND SongTitle = 'none'";

    assertThat(music.failure(absent).code()).isEqualTo(ErrorCode.CONDITIONAL_CHECK_FAILED);
    assertThat(music.error(absent)).isEqualTo("The conditional request failed");
  }

  @Test
  void furtherConditionsMustHold() {
    assertThat(music.error("UPDATE Music SET n = 2" + A1 + " AND n = 5"))
        .isEqualTo("The conditional request failed");
    assertThat(music.run("UPDATE Music SET n = 2" + A1 + " AND (n = 5 OR n = 1)")).isEmpty();
    assertThat(music.error("DELETE FROM Music" + A1 + " AND n = 5"))
        .isEqualTo("The conditional request failed");
    assertThat(stored().get("n")).isEqualTo(Value.number(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "WHERE Artist = 'A' | Where clause does not contain a mandatory equality on all key attributes",
        "'' | Where clause does not contain a mandatory equality on all key attributes",
        "WHERE Artist = 'A' OR SongTitle = '1' | Where clause does not contain a mandatory equality on all key attributes",
        "WHERE Artist = 'A' AND SongTitle IN ['1'] | Where clause does not contain a mandatory equality on all key attributes",
        "WHERE Artist = 'A' AND SongTitle = '1' AND SongTitle = '2' | Multiple conditions on same key SongTitle. Only single item Update/Insert/Delete are supported",
        "WHERE Artist = 'A' AND SongTitle = 1 | Key attribute's data type should match its data type in table's schema: Key SongTitle"
      })
  void oneItemIsNamedByItsWholeKey(String where, String text) {
    String clause = where.equals("''") ? "" : where;

    assertThat(music.error("UPDATE Music SET n = 1 " + clause)).isEqualTo(text);
    assertThat(music.error("DELETE FROM Music " + clause)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SET Artist = 'B' | One or more parameter values were invalid: Cannot update attribute Artist. This attribute is part of the key",
        "SET a = 1 SET a = 2 | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]",
        "SET gone.a = 1 | The document path provided in the update expression is invalid for update",
        "SET a = gone | The provided expression refers to an attribute that does not exist in the item",
        "SET n = n + 'x' | Incorrect operand type for operator or function; operator or function: +, operand type: S",
        "SET n = s + 1 | An operand in the update expression has an incorrect data type",
        "SET n = n * 2 | Unsupported operator in Update Expression. Operator: *",
        "SET n = -n | Incorrect number of operands for operator or function; operator or function: -, number of operands: 1",
        "SET n = missing | MISSING must be compared using IS operator",
        "SET n = size(l) | The function is not allowed in an update expression; function: size",
        "SET n = foo(l) | Unrecognized function: foo at 1:22:3",
        "SET l = list_append(l, 'x') | Incorrect operand type for operator or function; operator or function: list_append, operand type: S",
        "SET t = set_add(s, <<'z'>>) | The first argument to SET_ADD must equal the assignment value at 1:22:7",
        "SET s = set_delete(s, 'z') | The second argument to SET_DELETE must be a value with type SET at 1:33:1",
        "SET n = if_not_exists(5, 5) | Operator or function requires a document path; operator or function: if_not_exists"
      })
  void updatesThatMakeNoSenseAreRefused(String update, String text) {
    assertThat(music.error("UPDATE Music " + update + A1)).isEqualTo(text);
  }

  @Test
  void returningNamesOneThingInFull() {
    String update = "UPDATE Music SET n = 1" + A1 + " RETURNING ";

    assertThat(music.error(update + "ALL OLD *, ALL NEW *"))
        .isEqualTo("Invalid syntax with multiple returning elements in RETURNING clause");
    assertThat(music.error(update + "ALL OLD n"))
        .isEqualTo("Expected '*' after ( MODIFIED | ALL ) ( NEW | OLD ) in RETURNING clause");
    assertThat(music.error("DELETE FROM Music" + A1 + " RETURNING MODIFIED OLD *"))
        .isEqualTo(
            "Invalid returning clause: RETURNING MODIFIED OLD *. Only RETURNING ALL OLD * is allowed in DELETE statements.");
  }

  @Test
  void deleteReturnsTheOldItemOrNothing() {
    String delete = "DELETE FROM \"Music\"" + A1 + " RETURNING ALL OLD *";

    assertThat(music.run(delete))
        .singleElement()
        .satisfies(old -> assertThat(old).containsKey("l"));
    assertThat(music.run(delete)).isEmpty();
    assertThat(music.run("SELECT * FROM Music")).isEmpty();
  }

  @Test
  void indexesAreNotWritten() {
    String text = "This operation is not supported on an index";

    assertThat(music.error("UPDATE \"Nope\".\"x\" SET a = 1" + A1)).isEqualTo(text);
    assertThat(music.error("DELETE FROM \"Nope\".\"x\"" + A1)).isEqualTo(text);
  }

  @Test
  void anItemKeepsItsLimitOfSize() {
    Value large = Value.string("x".repeat(409_600));

    assertThat(music.error("INSERT INTO Music VALUE {'Artist':'L','SongTitle':'1','x':?}", large))
        .isEqualTo("Item size has exceeded the maximum allowed size");
    assertThat(music.error("UPDATE Music SET x = ?" + A1, large))
        .isEqualTo("Item size to update has exceeded the maximum allowed size");
  }
}
