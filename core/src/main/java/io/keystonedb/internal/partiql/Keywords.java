package io.keystonedb.internal.partiql;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reserved words of PartiQL, in lower case; a name that is one of them needs double quotes. */
final class Keywords {
  /** Words that are no operators. */
  private static final Set<String> WORDS =
      Set.of(
          """
          absolute action add all allocate alter any are as asc assertion at authorization avg
          begin bit bit_length by cascade cascaded case cast catalog char character
          character_length char_length check close coalesce collate collation column commit
          connect connection constraint constraints continue convert corresponding count
          create cross current current_date current_time current_timestamp current_user cursor
          date deallocate dec decimal declare default deferrable deferred delete desc describe
          descriptor diagnostics disconnect distinct domain double drop else end escape
          exception exec execute exists external extract date_add date_diff false fetch first
          float for foreign found from full get global go goto grant group having identity
          immediate indicator initially inner input insensitive insert int integer interval
          into isolation join key language last left level local lower match max min module
          names national natural nchar next no null nullif numeric octet_length of on only
          open option order outer output overlaps pad partial position precision prepare
          preserve primary prior privileges procedure public read real references relative
          restrict revoke right rollback rows schema scroll section select session
          session_user set size smallint some space sql sqlcode sqlerror sqlstate substring
          sum system_user table temporary then time timestamp to transaction translate
          translation trim true unique unknown update upper usage user using value values
          varchar varying view when whenever where with work write zone missing pivot unpivot
          limit tuple remove index conflict do nothing returning modified new old let bool
          boolean string symbol clob blob struct list sexp bag\
          """
              .split("\\s+"));

  private static final Set<String> OPERATORS =
      Set.of("and", "or", "not", "is", "in", "between", "like", "union", "except", "intersect");

  /** Keywords that stand in front of a parenthesis as functions. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "exists",
          "count",
          "avg",
          "max",
          "min",
          "sum",
          "substring",
          "char_length",
          "character_length",
          "octet_length",
          "bit_length",
          "upper",
          "lower",
          "size",
          "nullif",
          "coalesce",
          "sexp",
          "list",
          "bag");

  /** Functions of many rows, which take a star for them. */
  private static final Set<String> AGGREGATES = Set.of("count", "avg", "max", "min", "sum");

  /** Names of types after IS, as messages print them. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("missing", "MISSING"),
          Map.entry("null", "NULL"),
          Map.entry("bool", "BOOLEAN"),
          Map.entry("boolean", "BOOLEAN"),
          Map.entry("smallint", "SMALLINT"),
          Map.entry("int", "INTEGER"),
          Map.entry("int2", "SMALLINT"),
          Map.entry("int4", "INTEGER4"),
          Map.entry("int8", "INTEGER8"),
          Map.entry("integer", "INTEGER"),
          Map.entry("float", "FLOAT"),
          Map.entry("real", "REAL"),
          Map.entry("double precision", "DOUBLE_PRECISION"),
          Map.entry("dec", "DECIMAL"),
          Map.entry("decimal", "DECIMAL"),
          Map.entry("numeric", "NUMERIC"),
          Map.entry("timestamp", "TIMESTAMP"),
          Map.entry("date", "DATE"),
          Map.entry("time", "TIME"),
          Map.entry("char", "CHARACTER"),
          Map.entry("character", "CHARACTER"),
          Map.entry("varchar", "CHARACTER_VARYING"),
          Map.entry("character varying", "CHARACTER_VARYING"),
          Map.entry("string", "STRING"),
          Map.entry("symbol", "SYMBOL"),
          Map.entry("clob", "CLOB"),
          Map.entry("blob", "BLOB"),
          Map.entry("struct", "STRUCT"),
          Map.entry("tuple", "TUPLE"),
          Map.entry("list", "LIST"),
          Map.entry("sexp", "SEXP"),
          Map.entry("bag", "BAG"));

  private Keywords() {}

  static boolean isKeyword(String lowerCase) {
    return WORDS.contains(lowerCase);
  }

  static boolean isOperator(String lowerCase) {
    return OPERATORS.contains(lowerCase);
  }

  static boolean isFunction(String lowerCase) {
    return FUNCTIONS.contains(lowerCase);
  }

  static boolean isAggregate(String lowerCase) {
    return AGGREGATES.contains(lowerCase);
  }

  /** The word that may follow a word in the name of a type, or null. */
  static @Nullable String secondWordOfType(String lowerCase) {
    return switch (lowerCase) {
      case "double" -> "precision";
      case "character" -> "varying";
      default -> null;
    };
  }

  /** The name of a type as messages print it, or null if it is none. */
  static @Nullable String typeName(String lowerCase) {
    return TYPES.get(lowerCase);
  }
}
