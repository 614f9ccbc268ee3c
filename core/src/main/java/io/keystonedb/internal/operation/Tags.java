package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.model.Tag;
import io.keystonedb.storage.Reader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of tags.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Tagging.html">Tagging
 *     resources</a>
 */
final class Tags {
  private static final int MAX_TAGS = 50;
  private static final String RESERVED_PREFIX = "aws:";

  private Tags() {}

  /** What can be wrong with tags, whatever they are for. */
  static void check(@Nullable List<Tag> tags) {
    if (tags == null) {
      return;
    }
    Set<String> keys = new HashSet<>();
    for (Tag tag : tags) {
      String key = Objects.requireNonNull(tag.key());
      if (key.startsWith(RESERVED_PREFIX)) {
        throw TableSchemaChecks.invalid("Tag keys starting with aws: are reserved: " + key);
      }
      checkCharacters(key, "key");
      checkCharacters(Objects.requireNonNull(tag.value()), "value");
      if (!keys.add(key)) {
        throw TableSchemaChecks.invalid("Duplicate tag key: " + key);
      }
    }
    checkNumber(keys.size());
  }

  /** Letters, digits and blanks of any language, and {@code + - = . _ : / @}. */
  private static void checkCharacters(String text, String what) {
    boolean allowed =
        text.codePoints()
            .allMatch(
                c ->
                    Character.isLetterOrDigit(c)
                        || Character.isSpaceChar(c)
                        || "+-=._:/@".indexOf(c) >= 0);
    if (!allowed) {
      throw TableSchemaChecks.invalid(
          "The tag " + what + " has a character that is not allowed: " + text);
    }
  }

  private static void checkNumber(int tags) {
    if (tags > MAX_TAGS) {
      throw TableSchemaChecks.invalid("Too many tags: a resource can have up to " + MAX_TAGS);
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

  /** The table that is to be tagged. */
  static TableDefinition requireTable(Engine engine, Reader reader, String arn) {
    TableDefinition table = Tables.findByArn(engine, reader, arn);
    if (table == null) {
      throw KeystoneException.of(
          ErrorCode.RESOURCE_NOT_FOUND,
          "Requested resource not found: ResourcArn: " + arn + " not found");
    }
    return table;
  }
}
