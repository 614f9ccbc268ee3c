package io.keystonedb.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What counts as a difference. Without further rules two sides are equal if no client of the
 * service could tell them apart: sets have no order, {@code 1} is {@code 1.0}, lists have an order,
 * and missing, NULL and empty are three things. Errors are compared by their code. Immutable.
 *
 * <p>Each rule hides something. A rule that hides too much hides the difference that matters, so
 * none is on by itself.
 */
public final class ComparisonRules {
  private static final ComparisonRules STRICT = builder().build();

  private final List<Predicate<Place>> ignored;
  private final List<Predicate<Difference>> ignoredDifferences;
  private final List<Transformation> transformations;
  private final List<PathPattern> unorderedLists;
  private final List<TimeRule> times;
  private final boolean nullEqualsMissing;
  private final boolean emptyEqualsMissing;
  private final boolean errorTexts;
  private final boolean capacity;
  private final boolean pagesOfScans;
  private final Names names;

  private ComparisonRules(Builder builder) {
    ignored = List.copyOf(builder.ignored);
    ignoredDifferences = List.copyOf(builder.ignoredDifferences);
    transformations = List.copyOf(builder.transformations);
    unorderedLists = List.copyOf(builder.unorderedLists);
    times = List.copyOf(builder.times);
    nullEqualsMissing = builder.nullEqualsMissing;
    emptyEqualsMissing = builder.emptyEqualsMissing;
    errorTexts = builder.errorTexts;
    capacity = builder.capacity;
    pagesOfScans = builder.pagesOfScans;
    names = builder.names.build();
  }

  /** No rule beyond those of the service. */
  public static ComparisonRules strict() {
    return STRICT;
  }

  /** Rules to be said one by one. */
  public static Builder builder() {
    return new Builder();
  }

  boolean isIgnored(String table, Path path) {
    if (ignored.isEmpty()) {
      return false;
    }
    Place place = new Place(table, path);
    return ignored.stream().anyMatch(each -> each.test(place));
  }

  boolean isIgnored(Difference difference) {
    return ignoredDifferences.stream().anyMatch(each -> each.test(difference));
  }

  boolean isUnordered(Path path) {
    return unorderedLists.stream().anyMatch(each -> each.matches(path));
  }

  /** How far apart the times at a place may be; null if it is no time. */
  @Nullable Duration timeTolerance(Path path) {
    for (TimeRule rule : times) {
      if (rule.pattern.matches(path)) {
        return rule.tolerance;
      }
    }
    return null;
  }

  AttributeValue transformed(Path path, AttributeValue value, boolean shadow) {
    AttributeValue transformed = value;
    for (Transformation each : transformations) {
      if ((shadow || !each.shadowOnly) && each.pattern.matches(path)) {
        transformed = each.function.apply(transformed);
      }
    }
    return transformed;
  }

  boolean changesValues() {
    return !transformations.isEmpty();
  }

  boolean ignoresPaths() {
    return !ignored.isEmpty();
  }

  boolean hasUnorderedLists() {
    return !unorderedLists.isEmpty();
  }

  /** Whether a value counts as if there were none. */
  boolean isLikeMissing(AttributeValue value) {
    return (nullEqualsMissing && value.nul() != null)
        || (emptyEqualsMissing && ValueTypes.isEmpty(value));
  }

  boolean errorTexts() {
    return errorTexts;
  }

  boolean capacity() {
    return capacity;
  }

  boolean pagesOfScans() {
    return pagesOfScans;
  }

  Names names() {
    return names;
  }

  private record Place(String table, Path path) {}

  private record Transformation(
      PathPattern pattern, UnaryOperator<AttributeValue> function, boolean shadowOnly) {}

  private record TimeRule(PathPattern pattern, Duration tolerance) {}

  /**
   * Makes rules. Paths are written as in expressions, {@code address.city} or {@code lines[0].id};
   * {@code *} stands for any name, {@code [*]} for any position of a list, {@code **} for any
   * number of steps. All methods throw {@link IllegalArgumentException} for what cannot be meant.
   * Not thread-safe.
   */
  public static final class Builder {
    private final List<Predicate<Place>> ignored = new ArrayList<>();
    private final List<Predicate<Difference>> ignoredDifferences = new ArrayList<>();
    private final List<Transformation> transformations = new ArrayList<>();
    private final List<PathPattern> unorderedLists = new ArrayList<>();
    private final List<TimeRule> times = new ArrayList<>();
    private final Names.Builder names = new Names.Builder();
    private boolean nullEqualsMissing;
    private boolean emptyEqualsMissing;
    private boolean errorTexts;
    private boolean capacity;
    private boolean pagesOfScans;

    private Builder() {}

    /** Differences at a place do not count, in any table. */
    public Builder ignore(String path) {
      PathPattern pattern = notEverything(path);
      ignored.add(place -> pattern.matches(place.path));
      return this;
    }

    /** Differences at a place of one table's items do not count. */
    public Builder ignore(String table, String path) {
      PathPattern pattern = notEverything(path);
      Objects.requireNonNull(table, "table");
      ignored.add(place -> place.table.equals(table) && pattern.matches(place.path));
      return this;
    }

    /** Differences for which a condition holds do not count. */
    public Builder ignoreIf(Predicate<Difference> condition) {
      ignoredDifferences.add(Objects.requireNonNull(condition, "condition"));
      return this;
    }

    /** Values at a place are compared by what a function makes of both sides'. */
    public Builder transform(String path, UnaryOperator<AttributeValue> function) {
      return transform(path, function, false);
    }

    /** Values at a place are compared by what a function makes of the shadow's. */
    public Builder transformShadow(String path, UnaryOperator<AttributeValue> function) {
      return transform(path, function, true);
    }

    private Builder transform(
        String path, UnaryOperator<AttributeValue> function, boolean shadowOnly) {
      Objects.requireNonNull(function, "function");
      transformations.add(new Transformation(PathPattern.of(path), function, shadowOnly));
      return this;
    }

    /** The list at a place is compared without regard to its order. */
    public Builder unorderedList(String path) {
      unorderedLists.add(PathPattern.of(path));
      return this;
    }

    /**
     * The value at a place is a time: seconds or milliseconds since 1970 as a number, or a string
     * in ISO 8601.
     *
     * @param tolerance how far apart both sides' may be
     */
    public Builder time(String path, Duration tolerance) {
      if (tolerance.isNegative()) {
        throw new IllegalArgumentException(
            "The tolerance of \"" + path + "\" is negative: " + tolerance);
      }
      times.add(new TimeRule(PathPattern.of(path), tolerance));
      return this;
    }

    /** NULL counts as missing. */
    public Builder nullEqualsMissing() {
      nullEqualsMissing = true;
      return this;
    }

    /** An empty string, binary, list, map or set counts as missing. */
    public Builder emptyEqualsMissing() {
      emptyEqualsMissing = true;
      return this;
    }

    /** Errors are compared by their text as well. */
    public Builder compareErrorTexts() {
      errorTexts = true;
      return this;
    }

    /** Consumed capacity and item collection metrics are compared as well. */
    public Builder compareCapacity() {
      capacity = true;
      return this;
    }

    /**
     * Both sides store items in the same order, so that the pages of a Scan compare one by one.
     * They do for two databases of this project; DynamoDB Local and the service have orders of
     * their own, where only a Scan that fits into one page can be compared.
     */
    public Builder samePagesOfScans() {
      pagesOfScans = true;
      return this;
    }

    /** A table that has another name at the shadow. */
    public Builder renameTable(String primary, String shadow) {
      names.table(primary, shadow);
      return this;
    }

    /** An attribute of a table, also of its key, that has another name at the shadow. */
    public Builder renameAttribute(String table, String primary, String shadow) {
      names.attribute(table, primary, shadow);
      return this;
    }

    /** The rules. */
    public ComparisonRules build() {
      return new ComparisonRules(this);
    }

    private static PathPattern notEverything(String path) {
      PathPattern pattern = PathPattern.of(path);
      if (path.equals("**") || path.equals("*")) {
        throw new IllegalArgumentException(
            "Ignoring \"" + path + "\" would ignore every difference; name what may differ");
      }
      return pattern;
    }
  }
}
