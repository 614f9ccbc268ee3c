package io.keystonedb.testing;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keystonedb.Database;
import io.keystonedb.GlobalSecondaryIndex;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.LocalSecondaryIndex;
import io.keystonedb.Statement;
import io.keystonedb.TableSchema;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import java.util.List;

/**
 * The table of the examples in the service's guide to PartiQL: {@code Music} by {@code Artist} and
 * {@code SongTitle}, with the global index {@code by-year} on {@code Year} and {@code Awards} that
 * includes {@code Genre}, and the local index {@code by-price} on {@code Price} with keys only.
 */
public final class Music {
  private final Database database;

  /** The table in a database, still empty. */
  public Music(Database database) {
    this.database = database;
    database.createTable(
        "Music",
        TableSchema.create()
            .partitionKey("Artist", ValueType.S)
            .sortKey("SongTitle", ValueType.S)
            .globalIndex(
                GlobalSecondaryIndex.of("by-year", "Year", ValueType.N)
                    .sortKey("Awards", ValueType.N)
                    .include("Genre"))
            .localIndex(LocalSecondaryIndex.of("by-price", "Price", ValueType.N).keysOnly()));
  }

  /** Songs {@code 1} to {@code n} of an artist, with their number as {@code n}. */
  public Music songs(String artist, int n) {
    for (int i = 1; i <= n; i++) {
      database
          .table("Music")
          .put(
              Item.builder()
                  .string("Artist", artist)
                  .string("SongTitle", String.valueOf(i))
                  .number("n", i)
                  .build());
    }
    return this;
  }

  /** The items a statement returns. */
  public List<Item> run(String statement, Value... parameters) {
    return database.executeStatement(statement, parameters).items();
  }

  /** The artists and titles a statement returns, such as {@code [A/1, A/2]}. */
  public List<String> titles(String statement, Value... parameters) {
    return run(statement, parameters).stream().map(Music::title).toList();
  }

  private static String title(Item item) {
    return text(item, "Artist") + "/" + text(item, "SongTitle");
  }

  private static String text(Item item, String attribute) {
    return item.get(attribute) instanceof Value.S text ? text.value() : "-";
  }

  /** The error that a statement ends in. */
  public KeystoneException failure(String statement, Value... parameters) {
    return catchThrowableOfType(
        KeystoneException.class, () -> database.executeStatement(statement, parameters));
  }

  /** The text of the error that a statement ends in. */
  public String error(String statement, Value... parameters) {
    return failure(statement, parameters).getMessage();
  }

  /** A statement for batches and transactions. */
  public static Statement statement(String text, Value... parameters) {
    return Statement.of(text, parameters);
  }

  /** The database of the table. */
  public Database database() {
    return database;
  }
}
