package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.ValidationLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The expression parameters of one request, parsed, bound and checked. Immutable and thread-safe.
 *
 * <p>The order of the checks, as observed: expressions and legacy parameters in one request, names
 * without an expression, values without one, the map of names, the map of values, each expression
 * in the order of its registration (empty, size, syntax, meaning), unused names, unused values.
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

  ExpressionParameters(
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
   * Starts the parameters of a request.
   *
   * @param layer the words in which the operation refuses them
   */
  public static Builder builder(ValidationLayer layer) {
    return new Builder(layer);
  }

  /** What {@code ConditionExpression} says, or null if the request has none. */
  public @Nullable Condition condition() {
    return condition;
  }

  /** What {@code FilterExpression} says, or null if the request has none. */
  public @Nullable Condition filter() {
    return filter;
  }

  /** What {@code KeyConditionExpression} says, or null if the request has none. */
  public @Nullable KeyConditions keyConditions() {
    return keyConditions;
  }

  /** What {@code UpdateExpression} says, or null if the request has none. */
  public @Nullable Update update() {
    return update;
  }

  /** What {@code ProjectionExpression} says, or null if the request has none. */
  public @Nullable Projection projection() {
    return projection;
  }

  /** The paths of all expressions that lead into a map or list, which keys are not. */
  public List<Path> nestedPaths() {
    return nestedPaths;
  }

  /** Collects the parameters of one request. Not thread-safe; for one use. */
  public static final class Builder {
    private static final int KINDS = ExpressionKind.values().length;

    private final ValidationLayer layer;
    private final ExpressionKind[] kinds = new ExpressionKind[KINDS];
    private final @Nullable String[] texts = new String[KINDS];
    private int registered;
    private int present;
    private @Nullable Map<String, String> names;
    private @Nullable Decoded<Item> values;
    private boolean lenient;
    private @Nullable PositionalKeyConditions positional;
    private boolean valuesFirst;
    private @Nullable List<String> legacy;
    private @Nullable Substitutions checked;

    private Builder(ValidationLayer layer) {
      this.layer = layer;
    }

    /** {@code ExpressionAttributeNames}; null if the request has none. */
    public Builder names(@Nullable Map<String, String> expressionAttributeNames) {
      this.names = expressionAttributeNames;
      return this;
    }

    /** {@code ExpressionAttributeValues}; null if the request has none. */
    public Builder values(@Nullable Decoded<Item> expressionAttributeValues) {
      this.values = expressionAttributeValues;
      return this;
    }

    /** Registers {@code ConditionExpression}. */
    public Builder condition(@Nullable String text) {
      return register(ExpressionKind.CONDITION, text);
    }

    /** Registers {@code FilterExpression}. */
    public Builder filter(@Nullable String text) {
      return register(ExpressionKind.FILTER, text);
    }

    /**
     * Registers {@code KeyConditionExpression}.
     *
     * @param conditions the same without a text; it uses no names and no values
     */
    public Builder keyCondition(
        @Nullable String text, @Nullable PositionalKeyConditions conditions) {
      positional = conditions;
      return register(ExpressionKind.KEY_CONDITION, text);
    }

    /** Registers {@code UpdateExpression}. */
    public Builder update(@Nullable String text) {
      return register(ExpressionKind.UPDATE, text);
    }

    /** Registers {@code ProjectionExpression}. */
    public Builder projection(@Nullable String text) {
      return register(ExpressionKind.PROJECTION, text);
    }

    private Builder register(ExpressionKind kind, @Nullable String text) {
      kinds[registered] = kind;
      texts[registered] = text;
      registered++;
      if (text != null) {
        present++;
      }
      return this;
    }

    /**
     * Registers a parameter from before expressions, which does not go with any.
     *
     * @param value null if the request does not have it
     */
    public Builder legacy(String parameter, @Nullable Object value) {
      if (value != null) {
        legacy = legacy == null ? new ArrayList<>() : legacy;
        legacy.add(parameter);
      }
      return this;
    }

    /** Looks at the form of the values before anything else, as UpdateItem. */
    public Builder valuesFirst() {
      valuesFirst = true;
      return this;
    }

    /** Accepts names and values without any expression, as Put, Delete and Get in transactions. */
    public Builder lenient() {
      lenient = true;
      return this;
    }

    /**
     * Checks what comes before any expression is read: which parameters the request has, and its
     * names and values.
     *
     * @throws KeystoneException with the first error in the service's order
     */
    public Builder checkParameters() {
      checkedSubstitutions();
      return this;
    }

    private Substitutions checkedSubstitutions() {
      if (checked != null) {
        return checked;
      }
      Substitutions substitutions = new Substitutions(layer, names, values);
      checked = substitutions;
      if (present == 0 && names == null && values == null) {
        return substitutions;
      }
      if (valuesFirst) {
        substitutions.checkValueForm();
      }
      checkNotMixed();
      if (positional == null && (present > 0 || !lenient)) {
        substitutions.checkUsable(kinds, texts, registered);
      }
      substitutions.checkMaps();
      return substitutions;
    }

    /**
     * {@code KeyConditions} go with all expressions but the one that replaces them, as observed.
     */
    private void checkNotMixed() {
      if (legacy == null || present == 0) {
        return;
      }
      List<String> expressions = new ArrayList<>();
      for (int i = 0; i < registered; i++) {
        if (texts[i] != null) {
          // The service names the projection first, whatever it reads first.
          int at = kinds[i] == ExpressionKind.PROJECTION ? 0 : expressions.size();
          expressions.add(at, kinds[i].parameter());
        }
      }
      if (!expressions.contains(ExpressionKind.KEY_CONDITION.parameter())) {
        legacy.remove("KeyConditions");
      }
      if (!legacy.isEmpty()) {
        throw layer.error(ExpressionErrors.mixed(legacy, expressions));
      }
    }

    /**
     * Checks everything.
     *
     * @throws KeystoneException with the first error in the service's order
     */
    public ExpressionParameters build() {
      if (present == 0 && names == null && values == null) {
        checkPositional();
        return NONE;
      }
      Substitutions substitutions = checkedSubstitutions();
      if (present == 0 && positional == null) {
        return NONE;
      }
      ExpressionBinding binding = new ExpressionBinding(layer, substitutions);
      for (int i = 0; i < registered; i++) {
        String text = texts[i];
        if (text != null) {
          binding.bind(kinds[i], text);
        } else if (kinds[i] == ExpressionKind.KEY_CONDITION) {
          checkPositional();
        }
      }
      substitutions.checkUsed();
      return binding.parameters();
    }

    private void checkPositional() {
      if (positional == null) {
        return;
      }
      try {
        positional.check();
      } catch (KeystoneException e) {
        throw layer.error(e);
      }
    }
  }
}
