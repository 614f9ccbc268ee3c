package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.RowReader;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.model.Tag;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of tags, in the words that were observed in October 2026.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Tagging.html">Tagging
 *     resources</a>
 */
final class Tags {
  private static final int MAX_TAGS = 50;
  private static final int MAX_KEY_LENGTH = 128;
  private static final int MAX_VALUE_LENGTH = 256;
  private static final String RESERVED_PREFIX = "aws:";

  private Tags() {}

  /** What can be wrong with tags, whatever they are for. */
  static void check(@Nullable List<Tag> tags) {
    if (tags == null) {
      return;
    }
    Set<String> keys = new HashSet<>();
    for (Tag tag : tags) {
      checkKey(tag.key());
      if (!isValid(tag.value(), 0, MAX_VALUE_LENGTH)) {
        throw KeystoneException.validation(
            "The Tag Value provided is invalid, Value: " + tag.value());
      }
      if (!keys.add(tag.key())) {
        throw KeystoneException.validation(
            "Duplicate Tag Keys provided as input: Duplicate Tag Key found " + tag.key());
      }
    }
    checkNumber(keys.size());
  }

  /** What can be wrong with keys of tags that are to be removed. */
  static void checkKeys(List<String> keys) {
    keys.forEach(Tags::checkKey);
    checkNumber(keys.size());
  }

  private static void checkKey(@Nullable String key) {
    if (key != null && key.startsWith(RESERVED_PREFIX)) {
      throw KeystoneException.validation("Tag Key cannot be prefixed with aws:, Key: " + key);
    }
    if (!isValid(key, 1, MAX_KEY_LENGTH)) {
      throw KeystoneException.validation("The Tag Key provided is invalid, Key: " + key);
    }
  }

  /** Letters, digits and blanks of any language, and {@code + - = . _ : / @}. */
  private static boolean isValid(@Nullable String text, int minLength, int maxLength) {
    return text != null
        && text.length() >= minLength
        && text.length() <= maxLength
        && text.codePoints()
            .allMatch(
                c ->
                    Character.isLetterOrDigit(c)
                        || Character.isSpaceChar(c)
                        || "+-=._:/@".indexOf(c) >= 0);
  }

  private static void checkNumber(int tags) {
    if (tags > MAX_TAGS) {
      throw KeystoneException.validation(
          "Number of Tags exceed the current limit for the provided ResourceArn");
    }
  }

  /** Tags with others added; the value of a key that is there is replaced. */
  static List<Tag> added(List<Tag> present, List<Tag> more) {
    Map<String, Tag> tags = new LinkedHashMap<>();
    present.forEach(tag -> tags.put(Objects.requireNonNull(tag.key()), tag));
    more.forEach(tag -> tags.put(Objects.requireNonNull(tag.key()), tag));
    checkNumber(tags.size());
    return List.copyOf(tags.values());
  }

  /**
   * The table whose tags are changed. One that is being made or deleted is not found, and no more
   * is a table of another Region.
   */
  static TableDefinition requireTable(Engine engine, RowReader rows, String arn) {
    TableDefinition table = find(engine, rows, arn);
    if (table == null || !table.takesRequests()) {
      throw KeystoneException.of(
          ErrorCode.RESOURCE_NOT_FOUND,
          "Requested resource not found: ResourceArn: " + arn + " not found");
    }
    return table;
  }

  /** The tags of a table; who asks for those of a missing one is told that it is not theirs. */
  static List<Tag> list(Engine engine, RowReader rows, String arn) {
    if (find(engine, rows, arn) == null) {
      throw KeystoneException.of(
          ErrorCode.ACCESS_DENIED,
          "User: "
              + engine.account().userArn()
              + " is not authorized to perform: dynamodb:ListTagsOfResource on resource: "
              + arn);
    }
    return requireTable(engine, rows, arn).tags();
  }

  private static @Nullable TableDefinition find(Engine engine, RowReader rows, String arn) {
    if (!arn.startsWith("arn:")) {
      throw KeystoneException.validation(
          "One or more parameter values were invalid: ARNs must start with 'arn:': " + arn);
    }
    return Tables.findByArn(engine, rows, arn);
  }
}
