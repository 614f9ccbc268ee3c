package io.keystonedb.internal.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.testing.Music;
import io.keystonedb.testing.TestStore;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Mutated statements of all kinds: whatever comes in, only the service's errors come out. */
class StatementFuzzTest {
  private static final int MUTATIONS = 100_000;
  private static final Set<ErrorCode> EXPECTED =
      Set.of(
          ErrorCode.VALIDATION,
          ErrorCode.RESOURCE_NOT_FOUND,
          ErrorCode.DUPLICATE_ITEM,
          ErrorCode.CONDITIONAL_CHECK_FAILED);
  private static final List<String> STATEMENTS =
      List.of(
          "SELECT Artist, m.q.z, l[0] FROM \"Music\" WHERE Artist = 'A' AND SongTitle > '1' ORDER BY SongTitle DESC",
          "SELECT * FROM \"Music\".\"by-year\" WHERE \"Year\" = 2000 AND Awards BETWEEN 1 AND 2",
          "SELECT * FROM Music WHERE (n IN [1, 2, ?] OR contains(s, 'x')) AND NOT m IS MISSING",
          "INSERT INTO Music VALUE {'Artist':?,'SongTitle':'n','l':[1,{'a':<<'b','c'>>}],'n':-1.5e3}",
          "UPDATE Music SET n = n + 1 SET l = list_append(l, [?]), s = set_add(s, <<'z'>>) REMOVE m.q WHERE Artist = 'A' AND SongTitle = '1' RETURNING ALL NEW *",
          "DELETE FROM Music WHERE Artist = 'A' AND SongTitle = '2' AND size(s) <> 5 RETURNING ALL OLD *",
          "EXISTS(SELECT * FROM Music WHERE Artist = 'A' AND SongTitle = '1' AND n = 1)");
  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "<<",
          ">>",
          ",",
          ".",
          ":",
          ";",
          "=",
          "<",
          ">=",
          "<>",
          "+",
          "-",
          "*",
          "?",
          "'",
          "\"",
          "`",
          "--",
          "/*",
          "@",
          "||",
          " ",
          "5",
          "1e999",
          "'x'",
          "NULL ",
          "MISSING ",
          "TRUE ",
          " AND ",
          " OR ",
          " NOT ",
          " IN ",
          " IS ",
          " BETWEEN ",
          " LIKE ",
          " WHERE ",
          " SELECT ",
          " FROM ",
          " SET ",
          " REMOVE ",
          " VALUE ",
          " ORDER BY ",
          " RETURNING ",
          " LIMIT ",
          " AS ",
          "size(",
          "foo(",
          "\u00e9",
          "\ud83d\ude00",
          "\ud800",
          "\u0000");

  private final long seed = Long.getLong("keystonedb.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void onlyErrorsOfTheServiceComeOut() {
    Database database = new Music(Database.on(TestStore.open())).songs("A", 3).database();
    Value[] parameters = {Value.string("p"), Value.number(1), Value.nul()};
    for (int i = 0; i < MUTATIONS; i++) {
      String statement = mutated(STATEMENTS.get(random.nextInt(STATEMENTS.size())));
      try {
        database.executeStatement(statement, parameters);
      } catch (KeystoneException e) {
        assertThat(e.code()).as("-Dkeystonedb.seed=%d: %s", seed, statement).isIn(EXPECTED);
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("-Dkeystonedb.seed=" + seed + ": " + statement, e);
      }
    }
  }

  private String mutated(String statement) {
    StringBuilder text = new StringBuilder(statement);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(6));
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, piece());
        case 1 -> text.delete(at, end);
        case 2 -> text.replace(at, end, piece());
        default -> text.insert(at, text.substring(at, end));
      }
    }
    return text.toString();
  }

  private String piece() {
    return PIECES.get(random.nextInt(PIECES.size()));
  }
}
