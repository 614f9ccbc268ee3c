package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.value.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of one request with their names and values, checked in the service's order: names
 * and values that nothing can use, the two maps by themselves, each expression, and names and
 * values that nothing did use.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html">Using
 *     expressions in DynamoDB</a>
 */
public final class ExpressionParameters {
  private static final ExpressionParameters NONE =
      new ExpressionParameters(null, null, null, null, null, List.of());

  private final @Nullable Condition condition;
  private final @Nullable Condition filter;
  private final @Nullable KeyConditions keyConditions;
  private final @Nullable Update update;
  private final @Nullable Projection projection;
  private final List<Path> nestedPaths;

  private ExpressionParameters(
      @Nullable Condition condition,
      @Nullable Condition filter,
      @Nullable KeyConditions keyConditions,
      @Nullable Update update,
      @Nullable Projection projection,
      List<Path> nestedPaths) {
    this.condition = condition;
    this.filter = filter;
    this.keyConditions = keyConditions;
    this.update = update;
    this.projection = projection;
    this.nestedPaths = List.copyOf(nestedPaths);
  }

  /**
   * Starts to collect the expressions of a request.
   *
   * @param enveloped whether most errors have the envelope of a declared constraint in front, as on
   *     PutItem and UpdateItem
   */
  public static Builder builder(boolean enveloped) {
    return new Builder(enveloped);
  }

  /** The condition expression, or null. */
  public @Nullable Condition condition() {
    return condition;
  }

  /** The filter expression, or null. */
  public @Nullable Condition filter() {
    return filter;
  }

  /** The key condition expression, or null. */
  public @Nullable KeyConditions keyConditions() {
    return keyConditions;
  }

  /** The update expression, or null. */
  public @Nullable Update update() {
    return update;
  }

  /** The projection expression, or null. */
  public @Nullable Projection projection() {
    return projection;
  }

  /**
   * The paths of all expressions that lead into a map or list, which attributes of keys are not.
   */
  public List<Path> nestedPaths() {
    return nestedPaths;
  }

  /**
   * Collects expressions; the order in which they are given is the order in which they are checked.
   * Not thread-safe.
   */
  public static final class Builder {
    private static final int MAX_BYTES = 4096;
    private static final int MAX_PLACEHOLDER_BYTES = 255;

    private static final ParseCache<Condition> CONDITIONS = new ParseCache<>();
    private static final ParseCache<Update> UPDATES = new ParseCache<>();
    private static final ParseCache<Projection> PROJECTIONS = new ParseCache<>();

    private final boolean enveloped;
    private boolean lenient;
    private @Nullable Map<String, String> names;
    private @Nullable Decoded<Item> values;
    private final List<Expression> expressions = new ArrayList<>(3);
    private boolean any;

    private record Expression(ExpressionKind kind, @Nullable String text) {}

    private Builder(boolean enveloped) {
      this.enveloped = enveloped;
    }

    /** {@code ExpressionAttributeNames}. */
    public Builder names(@Nullable Map<String, String> expressionAttributeNames) {
      names = expressionAttributeNames;
      return this;
    }

    /** {@code ExpressionAttributeValues}. */
    public Builder values(@Nullable Decoded<Item> expressionAttributeValues) {
      values = expressionAttributeValues;
      return this;
    }

    /** {@code ConditionExpression}, or null if the request has none. */
    public Builder condition(@Nullable String text) {
      return add(ExpressionKind.CONDITION, text);
    }

    /** {@code FilterExpression}, or null if the request has none. */
    public Builder filter(@Nullable String text) {
      return add(ExpressionKind.FILTER, text);
    }

    /** {@code KeyConditionExpression}, or null if the request has none. */
    public Builder keyCondition(@Nullable String text) {
      return add(ExpressionKind.KEY_CONDITION, text);
    }

    /** {@code UpdateExpression}, or null if the request has none. */
    public Builder update(@Nullable String text) {
      return add(ExpressionKind.UPDATE, text);
    }

    /** {@code ProjectionExpression}, or null if the request has none. */
    public Builder projection(@Nullable String text) {
      return add(ExpressionKind.PROJECTION, text);
    }

    /** Accepts names and values without any expression, as transactions do. */
    public Builder lenient() {
      lenient = true;
      return this;
    }

    private Builder add(ExpressionKind kind, @Nullable String text) {
      expressions.add(new Expression(kind, text));
      any |= text != null;
      return this;
    }

    /**
     * Checks and binds everything.
     *
     * @throws KeystoneException with the service's text for the first thing that is wrong
     */
    public ExpressionParameters build() {
      if (!any && (lenient || (names == null && values == null))) {
        return NONE;
      }
      checkUsable();
      checkNames();
      Item boundValues = checkedValues();
      return bind(names == null ? Map.of() : names, boundValues);
    }

    private void checkUsable() {
      if (names != null && !any) {
        throw ExpressionErrors.bare(
            "ExpressionAttributeNames can only be specified when using expressions");
      }
      if (values == null) {
        return;
      }
      StringJoiner absent = new StringJoiner(" and ");
      for (Expression expression : expressions) {
        if (expression.kind().usesValues()) {
          if (expression.text() != null) {
            return;
          }
          absent.add(expression.kind().parameter() + " is null");
        }
      }
      throw ExpressionErrors.inEnvelope(
          enveloped,
          "ExpressionAttributeValues can only be specified when using expressions"
              + (absent.length() == 0 ? "" : ": " + absent));
    }

    private void checkNames() {
      if (names == null) {
        return;
      }
      if (names.isEmpty()) {
        throw ExpressionErrors.bare("ExpressionAttributeNames must not be empty");
      }
      names.forEach(
          (placeholder, name) -> {
            checkPlaceholder("ExpressionAttributeNames", placeholder, '#');
            if (name.isEmpty()) {
              throw ExpressionErrors.bare(
                  "ExpressionAttributeNames contains invalid value: The parameter cannot be empty; key: "
                      + placeholder);
            }
          });
    }

    private Item checkedValues() {
      if (values == null) {
        return Item.empty();
      }
      MalformedValue malformed = values.malformed();
      if (malformed != null) {
        checkPlaceholder("ExpressionAttributeValues", malformed.attribute(), ':');
        throw malformed(malformed);
      }
      Item item = values.get();
      if (item.isEmpty()) {
        throw ExpressionErrors.bare("ExpressionAttributeValues must not be empty");
      }
      for (int i = 0; i < item.size(); i++) {
        checkPlaceholder("ExpressionAttributeValues", item.nameAt(i), ':');
      }
      return item;
    }

    private KeystoneException malformed(MalformedValue malformed) {
      String wrapped =
          "ExpressionAttributeValues contains invalid value: "
              + malformed.message()
              + " for key "
              + malformed.attribute();
      return switch (malformed.kind()) {
        case NESTING -> ExpressionErrors.bare(malformed.message());
        case NULL_FALSE -> ExpressionErrors.inEnvelope(enveloped, malformed.message());
        case EMPTY_SET, DUPLICATES -> ExpressionErrors.inEnvelope(enveloped, wrapped);
        case NUMBER, DATATYPE -> ExpressionErrors.bare(wrapped);
      };
    }

    private static void checkPlaceholder(String parameter, String placeholder, char sigil) {
      boolean wellFormed =
          placeholder.length() > 1
              && placeholder.charAt(0) == sigil
              && Sizes.utf8Length(placeholder) <= MAX_PLACEHOLDER_BYTES;
      for (int i = 1; i < placeholder.length() && wellFormed; i++) {
        char c = placeholder.charAt(i);
        wellFormed =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
      }
      if (!wellFormed) {
        throw ExpressionErrors.bare(
            parameter + " contains invalid key: Syntax error; key: \"" + placeholder + "\"");
      }
    }

    private ExpressionParameters bind(Map<String, String> boundNames, Item boundValues) {
      Condition condition = null;
      Condition filter = null;
      KeyConditions keyConditions = null;
      Update update = null;
      Projection projection = null;
      Binder binder =
          new Binder(
              boundNames, boundValues, new ExpressionErrors(ExpressionKind.CONDITION, enveloped));
      for (Expression expression : expressions) {
        String text = expression.text();
        if (text == null) {
          continue;
        }
        ExpressionErrors errors = new ExpressionErrors(expression.kind(), enveloped);
        checkSize(text, errors);
        binder.next(errors);
        switch (expression.kind()) {
          case CONDITION -> condition = boundCondition(text, binder, errors);
          case FILTER -> filter = boundCondition(text, binder, errors);
          case KEY_CONDITION ->
              keyConditions = KeyConditions.of(boundCondition(text, binder, errors));
          case UPDATE -> {
            update = UPDATES.get(text, each -> UpdateParser.parse(each, errors)).bind(binder);
            update.check(errors);
          }
          case PROJECTION -> {
            projection =
                PROJECTIONS.get(text, each -> ProjectionParser.parse(each, errors)).bind(binder);
            projection.check(errors);
          }
        }
      }
      checkUsed(binder, "ExpressionAttributeNames", boundNames.keySet());
      checkUsed(binder, "ExpressionAttributeValues", boundValues.keySet());
      return new ExpressionParameters(
          condition, filter, keyConditions, update, projection, binder.nestedPaths());
    }

    private static Condition boundCondition(String text, Binder binder, ExpressionErrors errors) {
      Condition condition =
          CONDITIONS.get(text, each -> ConditionParser.parse(each, errors)).bind(binder);
      condition.check(new ConditionChecker(errors));
      return condition;
    }

    private static void checkSize(String text, ExpressionErrors errors) {
      if (text.isEmpty()) {
        throw errors.empty();
      }
      if (text.length() * 3 > MAX_BYTES && Sizes.utf8Length(text) > MAX_BYTES) {
        throw errors.tooLong(Sizes.utf8Length(text));
      }
    }

    private static void checkUsed(Binder binder, String parameter, Iterable<String> placeholders) {
      TreeSet<String> unused = null;
      for (String placeholder : placeholders) {
        if (!binder.isUsed(placeholder)) {
          unused = unused == null ? new TreeSet<>() : unused;
          unused.add(placeholder);
        }
      }
      if (unused != null) {
        throw ExpressionErrors.unused(parameter, unused);
      }
    }
  }
}
