package io.keystonedb.internal.expression;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.shape.ValidationLayer;
import io.keystonedb.internal.value.Sizes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the expressions of one request through parsing, binding and checking, one by one. */
final class ExpressionBinding {
  /** Texts per kind; a program has far fewer. */
  private static final int CACHED_TEXTS = 1024;

  private static final TextCache<Parsed<Condition>> CONDITIONS =
      conditions(ExpressionKind.CONDITION);
  private static final TextCache<Parsed<Condition>> FILTERS = conditions(ExpressionKind.FILTER);
  private static final TextCache<Parsed<Condition>> KEY_CONDITIONS =
      conditions(ExpressionKind.KEY_CONDITION);
  private static final TextCache<Parsed<Update>> UPDATES =
      new TextCache<>(
          CACHED_TEXTS, text -> UpdateParser.parse(checked(ExpressionKind.UPDATE, text)));
  private static final TextCache<Parsed<Projection>> PROJECTIONS =
      new TextCache<>(
          CACHED_TEXTS, text -> ProjectionParser.parse(checked(ExpressionKind.PROJECTION, text)));

  private final ValidationLayer layer;
  private final Substitutions substitutions;
  private final List<Path> nestedPaths = new ArrayList<>();
  private @Nullable Condition condition;
  private @Nullable Condition filter;
  private @Nullable Condition keyCondition;
  private @Nullable Update update;
  private @Nullable Projection projection;

  ExpressionBinding(ValidationLayer layer, Substitutions substitutions) {
    this.layer = layer;
    this.substitutions = substitutions;
  }

  private static TextCache<Parsed<Condition>> conditions(ExpressionKind kind) {
    return new TextCache<>(CACHED_TEXTS, text -> ConditionParser.parse(kind, checked(kind, text)));
  }

  private static String checked(ExpressionKind kind, String text) {
    int bytes = Sizes.utf8Length(text);
    if (bytes > Limits.EXPRESSION_BYTES) {
      throw ExpressionErrors.invalid(kind, ExpressionErrors.tooLong(kind, bytes));
    }
    return text;
  }

  /**
   * Parses, binds and checks one expression.
   *
   * @throws KeystoneException with its first error
   */
  void bind(ExpressionKind kind, String text) {
    try {
      if (text.isEmpty()) {
        throw ExpressionErrors.invalid(kind, ExpressionErrors.empty());
      }
      bindNotEmpty(kind, text);
    } catch (KeystoneException e) {
      throw layer.error(e);
    }
  }

  private void bindNotEmpty(ExpressionKind kind, String text) {
    switch (kind) {
      case CONDITION -> condition = condition(kind, CONDITIONS.get(text));
      case FILTER -> filter = condition(kind, FILTERS.get(text));
      case KEY_CONDITION -> keyCondition = keyCondition(KEY_CONDITIONS.get(text));
      case UPDATE -> update = update(UPDATES.get(text));
      case PROJECTION -> projection = projection(PROJECTIONS.get(text));
    }
  }

  private Condition condition(ExpressionKind kind, Parsed<Condition> parsed) {
    Condition bound = parsed.tree().accept(new ConditionBinder(binder(kind, parsed)));
    new ConditionChecker(text -> ExpressionErrors.invalid(kind, text)).check(bound);
    return bound;
  }

  /** Of several errors in a key condition, the first one in the text is reported. */
  private Condition keyCondition(Parsed<Condition> parsed) {
    try {
      return condition(ExpressionKind.KEY_CONDITION, parsed);
    } catch (KeystoneException e) {
      if (parsed.earlyProblem() == null && parsed.lateProblem() == null) {
        checkClauses(parsed.tree());
      }
      throw e;
    }
  }

  private void checkClauses(Condition condition) {
    ExpressionKind kind = ExpressionKind.KEY_CONDITION;
    if (condition instanceof Condition.And and) {
      and.parts().forEach(this::checkClauses);
      return;
    }
    Binder binder = new Binder(kind, substitutions.names(), substitutions.values());
    Condition bound = condition.accept(new ConditionBinder(binder));
    new ConditionChecker(text -> ExpressionErrors.invalid(kind, text)).check(bound);
  }

  private Update update(Parsed<Update> parsed) {
    Update bound = new UpdateBinder(binder(ExpressionKind.UPDATE, parsed)).bind(parsed.tree());
    new UpdateChecker(text -> ExpressionErrors.invalid(ExpressionKind.UPDATE, text)).check(bound);
    return bound;
  }

  private Projection projection(Parsed<Projection> parsed) {
    Projection tree = parsed.tree();
    Binder binder = binder(ExpressionKind.PROJECTION, parsed);
    Projection bound = parsed.names().isEmpty() ? tree : binder.projection(tree);
    String clash = bound.tree().clash();
    if (clash != null) {
      throw ExpressionErrors.invalid(ExpressionKind.PROJECTION, clash);
    }
    return bound;
  }

  private Binder binder(ExpressionKind kind, Parsed<?> parsed) {
    Binder binder = new Binder(kind, substitutions.names(), substitutions.values());
    binder.check(parsed);
    substitutions.use(parsed);
    for (Path path : parsed.nestedPaths()) {
      nestedPaths.add(binder.path(path));
    }
    return binder;
  }

  /**
   * All of them.
   *
   * @throws KeystoneException if the key condition is none, which is found out last
   */
  ExpressionParameters parameters() {
    KeyConditions keyConditions = keyCondition == null ? null : KeyConditions.of(keyCondition);
    return new ExpressionParameters(
        condition, filter, keyConditions, update, projection, nestedPaths);
  }
}
