package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.model.KeySchemaElement;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The structure of key schemas: which attributes, in which roles, in which order. */
final class KeySchemas {
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String INVALID_SCHEMA = "Invalid KeySchema: ";
  private static final int MAX_PER_ROLE = 4;

  private KeySchemas() {}

  /** What is said of a table whose key has one attribute twice, or none that is defined. */
  static KeystoneException undefined() {
    return KeystoneException.validation(
        INVALID_SCHEMA + "Some index key attribute have no definition");
  }

  /** A table has one HASH attribute and at most one RANGE attribute behind it. */
  static void checkTable(List<KeySchemaElement> schema) {
    if (!isHash(schema.get(0))) {
      throw KeystoneException.validation(
          INVALID_SCHEMA + "The first KeySchemaElement is not a HASH key type");
    }
    if (hasRepeats(schema)) {
      throw undefined();
    }
    checkSecond(schema);
  }

  private static boolean hasRepeats(List<KeySchemaElement> schema) {
    return new HashSet<>(names(schema)).size() < schema.size();
  }

  private static void checkSecond(List<KeySchemaElement> schema) {
    if (schema.size() > 1 && isHash(schema.get(1))) {
      throw KeystoneException.validation(
          INVALID_SCHEMA + "The second KeySchemaElement is not a RANGE key type");
    }
  }

  /** The key of an index has no attribute twice. */
  static void checkDistinct(List<KeySchemaElement> schema) {
    if (hasRepeats(schema)) {
      throw KeystoneException.validation(
          schema.size() == 2
              ? "Both the Hash Key and the Range Key element in the KeySchema have the same name"
              : "The KeySchema contains multiple key attributes with the same name");
    }
  }

  /** A local index has the table's HASH attribute and a RANGE attribute. */
  static void checkLocal(
      @Nullable String indexName, List<KeySchemaElement> schema, List<KeySchemaElement> table) {
    if (!isHash(schema.get(0))) {
      throw KeystoneException.validation(
          INVALID_SCHEMA + "The first KeySchemaElement is not a HASH key type");
    }
    checkSecond(schema);
    if (schema.size() < 2) {
      throw KeystoneException.validation(
          INVALID + "Index KeySchema does not have a range key for index: " + indexName);
    }
    String hash = schema.get(0).attributeName();
    String tableHash = table.get(0).attributeName();
    if (!Objects.equals(hash, tableHash)) {
      throw KeystoneException.validation(
          INVALID
              + "Index KeySchema does not have the same leading hash key as table KeySchema for index: "
              + indexName
              + ". index hash key: "
              + hash
              + ", table hash key: "
              + tableHash);
    }
  }

  /**
   * A global index has one to four HASH attributes, then up to four RANGE attributes. The texts
   * were observed in October 2026.
   */
  static void checkGlobal(List<KeySchemaElement> schema) {
    if (!isHash(schema.get(0))) {
      throw KeystoneException.validation(
          INVALID_SCHEMA + "The first KeySchemaElement is not a HASH key type");
    }
    int hashes = 0;
    int ranges = 0;
    for (KeySchemaElement element : schema) {
      if (isHash(element) && ranges > 0) {
        throw KeystoneException.validation(
            INVALID + "All HASH key attributes must precede RANGE key attributes in the KeySchema");
      }
      hashes += isHash(element) ? 1 : 0;
      ranges += isHash(element) ? 0 : 1;
    }
    if (hashes > MAX_PER_ROLE) {
      throw KeystoneException.validation(
          INVALID + "The KeySchema exceeds the maximum allowed number of HASH key attributes");
    }
    if (ranges > MAX_PER_ROLE) {
      throw KeystoneException.validation(
          INVALID + "The KeySchema exceeds the maximum allowed number of RANGE key attributes");
    }
    checkDistinct(schema);
  }

  private static boolean isHash(KeySchemaElement element) {
    return "HASH".equals(element.keyType());
  }

  private static List<String> names(List<KeySchemaElement> schema) {
    return schema.stream()
        .map(KeySchemaElement::attributeName)
        .map(Objects::requireNonNull)
        .toList();
  }
}
